import { describe, expect, it } from 'vitest';
import { dayInName, readTime } from './read-time';

const UTC = { timeZone: 'UTC', order: 'ymd' } as const;
const read = (text: string, rules: Parameters<typeof readTime>[1] = UTC): string => {
  const parsed = readTime(text, rules);
  return parsed.ok ? parsed.value : parsed.code;
};

describe('a time of a drift result', () => {
  it.each([
    ['2011-02-14', '2011-02-14T00:00:00.000Z'],
    ['2011-02-14 00:00:00', '2011-02-14T00:00:00.000Z'],
    ['2011-02-14T10:30', '2011-02-14T10:30:00.000Z'],
    ['2011-02-06 23:59:59.999999999', '2011-02-06T23:59:59.999Z'],
    ['2011-02-14T10:00:00.123456+02:00', '2011-02-14T08:00:00.123Z'],
    ['2011-02-14 10:00:00 UTC', '2011-02-14T10:00:00.000Z'],
    ['2011-02-14T10:00:00-0530', '2011-02-14T15:30:00.000Z'],
    ['1297641600', '2011-02-14T00:00:00.000Z'],
    ['1297641600000', '2011-02-14T00:00:00.000Z'],
    ['14.02.2011', '2011-02-14T00:00:00.000Z'],
    ['2011/02/14 08:00', '2011-02-14T08:00:00.000Z'],
  ])('reads %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('is local to the zone that was named, where it says none', () => {
    const berlin = { timeZone: 'Europe/Berlin', order: 'dmy' } as const;
    expect(read('2024-07-01 12:00:00', berlin)).toBe('2024-07-01T10:00:00.000Z');
    expect(read('2024-07-01T12:00:00Z', berlin)).toBe('2024-07-01T12:00:00.000Z');
    expect(read('2024-07-01', berlin)).toBe('2024-07-01T00:00:00.000Z');
    expect(read('01.07.2024 12:00', berlin)).toBe('2024-07-01T10:00:00.000Z');
  });

  it.each([
    ['', 'not_a_time'],
    ['soon', 'not_a_time'],
    ['2011-02-30', 'impossible_date'],
    ['2011-13-01', 'impossible_date'],
    ['2011-02-30T00:00:00Z', 'impossible_date'],
    ['2011-02-14 25:00', 'impossible_time'],
    ['1011-02-14', 'impossible_date'],
    ['03/04/2011', 'ambiguous_date'],
    ['03/04/11', 'two_digit_year'],
  ])('refuses %s', (text, code) => {
    expect(read(text)).toBe(code);
  });

  it('is found in a file name only when there is one', () => {
    expect(dayInName('churn-2024-01-08.json')).toBe('2024-01-08');
    expect(dayInName('churn_20240108.json')).toBe('2024-01-08');
    expect(dayInName('2024-01-01_2024-01-08.json')).toBeNull();
    expect(dayInName('churn-20241399.json')).toBeNull();
    expect(dayInName('churn.json')).toBeNull();
    expect(dayInName('id-120240108999.json')).toBeNull();
  });
});
