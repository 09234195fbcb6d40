import { expect, it } from 'vitest';
import { fixedDays, withDays } from './fixed-days';

const kept = {
  filter: { reviewDueBefore: '2026-12-31', unit: ['Retail'] },
  address: { since: '-7d', q: '2026-11-01', filter: { openedFrom: '2026-11-01' } },
};

it('finds the dates that would stay, not the days that move nor a search that looks like one', () => {
  expect(fixedDays(kept)).toEqual([
    { path: 'filter.reviewDueBefore', label: 'Review due by', day: '2026-12-31' },
    { path: 'address.filter.openedFrom', label: 'Opened from', day: '2026-11-01' },
  ]);
});

it('puts another day where it was, and leaves the rest', () => {
  expect(withDays(kept, new Map([['filter.reviewDueBefore', 'quarter-end']]))).toEqual({
    ...kept,
    filter: { reviewDueBefore: 'quarter-end', unit: ['Retail'] },
  });
});
