import { expect, it } from 'vitest';
import { nameRank } from './name-rank';

it.each([
  ['motor claim severity', 'motor', 0],
  ['motor claim severity', 'motor cl', 0],
  ['motor claim severity', 'claim', 1],
  ['motor claim severity', 'severity motor', 2],
  ['motor claim severity', 'tor', 2],
  ['motor claim severity', 'sofia', 3],
  ['motor claim severity', 'motor sofia', 3],
])('%s answers %s with %d', (name, typed, rank) => {
  expect(nameRank(name, typed)).toBe(rank);
});
