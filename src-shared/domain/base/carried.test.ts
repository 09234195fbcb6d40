import fc from 'fast-check';
import { expect, it } from 'vitest';
import { carried } from './carried';

it('rounds a limit to what its case carries, but never across what it is held against', () => {
  expect(carried(0.2531, 0.2, 2)).toBe(0.25);
  expect(carried(0.2531, 0.25, 2)).toBe(0.253);
  expect(carried(116.4, 63, 2)).toBe(120);
  expect(carried(116.4, 118, 2)).toBe(116);
  expect(carried(182_600, 112_000, 3)).toBe(183_000);
  expect(carried(0, 5, 2)).toBe(0);
});

it('keeps the side for any two numbers', () => {
  const number = fc.double({ min: 1e-6, max: 1e9, noNaN: true });
  fc.assert(
    fc.property(number, number, fc.integer({ min: 1, max: 4 }), (limit, against, digits) => {
      const said = carried(limit, against, digits);
      expect(Math.sign(said - against)).toBe(Math.sign(limit - against));
      expect(Math.abs(said - limit)).toBeLessThanOrEqual(
        0.5 * 10 ** (Math.floor(Math.log10(limit)) + 1 - digits) * 1.000001,
      );
    }),
  );
});
