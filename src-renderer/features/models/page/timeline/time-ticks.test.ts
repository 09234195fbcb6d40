import { expect, it } from 'vitest';
import { ticksOf } from './time-ticks';

it('shows years, quarters or months, whatever has room', () => {
  expect(ticksOf({ from: '2016-01-01', to: '2026-11-29' }).map(({ label }) => label)).toEqual([
    '2016',
    '2018',
    '2020',
    '2022',
    '2024',
    '2026',
  ]);
  const quarters = ticksOf({ from: '2024-01-01', to: '2026-11-29' }).map(({ label }) => label);
  expect(quarters.slice(0, 5)).toEqual(['2024', 'Apr', 'Jul', 'Oct', '2025']);
  const months = ticksOf({ from: '2025-11-29', to: '2026-11-29' });
  expect(months.map(({ label }) => label)).toEqual(['2026', 'Mar', 'May', 'Jul', 'Sep', 'Nov']);
  expect(months.every(({ at }) => at >= 0 && at <= 0.97)).toBe(true);
});
