import { expect, it } from 'vitest';
import { readTimelineSearch } from './timeline-search';

it('takes a kind and how far back, and leaves out what it does not know', () => {
  expect(readTimelineSearch({ kind: 'drift', back: '3y' })).toEqual({ kind: 'drift', back: '3y' });
  expect(readTimelineSearch({ kind: 'weather', back: 'all', owner: 'Ada' })).toEqual({});
  expect(readTimelineSearch({ kind: ['drift'], back: 1 })).toEqual({});
});
