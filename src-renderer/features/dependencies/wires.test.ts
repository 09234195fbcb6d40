import { describe, expect, it } from 'vitest';
import { type Box, MOST_WIRES, wiresOf } from './wires';

const box = (column: number, row: number): Box => ({ left: column * 200, right: column * 200 + 160, middle: row * 24 });
const link = (from: string, to: string, more = {}) => ({ from, to, critical: true, below: false, ...more });

describe('lines between what rests on what', () => {
  const boxes = new Map([
    ['a', box(0, 0)],
    ['b', box(1, 2)],
    ['c', box(2, 1)],
  ]);

  it('lead from the right of the one to the left of the other, and none to what is indented below', () => {
    const links = [link('a', 'b', { critical: false }), link('a', 'gone'), link('a', 'c', { below: true })];
    expect(wiresOf({ links }, boxes, null)).toEqual([
      { key: 'a b', path: 'M 160 0 C 180 0 180 48 200 48', critical: false, lit: false },
    ]);
  });

  it('are lit where both ends fall with what is chosen', () => {
    const wires = wiresOf({ links: [link('a', 'b'), link('b', 'c')] }, boxes, new Set(['b', 'c']));
    expect(wires.map(({ key, lit }) => [key, lit])).toEqual([
      ['a b', false],
      ['b c', true],
    ]);
  });

  it('arrive on the right where rows rest on each other in a circle', () => {
    const [back] = wiresOf({ links: [link('c', 'b')] }, boxes, null);
    expect(back?.path.endsWith('460 48 360 48')).toBe(true);
  });

  it('of three hundred models are those of the chosen one only', () => {
    const many = new Map([
      ['p', box(0, 0)],
      ...Array.from({ length: 300 }, (_, at) => [`m${at}`, box(1, at)] as const),
    ]);
    const links = Array.from({ length: 300 }, (_, at) => link('p', `m${at}`));
    expect(links.length).toBeGreaterThan(MOST_WIRES);
    expect(wiresOf({ links }, many, null)).toEqual([]);
    expect(wiresOf({ links }, many, new Set(['p', 'm7', 'm9'])).map(({ key }) => key)).toEqual(['p m7', 'p m9']);
  });
});
