import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTimeZone, zonedToUtc } from './local-time';

const wall = (text: string): number => Date.parse(`${text}Z`);
const utc = (text: string, zone: string): string => new Date(zonedToUtc(wall(text), zone)).toISOString();

describe('a local time', () => {
  it('is taken to UTC by the rules of its zone on that day', () => {
    expect(utc('2024-01-15T12:00:00', 'Europe/Berlin')).toBe('2024-01-15T11:00:00.000Z');
    expect(utc('2024-07-15T12:00:00', 'Europe/Berlin')).toBe('2024-07-15T10:00:00.000Z');
    expect(utc('2024-07-15T12:00:00', 'Asia/Kolkata')).toBe('2024-07-15T06:30:00.000Z');
    expect(utc('2024-07-15T12:00:00', 'America/New_York')).toBe('2024-07-15T16:00:00.000Z');
  });

  it('is the first of the two when a clock shows it twice', () => {
    expect(utc('2024-10-27T02:30:00', 'Europe/Berlin')).toBe('2024-10-27T00:30:00.000Z');
    expect(utc('2024-11-03T01:30:00', 'America/New_York')).toBe('2024-11-03T05:30:00.000Z');
    expect(utc('2024-10-27T03:00:00', 'Europe/Berlin')).toBe('2024-10-27T02:00:00.000Z');
  });

  it('goes on after the change when a clock leaves it out', () => {
    expect(utc('2024-03-31T02:30:00', 'Europe/Berlin')).toBe('2024-03-31T01:30:00.000Z');
  });

  it('comes back as the same clock time from UTC, outside of what a change leaves out', () => {
    const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Pacific/Apia'];
    fc.assert(
      fc.property(
        fc.integer({ min: wall('1990-01-01T00:00:00') / 1000, max: wall('2035-01-01T00:00:00') / 1000 }),
        fc.constantFrom(...zones),
        (seconds, timeZone) => {
          const shown = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
          const text = shown.format(seconds * 1000).replace(' ', 'T');
          const back = zonedToUtc(wall(text), timeZone);
          // Twice in a fold: the first of the two, which shows the same on the clock.
          expect(shown.format(back).replace(' ', 'T')).toBe(text);
          expect(back).toBeLessThanOrEqual(seconds * 1000);
        },
      ),
    );
  });

  it('has a zone that exists', () => {
    expect(isTimeZone('Europe/Berlin')).toBe(true);
    expect(isTimeZone('Europe/Nowhere')).toBe(false);
  });
});
