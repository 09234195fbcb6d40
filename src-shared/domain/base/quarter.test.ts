import { expect, it } from 'vitest';
import { quarterEnd } from './quarter';

it('ends on the last day of March, June, September and December', () => {
  expect(['2026-01-01', '2026-03-31', '2026-04-01', '2026-08-15', '2026-11-23', '2026-12-31'].map(quarterEnd)).toEqual([
    '2026-03-31',
    '2026-03-31',
    '2026-06-30',
    '2026-09-30',
    '2026-12-31',
    '2026-12-31',
  ]);
});
