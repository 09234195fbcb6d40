import { describe, expect, it } from 'vitest';
import { parseDate } from './parse-date';

const today = '2026-11-23';
const read = (text: string, order: 'dmy' | 'mdy' | 'ymd' = 'mdy') => parseDate(text, { order, today });

describe('dates', () => {
  it.each([
    ['2024-05-31', '2024-05-31'],
    ['2024/5/3', '2024-05-03'],
    ['2024-05-31T18:00:00', '2024-05-31'],
    ['2024-05-31 18:00:00Z', '2024-05-31'],
    ['5/31/2024', '2024-05-31'],
    ['05-03-2024', '2024-05-03'],
    ['31 May 2024', '2024-05-31'],
    ['31-May-2024', '2024-05-31'],
    ['May 31, 2024', '2024-05-31'],
    ['September 1st, 2023', '2023-09-01'],
    ['29/02/2024', null],
    ['2/29/2024', '2024-02-29'],
    ['2026-11-23', today],
  ])('reads %s, month first', (text, day) => {
    expect(read(text)).toMatchObject(day === null ? { ok: false } : { ok: true, value: day });
  });

  it('reads day first where the mapping says so', () => {
    expect(read('03.05.2024', 'dmy')).toEqual({ ok: true, value: '2024-05-03' });
  });

  it('does not guess where nobody said what comes first', () => {
    expect(read('5/3/2024', 'ymd')).toMatchObject({ ok: false, code: 'ambiguous_date' });
    expect(read('31/3/2024', 'ymd')).toEqual({ ok: true, value: '2024-03-31' });
    expect(read('3/31/2024', 'ymd')).toEqual({ ok: true, value: '2024-03-31' });
    expect(read('3/3/2024', 'ymd')).toEqual({ ok: true, value: '2024-03-03' });
  });

  it.each([
    ['2024', 'date_incomplete'],
    ['2024-05', 'date_incomplete'],
    ['May 2024', 'date_incomplete'],
    ['Q4FY25', 'date_incomplete'],
    ['5/3/24', 'two_digit_year'],
    ['24-Nov', 'ambiguous_date'],
    ['Nov-24', 'ambiguous_date'],
    ['2/31/2024', 'impossible_date'],
    ['31/5/2024', 'impossible_date'],
    ['2024-13-01', 'impossible_date'],
    ['1/1/1812', 'impossible_date'],
    ['2027-01-01', 'date_in_future'],
    ['45292', 'not_a_date'],
    ['Ongoing', 'not_a_date'],
    ['2022-11-16 (first formal action)', 'not_a_date'],
    ['1'.repeat(100_000), 'not_a_date'],
  ])('refuses %.40s as %s', (text, code) => {
    const parsed = read(text);
    expect(parsed).toMatchObject({ ok: false, code });
    expect(parsed.ok ? '' : parsed.message).toMatch(/\.$/);
  });

  it('explains a year that became a day of 1905, and a day that stands first', () => {
    expect(read('7/16/1905')).toMatchObject({
      message: expect.stringContaining("7/16/1905 is day 2024 of Excel's calendar"),
    });
    expect(read('31/5/2024')).toMatchObject({ message: expect.stringContaining('other order') });
    expect(read('45292')).toMatchObject({ message: expect.stringContaining('2024-01-01') });
  });

  it('lets a review lie in the future', () => {
    expect(parseDate('2027-01-01', { order: 'ymd', today: null })).toEqual({ ok: true, value: '2027-01-01' });
  });
});
