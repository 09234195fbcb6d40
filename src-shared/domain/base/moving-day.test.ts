import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isMovingDay, movingDaysFor, sayMovingDay, settledDay } from './moving-day';

it.each([
  ['today', '2026-11-29', '2026-11-29'],
  ['yesterday', '2026-03-01', '2026-02-28'],
  ['week-start', '2026-11-29', '2026-11-23'],
  ['week-start', '2026-11-30', '2026-11-30'],
  ['month-start', '2026-11-29', '2026-11-01'],
  ['month-end', '2028-02-03', '2028-02-29'],
  ['last-month-end', '2026-03-31', '2026-02-28'],
  ['quarter-start', '2026-11-29', '2026-10-01'],
  ['quarter-end', '2026-11-29', '2026-12-31'],
  ['last-quarter-end', '2026-11-29', '2026-09-30'],
  ['last-quarter-end', '2026-02-01', '2025-12-31'],
  ['year-end', '2026-11-29', '2026-12-31'],
  ['-7d', '2026-03-03', '2026-02-24'],
  ['+30d', '2026-12-15', '2027-01-14'],
  ['2026-06-30', '2026-11-29', '2026-06-30'],
  ['2026-06-30T12:00:00.000Z', '2026-11-29', '2026-06-30T12:00:00.000Z'],
])('%s is on %s the day %s', (word, today, day) => {
  expect(settledDay(word, today)).toBe(day);
});

it('means this quarter in every quarter', () => {
  expect([settledDay('quarter-end', '2026-12-31'), settledDay('quarter-end', '2027-01-01')]).toEqual([
    '2026-12-31',
    '2027-03-31',
  ]);
});

it('says days and refuses what is none', () => {
  expect(['quarter-end', '-1d', '-7d', '+30d', '2026-06-30'].map(sayMovingDay)).toEqual([
    'the end of this quarter',
    '1 day ago',
    '7 days ago',
    'in 30 days',
    '30 Jun 2026',
  ]);
  expect(['constructor', 'd', '7d', '-7', '2026-06-30', ''].filter(isMovingDay)).toEqual([]);
});

const days = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });

it('offers for a day only words that mean it, and always one', () => {
  fc.assert(
    fc.property(days, days, (one, other) => {
      const [day, today] = [one.toISOString().slice(0, 10), other.toISOString().slice(0, 10)];
      const words = movingDaysFor(day, today);
      expect(words.length).toBeGreaterThan(0);
      for (const word of words) expect([isMovingDay(word), settledDay(word, today)]).toEqual([true, day]);
    }),
  );
});
