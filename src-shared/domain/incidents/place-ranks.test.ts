import fc from 'fast-check';
import { expect, it } from 'vitest';
import { placeRanks } from './place-ranks';

const numbers = fc.array(fc.oneof(fc.integer({ min: 0, max: 20 }), fc.double({ noNaN: true })), { maxLength: 200 });

it('puts the asked ranks where sorting puts them, and loses no value', () => {
  fc.assert(
    fc.property(numbers, fc.array(fc.integer({ min: -3, max: 220 }), { maxLength: 8 }), (values, ranks) => {
      const placed = new Float64Array(values);
      placeRanks(placed, ranks);
      const sorted = new Float64Array(values).sort();
      for (const rank of ranks) expect(placed[rank] === sorted[rank]).toBe(true);
      // −0 and 0 are equal and may change places.
      const plain = (all: Float64Array): number[] => [...all].map((value) => value + 0).sort((a, b) => a - b);
      expect(plain(placed)).toEqual(plain(sorted));
    }),
  );
});

it('stays within its depth for an order that fools the choice of the middle', () => {
  // Each middle of three is the second smallest that is left: the classic order against the median of three.
  const n = 20_000;
  const half = n / 2;
  const killer = Float64Array.from({ length: n }, (_, at) => {
    if (at >= half) return 2 * (at - half + 1);
    return at % 2 === 0 ? at + 1 : half + at;
  });
  const sorted = Float64Array.from(killer).sort();
  placeRanks(killer, [half, n - 1]);
  expect([killer[half], killer[n - 1]]).toEqual([sorted[half], sorted[n - 1]]);
});
