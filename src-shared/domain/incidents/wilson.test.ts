import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wilson } from './wilson';

it.each([
  // maths.md E
  [3, 20, 0.15, 0.052, 0.36],
  [0, 5, 0, 0, 0.4345],
  [5, 5, 1, 0.566, 1],
])('%i of %i', (part, n, rate, low, high) => {
  const found = wilson(part, n);
  expect(found.rate).toBe(rate);
  expect(found.low).toBeCloseTo(low, 3);
  expect(found.high).toBeCloseTo(high, 3);
});

it('says nothing of nothing', () => expect(wilson(0, 0)).toEqual({ rate: null, low: null, high: null, n: 0 }));

it('holds the share, stays in 0–1, mirrors, and narrows with n', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(500), (n, raw) => {
      const part = raw % (n + 1);
      const { rate, low, high } = wilson(part, n);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      expect(low).toBeLessThanOrEqual(rate ?? 0);
      expect(high).toBeGreaterThanOrEqual(rate ?? 1);
      expect(wilson(n - part, n).low).toBeCloseTo(1 - (high ?? 0), 10);
      const wider = wilson(part * 4, n * 4);
      expect((wider.high ?? 0) - (wider.low ?? 0)).toBeLessThan((high ?? 0) - (low ?? 0));
    }),
  );
});
