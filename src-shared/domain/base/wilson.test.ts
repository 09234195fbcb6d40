import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wilson } from './wilson';

it.each([
  // maths.md E
  [3, 20, 0.15, 0.052, 0.36],
  [0, 5, 0, 0, 0.4345],
  [5, 5, 1, 0.566, 1],
  // scipy.stats.binomtest(k, n).proportion_ci(method='wilson')
  [19, 20, 0.95, 0.763868806553258, 0.9911185511992047],
  [140, 200, 0.7, 0.6332093162728073, 0.759252553176286],
  [96, 120, 0.8, 0.7196332649371805, 0.8617552352115975],
  [850, 1000, 0.85, 0.8265313415731996, 0.8707899274869118],
])('%i of %i', (part, n, rate, low, high) => {
  const found = wilson(part, n);
  expect(found.rate).toBe(rate);
  expect(found.low).toBeCloseTo(low, low.toString().length > 8 ? 12 : 3);
  expect(found.high).toBeCloseTo(high, high.toString().length > 8 ? 12 : 3);
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
