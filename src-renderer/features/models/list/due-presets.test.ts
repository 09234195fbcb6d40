import { expect, it } from 'vitest';
import { settledDay } from '#domain/base/moving-day';
import { DUE_PRESETS } from './due-presets';

const days = (today: string): readonly string[] => DUE_PRESETS.map(({ before }) => settledDay(before, today));

it('ends with yesterday for what is overdue, and with the last day of the quarter', () => {
  expect(days('2026-11-23')).toEqual(['2026-11-22', '2026-12-31']);
  expect(days('2028-03-01')).toEqual(['2028-02-29', '2028-03-31']);
  expect(days('2026-12-31')).toEqual(['2026-12-30', '2026-12-31']);
});
