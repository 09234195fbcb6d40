import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lowerGamma, upperGamma } from '../base/gamma';
import { chiSquareContingency, chiSquareGoodnessOfFit, chiSquareP, chiSquareQuantile } from './chi-square';
import { driftNoise } from './noise';
import { CASES, COUNT_CASES, SCIPY } from './testing/cases';

const relative = (value: number | undefined, known: number): number =>
  known === 0 ? Math.abs(value ?? Number.NaN) : Math.abs((value ?? Number.NaN) / known - 1);

describe('χ²', () => {
  it.each(COUNT_CASES)('agrees with the worked case %#', (known) => {
    const table = chiSquareContingency(known.ref_counts, known.cur_counts);
    const fit = chiSquareGoodnessOfFit(known.ref_counts, known.cur_counts);
    expect(table?.statistic).toBeCloseTo(known.chi2, 10);
    expect(table?.degrees).toBe(known.chi2_df);
    expect(relative(table?.p, known.chi2_p)).toBeLessThan(1e-11);
    // JSON has no infinity: the case writes it out.
    if (typeof known.chi2_gof === 'string') expect(fit?.statistic).toBe(Number(known.chi2_gof));
    else expect(fit?.statistic).toBeCloseTo(known.chi2_gof, 10);
    expect(relative(fit?.p, known.chi2_gof_p)).toBeLessThan(1e-11);
  });

  it('agrees with SciPy on whole tables', () => {
    for (const { reference, current, chi2, p } of SCIPY.tables) {
      const table = chiSquareContingency(reference, current);
      expect(table?.statistic).toBeCloseTo(chi2, 10);
      expect(relative(table?.p, p)).toBeLessThan(1e-11);
    }
  });

  it('has the tails of SciPy, also far out', () => {
    for (const [x = 0, degrees = 0, known = 0] of SCIPY.chi2_sf) {
      expect(relative(chiSquareP(x, degrees), known)).toBeLessThan(known < 1e-200 ? 1e-9 : 2e-12);
    }
  });

  it('has the quantiles of SciPy', () => {
    for (const [p = 0, degrees = 0, known = 0] of SCIPY.chi2_ppf) {
      expect(relative(chiSquareQuantile(p, degrees), known)).toBeLessThan(1e-11);
    }
  });

  it('is null for an empty sample and certain of a single bin', () => {
    expect(chiSquareContingency([0, 0], [1, 1])).toBeNull();
    expect(chiSquareGoodnessOfFit([1, 1], [0, 0])).toBeNull();
    expect(chiSquareContingency([5, 0], [9, 0])).toMatchObject({ statistic: 0, degrees: 0, p: 1 });
  });

  it('of the fit is never below that of the table', () => {
    const cell = fc.integer({ min: 1, max: 500 });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 2, maxLength: 12 }), (cells) => {
        const [p, q] = [cells.map(([a]) => a), cells.map(([, b]) => b)];
        const [table, fit] = [chiSquareContingency(p, q), chiSquareGoodnessOfFit(p, q)];
        const both = (table?.statistic ?? 0) + (chiSquareContingency(q, p)?.statistic ?? 0);
        expect(both / 2).toBeCloseTo(table?.statistic ?? Number.NaN, 8);
        expect(fit?.p ?? 1).toBeLessThanOrEqual(1);
        expect(table?.p ?? -1).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('the incomplete gamma function', () => {
  it('has both sides add up to 1, and grows with x', () => {
    const shape = fc.double({ min: 0.5, max: 300, noNaN: true });
    fc.assert(
      fc.property(shape, fc.double({ min: 0, max: 900, noNaN: true }), (a, x) => {
        expect(lowerGamma(a, x) + upperGamma(a, x)).toBeCloseTo(1, 12);
        expect(upperGamma(a, x * 1.01 + 0.01)).toBeLessThanOrEqual(upperGamma(a, x) + 1e-13);
      }),
    );
  });

  it('is elementary for whole a: Q(1, x) = e⁻ˣ, Q(2, x) = (1 + x) e⁻ˣ', () => {
    for (const x of [0.1, 1, 2, 5, 40]) {
      expect(relative(upperGamma(1, x), Math.exp(-x))).toBeLessThan(1e-13);
      expect(relative(upperGamma(2, x), (1 + x) * Math.exp(-x))).toBeLessThan(1e-13);
    }
    expect([upperGamma(3, 0), lowerGamma(3, 0), upperGamma(3, Infinity)]).toEqual([1, 0, 0]);
  });
});

describe('the noise line', () => {
  it('agrees with the worked cases', () => {
    for (const known of COUNT_CASES) {
      const sum = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0);
      const noise = driftNoise(known.ref_counts.length, sum(known.ref_counts), sum(known.cur_counts));
      expect(noise?.psiMean).toBeCloseTo(known.psi_null_mean, 14);
      expect(noise?.psi95).toBeCloseTo(known.psi_null_95, 12);
    }
  });

  it('agrees with theory, and nearly with the simulation, for ten bins', () => {
    for (const [n, known] of Object.entries(CASES['PSI null, 10 equal bins, n=m'])) {
      const noise = driftNoise(10, Number(n), Number(n));
      expect(noise?.psi95).toBeCloseTo(known.q95_theory, 12);
      expect(relative(noise?.psi95, known.q95_sim)).toBeLessThan(Number(n) >= 500 ? 0.01 : 0.12);
    }
  });

  it('does not exist for one bin or an empty sample', () => {
    expect([driftNoise(1, 100, 100), driftNoise(5, 0, 100), driftNoise(5, 100, 0)]).toEqual([null, null, null]);
  });
});
