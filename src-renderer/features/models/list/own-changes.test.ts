import { expect, it } from 'vitest';
import { type Changed, OwnChanges } from './own-changes';

const event = (seq: number | null, ...modelIds: string[]): Changed => ({
  type: 'data.changed',
  changed: ['models.unit'],
  modelIds,
  entry: seq === null ? null : { seq, undo: null, redo: null },
});

it('leaves nothing to fetch of a change whose answer brought its rows, whether the event comes before or after', () => {
  const own = new OwnChanges();
  own.begin();
  expect(own.take(event(5, 'a'))).toEqual([]);
  own.note(5, ['a']);
  expect(own.end()).toEqual([]);
  own.begin();
  own.note(6, ['b']);
  expect(own.end()).toEqual([]);
  expect(own.take(event(6, 'b'))).toEqual([]);
  // Once: the same number is another entry when another portfolio is open.
  expect(own.take(event(6, 'b'))).toEqual([event(6, 'b')]);
});

it('lets what others change through: at once, or when the own change is answered', () => {
  const own = new OwnChanges();
  expect(own.take(event(4, 'x'))).toEqual([event(4, 'x')]);
  own.begin();
  const elsewhere = { ...event(null, 'y'), changed: null, modelIds: null };
  expect(own.take(elsewhere)).toEqual([elsewhere]);
  expect(own.take(event(5, 'a'))).toEqual([]);
  expect(own.take(event(6, 'a'))).toEqual([]);
  own.note(5, ['a']);
  expect(own.end()).toEqual([event(6, 'a')]);
});

it('fetches what else a change concerned, and all of it when the change was refused', () => {
  const own = new OwnChanges();
  own.begin();
  own.take(event(5, 'a', 'b'));
  own.note(5, ['a']);
  expect(own.end()).toEqual([event(5, 'b')]);
  own.begin();
  own.take(event(6, 'a'));
  expect(own.end()).toEqual([event(6, 'a')]);
});

it('waits for the last of several changes that are under way', () => {
  const own = new OwnChanges();
  own.begin();
  own.begin();
  own.take(event(7, 'b'));
  own.note(6, ['a']);
  expect(own.end()).toEqual([]);
  own.note(7, ['b']);
  own.take(event(6, 'a'));
  expect(own.end()).toEqual([]);
});
