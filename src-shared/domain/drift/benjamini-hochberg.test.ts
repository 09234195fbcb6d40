import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benjaminiHochberg } from './benjamini-hochberg';
import { SCIPY } from './testing/cases';

describe('p-values of several columns', () => {
  it('are adjusted as SciPy does', () => {
    benjaminiHochberg(SCIPY.bh.p).forEach((p, at) => {
      expect(p).toBeCloseTo(SCIPY.bh.adjusted[at] ?? Number.NaN, 14);
    });
  });

  it('leave columns without a p out of the count', () => {
    expect(benjaminiHochberg([null, 0.02, null, 0.5])).toEqual([null, 0.04, null, 0.5]);
    expect(benjaminiHochberg([])).toEqual([]);
  });

  it('reject at α exactly what the stepwise rule rejects', () => {
    const p = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(p, { minLength: 1, maxLength: 20 }), fc.constantFrom(0.01, 0.05, 0.2), (values, alpha) => {
        const sorted = values.toSorted((a, b) => a - b);
        // A hair of rounding at the limit itself is no matter.
        const rejected = sorted.findLastIndex((one, at) => one <= ((at + 1) / values.length) * alpha - 1e-12) + 1;
        const touching = sorted.findLastIndex((one, at) => one <= ((at + 1) / values.length) * alpha + 1e-12) + 1;
        const ours = benjaminiHochberg(values).filter((one) => (one ?? 1) <= alpha).length;
        expect(ours).toBeGreaterThanOrEqual(rejected);
        expect(ours).toBeLessThanOrEqual(touching);
      }),
    );
  });
});
