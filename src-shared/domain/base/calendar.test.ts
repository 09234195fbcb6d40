import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  DAY_MS,
  dayEnd,
  dayNumber,
  daysFromTo,
  daysPassed,
  daysSince,
  instantMs,
  isoDay,
  quarterEnd,
  sayDay,
  sayInstant,
  utcDay,
} from './calendar';

describe('instantMs', () => {
  it('reads a calendar date as midnight UTC and an instant with its offset', () => {
    expect(instantMs('2026-11-23')).toBe(Date.UTC(2026, 10, 23));
    expect(instantMs('2026-11-23T10:00+02:00')).toBe(Date.UTC(2026, 10, 23, 8));
  });

  it.each(['2026-02-31', '2026-13-01', '2026-00-10', '2026-04-00', 'soon', ''])('knows no day %s', (text) => {
    expect(instantMs(text)).toBeNaN();
  });

  it('knows the leap days', () => {
    expect(instantMs('2024-02-29')).toBe(Date.UTC(2024, 1, 29));
    expect(instantMs('2100-02-29')).toBeNaN();
  });
});

describe('days', () => {
  it('belong to UTC', () => {
    expect(utcDay('2026-11-23T23:30:00-02:00')).toBe('2026-11-24');
    expect(sayDay('2026-09-01')).toBe('1 Sep 2026');
    expect(sayInstant('2026-11-23T10:05:59Z')).toBe('23 Nov 2026, 10:05 UTC');
  });

  it('are counted across months and in fractions', () => {
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(daysFromTo('2026-01-01', '2026-01-02T12:00:00Z')).toBe(1.5);
  });
});

describe('addMonths', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-10-31', 4, '2027-02-28'],
    ['2026-11-23', 24, '2028-11-23'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-12-31', 0, '2026-12-31'],
  ])('%s and %i months are %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected);
  });

  it('never leaves the month that it means, and keeps the day where the month has it', () => {
    const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 120 }), (from, months) => {
        const text = from.toISOString().slice(0, 10);
        const to = new Date(`${addMonths(text, months)}T00:00:00Z`);
        const distance = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth();
        expect(distance).toBe(months);
        expect(to.getUTCDate()).toBeLessThanOrEqual(from.getUTCDate());
        if (from.getUTCDate() <= 28) expect(to.getUTCDate()).toBe(from.getUTCDate());
      }),
    );
  });
});

it('ends quarters on the last day of March, June, September and December', () => {
  expect(['2026-01-01', '2026-03-31', '2026-04-01', '2026-08-15', '2026-11-23', '2026-12-31'].map(quarterEnd)).toEqual([
    '2026-03-31',
    '2026-03-31',
    '2026-06-30',
    '2026-09-30',
    '2026-12-31',
    '2026-12-31',
  ]);
});

it('counts days from 1970 on, and before it backwards', () => {
  expect([0, DAY_MS - 1, DAY_MS, -1].map(dayNumber)).toEqual([0, 0, 1, -1]);
  expect([0, -1, 20_780].map(isoDay)).toEqual(['1970-01-01', '1969-12-31', '2026-11-23']);
});

it('counts days that have passed as a calendar does, whatever the time of day', () => {
  expect(daysPassed('2026-04-01T23:00:00Z', '2026-11-27T01:00:00Z')).toBe(240);
  expect(daysPassed('2026-04-01T01:00:00Z', '2026-11-27T23:00:00Z')).toBe(240);
  expect(daysPassed('2026-04-01T12:00:00Z', '2026-04-01')).toBe(0);
  expect(daysSince(null, '2026-11-27T01:00:00Z')).toBeNull();
});

it('ends a day where the next one begins', () => {
  expect(['2026-11-27', '2026-11-27T00:00:00.000Z', '2026-11-27T23:59:59.999Z'].map(dayEnd)).toEqual(
    Array.from({ length: 3 }, () => '2026-11-27T23:59:59.999Z'),
  );
});
