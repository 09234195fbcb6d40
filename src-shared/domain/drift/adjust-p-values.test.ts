import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjustPValues, benjaminiHochberg } from './adjust-p-values';
import { measureColumn, unmeasured } from './measure-column';
import { SCIPY } from './testing/cases';
import { column, repeated } from './testing/column';

describe('p-values over all columns', () => {
  const small = Array.from({ length: 40 }, (_, at) => at / 40);
  const moved = small.map((one) => one + 0.5);

  it('are adjusted, one test a column, only for small samples', () => {
    const [numeric, texts, none, large] = adjustPValues([
      measureColumn('a', column(small), column(moved)),
      measureColumn('b', column(repeated('x', 40)), column([...repeated('x', 30), ...repeated('y', 10)])),
      unmeasured('c', 40, 40, 'Left out.'),
      measureColumn('d', column(repeated(0, 1_001)), column(small)),
    ]);
    const ksP = numeric?.metrics.ksP ?? 1;
    const chi2P = texts?.metrics.chi2P ?? 1;
    expect(ksP).toBeLessThan(chi2P);
    expect(numeric?.adjusted).toEqual({ ksP: Math.min(2 * ksP, chi2P), chi2P: null });
    expect(texts?.adjusted).toEqual({ ksP: null, chi2P });
    expect(none?.adjusted).toEqual({ ksP: null, chi2P: null });
    expect(large?.adjusted).toEqual({ ksP: null, chi2P: null });
  });
});

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
