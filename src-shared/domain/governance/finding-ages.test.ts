import { expect, it } from 'vitest';
import { agesOf } from './finding-ages';

it('each finding is of one age, the borders included', () => {
  const days = [0, 30, 31, 90, 91, 180, 181, 4000];
  const ages = agesOf(days.map((one, at) => ({ days: one, severity: at % 2 === 0 ? 'high' : 'low' })));
  expect(ages.map(({ open, severe }) => [open, severe])).toEqual([
    [2, 1],
    [2, 1],
    [2, 1],
    [2, 1],
  ]);
});
