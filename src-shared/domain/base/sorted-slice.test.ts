import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sortedSlice } from './sorted-slice';

const compare = (a: number, b: number): number => a - b;

it('gives what sorting everything would give', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ max: 50 })), fc.nat(60), fc.nat(40), (items, from, count) => {
      const before = [...items];
      expect(sortedSlice(items, from, from + count, compare)).toEqual(
        items.toSorted(compare).slice(from, from + count),
      );
      expect(items).toEqual(before);
    }),
  );
});

it('gives it of orders that are the same, sorted, turned round or made to make halves uneven', () => {
  const many = Array.from({ length: 5_000 }, (_, at) => at);
  // Sixty-odd rounds take one item off each: each middle is the least of what is left.
  const uneven = [...many];
  for (let low = 0; low < many.length - 1; low += 1) {
    const middle = (low + many.length - 1) >> 1;
    [uneven[low], uneven[middle]] = [uneven[middle] ?? 0, uneven[low] ?? 0];
  }
  for (const items of [many, many.toReversed(), many.map(() => 7), uneven, uneven.toReversed()])
    expect(sortedSlice(items, 2_400, 2_500, compare)).toEqual(items.toSorted(compare).slice(2_400, 2_500));
});
