import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findZone, instantInZone, wallMs, type Zone } from './time-zone';

function zone(name: string): Zone {
  const found = findZone(name);
  if (!found) throw new Error(name);
  return found;
}
const wall = (text: string) => {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = text.split(/\D/).map(Number);
  return { year, month, day, hour, minute, second: 0, millisecond: 0 };
};
const read = (text: string, name: string) => {
  const { ms, kind } = instantInZone(wall(text), zone(name));
  return [new Date(ms).toISOString().slice(0, 16), kind];
};

describe('instantInZone', () => {
  it.each([
    ['2026-07-01 12:00', 'Europe/Berlin', '2026-07-01T10:00', 'plain'],
    ['2026-01-01 12:00', 'Europe/Berlin', '2026-01-01T11:00', 'plain'],
    // The clock goes from 2:00 to 3:00 on 29 March and from 3:00 to 2:00 on 25 October 2026.
    ['2026-03-29 02:30', 'Europe/Berlin', '2026-03-29T01:30', 'gap'],
    ['2026-03-29 03:00', 'Europe/Berlin', '2026-03-29T01:00', 'plain'],
    ['2026-10-25 02:30', 'Europe/Berlin', '2026-10-25T00:30', 'fold'],
    ['2026-10-25 03:00', 'Europe/Berlin', '2026-10-25T02:00', 'plain'],
    ['2026-11-01 01:15', 'America/New_York', '2026-11-01T05:15', 'fold'],
    ['2026-03-08 02:15', 'America/New_York', '2026-03-08T07:15', 'gap'],
    ['2026-04-05 01:45', 'Australia/Lord_Howe', '2026-04-04T14:45', 'fold'],
    ['2026-06-01 12:00', 'Asia/Kolkata', '2026-06-01T06:30', 'plain'],
    // Samoa left out 30 December 2011.
    ['2011-12-30 12:00', 'Pacific/Apia', '2011-12-30T22:00', 'gap'],
    ['2016-02-29 01:16', 'UTC', '2016-02-29T01:16', 'plain'],
  ])('reads %s in %s as %s (%s)', (text, name, instant, kind) => {
    expect(read(text, name)).toEqual([instant, kind]);
  });

  it('knows no zone that does not exist', () => expect(findZone('Europe/Nowhere')).toBeNull());

  it('gives back the clock of every instant outside a gap, and the earlier one in a fold', () => {
    const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'UTC'].map(zone);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 * 24 * 365 * 40 }), fc.constantFrom(...zones), (minutes, there) => {
        const ms = Date.UTC(1995, 0, 1) + minutes * 60_000;
        const shown = new Date(ms + there.offsetAt(ms));
        const clock = wall(shown.toISOString());
        const found = instantInZone(clock, there);
        expect(found.kind).not.toBe('gap');
        expect(found.ms <= ms).toBe(true);
        expect(found.ms + there.offsetAt(found.ms)).toBe(wallMs(clock));
        if (found.kind === 'plain') expect(found.ms).toBe(ms);
      }),
    );
  });
});
