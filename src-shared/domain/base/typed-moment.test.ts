import { describe, expect, it } from 'vitest';
import { findZone, type Zone } from './time-zone';
import type { DateOrder } from './typed-date';
import { readTypedMoment } from './typed-moment';

function zone(name: string): Zone {
  const found = findZone(name);
  if (!found) throw new Error(name);
  return found;
}
const read = (text: string, order: DateOrder | null = 'dmy', name = 'Europe/Berlin') => {
  const parsed = readTypedMoment(text, { zone: zone(name), order, shortYears: true, dayAt: 'zone', firstYear: 1970 });
  return parsed.ok ? [parsed.value.instant.slice(0, 19), parsed.value.zone, parsed.value.note] : parsed.code;
};

describe('a moment', () => {
  it.each([
    // ServiceNow, list and CSV processor
    ['29-02-2016 01:16', '2016-02-29T00:16:00'],
    ['2024-07-01 14:05:09', '2024-07-01T12:05:09'],
    // Jira in several languages
    ['29/Feb/16 1:16 PM', '2016-02-29T12:16:00'],
    ['14/mars/24 1:16 PM', '2024-03-14T12:16:00'],
    ['05/Mär/24 08:30', '2024-03-05T07:30:00'],
    ['01/déc./25 12:00 AM', '2025-11-30T23:00:00'],
    ['3. Oktober 2024 08:30', '2024-10-03T06:30:00'],
    ['Mar 5, 2024, 8:30 a.m.', '2024-03-05T07:30:00'],
    ['05/03/2024 08:30:15', '2024-03-05T07:30:15'],
    ['05.03.24, 08:30', '2024-03-05T07:30:00'],
  ])('reads %s on the clock of the zone', (text, instant) => expect(read(text)).toEqual([instant, 'asked', null]));

  it.each([
    ['2024-07-01T14:05:09Z', '2024-07-01T14:05:09'],
    ['2024-07-01T14:05:09.123+0530', '2024-07-01T08:35:09'],
    ['2024-07-01 14:05:09 UTC', '2024-07-01T14:05:09'],
    ['2024-07-01 14:05 PDT', '2024-07-01T21:05:00'],
    ['01/07/2024 14:05 GMT+2', '2024-07-01T12:05:00'],
    ['Mon, 1 Jul 2024 14:05:09 +0200', '2024-07-01T12:05:09'],
    ['1719842709000', '2024-07-01T14:05:09'],
    ['1719842709', '2024-07-01T14:05:09'],
  ])('reads %s by its own zone', (text, instant) => expect(read(text)).toEqual([instant, 'own', null]));

  it('tells the nights on which the clock was changed', () => {
    expect(read('2026-10-25 02:30')).toEqual(['2026-10-25T00:30:00', 'asked', 'fold']);
    expect(read('2026-03-29 02:30')).toEqual(['2026-03-29T01:30:00', 'asked', 'gap']);
    expect(read('2026-10-25 02:30 CET')).toEqual(['2026-10-25T01:30:00', 'own', null]);
    expect(read('2024-03-05')).toEqual(['2024-03-04T23:00:00', 'asked', 'day']);
  });

  it.each([
    ['3/4/2024 10:00', null, 'ambiguous_date'],
    ['13/13/2024 10:00', 'dmy', 'impossible_date'],
    ['31/02/2024 10:00', 'dmy', 'impossible_date'],
    ['2024-01-05 25:00', 'dmy', 'impossible_time'],
    ['2024-01-05 13:00 PM', 'dmy', 'not_a_time'],
    ['2024-01-05 10:00 IST', 'dmy', 'ambiguous_zone'],
    ['yesterday', 'dmy', 'not_a_time'],
    ['true', 'dmy', 'not_a_time'],
    ['42', 'dmy', 'not_a_time'],
  ] as const)('refuses %s (order %s): %s', (text, order, code) => expect(read(text, order)).toBe(code));
});
