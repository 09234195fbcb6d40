import { describe, expect, it } from 'vitest';
import { addDays, daysFromTo, instantMs, sayDay, sayInstant, utcDay } from './calendar';

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
