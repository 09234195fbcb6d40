import fc from 'fast-check';
import { expect, it } from 'vitest';
import { topSorted } from './top-sorted';

it('gives what sorting everything would give', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.nat(40), (items, count) => {
      const compare = (a: number, b: number): number => a - b;
      expect(topSorted(items, count, compare)).toEqual(items.toSorted(compare).slice(0, count));
    }),
  );
});
