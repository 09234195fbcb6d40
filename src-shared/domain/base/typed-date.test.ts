import { describe, expect, it } from 'vitest';
import { DATE_CASES } from './testing/typed-values';
import { findZone } from './time-zone';
import { type DateOrder, orderShownBy, readTypedDate } from './typed-date';
import { readTypedMoment } from './typed-moment';

const ORDERS: readonly DateOrder[] = ['dmy', 'mdy', 'ymd'];
const UTC = findZone('UTC');

describe('a date', () => {
  it.each(DATE_CASES)('$text', ({ text, read, shortYears = read }) => {
    for (const order of ORDERS) {
      const typed = readTypedDate(text, { order });
      expect(typed.ok ? typed.value : typed.code, order).toBe(read[order]);
      if (!typed.ok) expect(typed.message).toMatch(/\.$/);
      const short = readTypedDate(text, { order, shortYears: true });
      expect(short.ok ? short.value : short.code, `${order}, years of two digits`).toBe(shortYears[order]);
    }
    expect(readTypedDate(text, { order: null })).toEqual(readTypedDate(text, { order: 'ymd' }));
  });

  it.each(DATE_CASES)('$text is the same day as a moment', ({ text, read }) => {
    if (UTC === null) throw new Error('There is no UTC.');
    for (const order of ORDERS) {
      const moment = readTypedMoment(text, { order, zone: UTC, dayAt: 'utc', firstYear: 1950 });
      const day = read[order];
      if (/^\d/.test(day)) expect(moment.ok && moment.value.instant.slice(0, 10), order).toBe(day);
      else expect(moment.ok, order).toBe(false);
    }
  });

  it('names both readings of one that has two', () => {
    expect(readTypedDate('3/4/2024', { order: null })).toMatchObject({
      message: '“3/4/2024” can be read as 3 Apr 2024 or as 4 Mar 2024. Write 2024-04-03 or 2024-03-04.',
    });
    expect(readTypedDate('3/4/2024', { order: null, remedy: 'Choose the order.' })).toMatchObject({
      message: '“3/4/2024” can be read as 3 Apr 2024 or as 4 Mar 2024. Choose the order.',
    });
  });

  it('explains a year that became a day of 1905, and a day that stands first', () => {
    expect(readTypedDate('7/16/1905', { order: 'mdy' })).toMatchObject({
      message: expect.stringContaining("is day 2024 of Excel's calendar"),
    });
    expect(readTypedDate('31/5/2024', { order: 'mdy' })).toMatchObject({
      message: expect.stringContaining('other order'),
    });
    expect(readTypedDate('45292', { order: null })).toMatchObject({ message: expect.stringContaining('2024-01-01') });
  });

  it('may have to have happened', () => {
    const latest = '2026-11-23';
    expect(readTypedDate(latest, { order: null, latest })).toEqual({ ok: true, value: latest });
    expect(readTypedDate('2026-11-24', { order: null, latest })).toMatchObject({ code: 'date_in_future' });
    expect(readTypedDate('2026-11-24', { order: null })).toMatchObject({ ok: true });
  });

  it('shows its order by numbers above 12, where all agree, else by points', () => {
    expect(orderShownBy(['01/02/2024 10:00', '31/01/2024'])).toBe('dmy');
    expect(orderShownBy(['01/02/2024 10:00', '1/31/24 1:00 PM'])).toBe('mdy');
    expect(orderShownBy(['01/31/2024', '31/01/2024'])).toBeNull();
    expect(orderShownBy(['01/02/2024', '2024-02-31'])).toBeNull();
    expect(orderShownBy(['2.1.2026 15:04', '3.1.2026'])).toBe('dmy');
    expect(orderShownBy(['2.1.2026 15:04', '3.21.2026'])).toBe('mdy');
  });
});
