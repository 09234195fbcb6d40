import { describe, expect, it } from 'vitest';
import { DATE_CASES } from '#domain/base/testing/typed-values';
import type { DateOrder } from '#domain/base/typed-date';
import { looksLikeDate, possibleOrders, readDate } from './read-date';

const ORDERS: readonly DateOrder[] = ['dmy', 'mdy', 'ymd'];

describe('a date of a sample', () => {
  it.each(DATE_CASES)('$text', ({ text, read, shortYears = read }) => {
    for (const order of ORDERS) {
      const at = readDate(text, order);
      const day = Number.isNaN(at) ? '' : new Date(at).toISOString().slice(0, 10);
      // Samples may be older than any model.
      if (text !== '1/1/1812') expect(day, order).toBe(/^\d/.test(shortYears[order]) ? shortYears[order] : '');
    }
    const isDate = ORDERS.some((order) => /^\d|^impossible/.test(shortYears[order]));
    expect(looksLikeDate(text)).toBe(isDate);
  });

  it('is told from words and codes', () => {
    const others = ['', 'abc', '12', '1.5', 'word-5 abc', 'A-12-34', '550e8400-e29b-41d4-a716-446655440000', '10:30'];
    expect(others.filter(looksLikeDate)).toEqual([]);
  });

  it('tells with the others in which order it is written', () => {
    expect(possibleOrders(['2024-01-02', '2024-01-03T10:00:00Z', 'n/a'])).toEqual(['ymd']);
    expect(possibleOrders(['1/2/2024', '3/4/2024'])).toEqual(['mdy', 'dmy']);
    expect(possibleOrders(['1/2/2024', '2024-01-02', '31/1/2024'])).toEqual(['dmy']);
    expect(possibleOrders(['1.2.2024', '3.4.2024'])).toEqual(['dmy']);
    expect(possibleOrders(['1/13/24', '1/2/24'])).toEqual(['mdy']);
    expect(possibleOrders(['1/13/2024', '13/1/2024'])).toEqual([]);
    expect(possibleOrders(['1 May 2024', '3/3/2024'])).toEqual(['ymd']);
  });
});
