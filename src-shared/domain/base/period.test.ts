import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantMs } from './calendar';
import { DATE_PRECISIONS, isBefore, isFiner, mayAgree, middleOf, sayDated, spanOf } from './period';

describe('a span', () => {
  it.each([
    ['2024-02-10', 'day', '2024-02-10', '2024-02-10'],
    ['2024-02-10', 'month', '2024-02-01', '2024-02-29'],
    ['2023-02-10', 'month', '2023-02-01', '2023-02-28'],
    ['2024-02-10', 'quarter', '2024-01-01', '2024-03-31'],
    ['2024-12-31', 'quarter', '2024-10-01', '2024-12-31'],
    ['2024-02-10', 'year', '2024-01-01', '2024-12-31'],
  ] as const)('of %s as a %s is %s to %s', (day, precision, from, to) => {
    expect(spanOf(day, precision)).toEqual({ from, to });
  });
});

it.each([
  ['2024-01-20', 'day', '20 Jan 2024'],
  ['2024-01-20', 'month', 'Jan 2024'],
  ['2024-11-20', 'quarter', 'Q4 2024'],
  ['2024-01-20', 'year', '2024'],
] as const)('%s known to the %s is said as %s', (day, precision, said) => {
  expect(sayDated(middleOf(day, precision))).toBe(said);
});

it('a day is kept as midnight UTC', () => {
  expect(middleOf('2024-03-09', 'day')).toEqual({ at: '2024-03-09T00:00:00.000Z', precision: 'day' });
});

const dated = fc
  .tuple(fc.integer({ min: 0, max: 4000 }), fc.constantFrom(...DATE_PRECISIONS))
  .map(([days, precision]) => middleOf(new Date(Date.UTC(2015, 0, 1 + days)).toISOString(), precision));

it('the middle of a span lies in it, and its span is the same', () => {
  fc.assert(
    fc.property(dated, (one) => {
      const { from, to } = spanOf(one.at, one.precision);
      expect(one.at.slice(0, 10) >= from && one.at.slice(0, 10) <= to).toBe(true);
      expect(Number.isNaN(instantMs(one.at))).toBe(false);
      expect(middleOf(one.at, one.precision)).toEqual(one);
    }),
  );
});

it('two spans agree, or one lies before the other, never both', () => {
  fc.assert(
    fc.property(dated, dated, (a, b) => {
      const ways = [mayAgree(a, b), isBefore(a, b), isBefore(b, a)].filter(Boolean);
      expect(ways).toHaveLength(1);
      if (isFiner(a, b)) expect(isFiner(b, a)).toBe(false);
    }),
  );
});
