import { expect, it } from 'vitest';
import { daysPassed } from './calendar';
import { lastTwelveMonths } from './last-twelve-months';

it('are the 365 whole days that end with today, at whatever hour', () => {
  expect(lastTwelveMonths('2026-12-01T10:30:00.000Z')).toEqual({
    from: '2025-12-01T23:59:59.999Z',
    to: '2026-12-01T23:59:59.999Z',
    first: '2025-12-02',
  });
  expect(lastTwelveMonths('2026-12-01')).toEqual(lastTwelveMonths('2026-12-01T23:59:59.999Z'));
});

it('are as many over a 29 February', () => {
  for (const day of ['2024-02-29', '2024-12-01', '2025-02-28', '2027-03-01']) {
    const { first, from, to } = lastTwelveMonths(day);
    expect(daysPassed(first, to) + 1).toBe(365);
    expect(daysPassed(from, first)).toBe(1);
  }
});
