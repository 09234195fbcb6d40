import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ascending, CASES, SCIPY } from './testing/cases';
import { populationDeviation, wasserstein, wassersteinNormed } from './wasserstein';

const CASE_SAMPLES = [
  CASES['D3 numeric 10/10, shift by 2'],
  CASES['D4 numeric with ties, unequal sizes 8/6'],
  CASES['BINNING same data, different rules'].unbinned,
];

describe('the Wasserstein distance', () => {
  it.each(CASE_SAMPLES)('agrees with the worked case %#', ({ ref, cur, ...known }) => {
    const [a, b] = [ascending(ref), ascending(cur)];
    expect(wasserstein(a, b)).toBeCloseTo(known.wasserstein, 12);
    expect(populationDeviation(a)).toBeCloseTo(known.ref_std_population, 12);
    expect(wassersteinNormed(wasserstein(a, b), a)).toBeCloseTo(known.wasserstein_normed, 12);
  });

  it('agrees with SciPy', () => {
    for (const { reference, current, wasserstein: known, normed } of SCIPY.two_samples) {
      const [p, q] = [ascending(reference), ascending(current)];
      expect(wasserstein(p, q)).toBeCloseTo(known, 12);
      // One value has no spread: the floor of Evidently is the divisor.
      expect((wassersteinNormed(wasserstein(p, q), p) ?? 0) / normed).toBeCloseTo(1, 11);
    }
  });

  it('of a constant reference is divided by the floor, as in Evidently', () => {
    const normed = wassersteinNormed(wasserstein(ascending([5, 5, 5]), ascending([5, 5, 6])), ascending([5, 5, 5]));
    expect(normed).toBeCloseTo(CASES.EDGE.constant_reference.wasserstein_normed, 9);
  });

  it('is in standard deviations at any scale', () => {
    const reference = Array.from({ length: 400 }, (_, index) => Math.sin(index * 12.9898));
    const normed = (scale: number): number => {
      const [p, q] = [reference, reference.map((value) => value + 0.2)].map((side) =>
        ascending(side.map((value) => value * scale)),
      );
      return p && q ? (wassersteinNormed(wasserstein(p, q), p) ?? 0) : 0;
    };
    for (const scale of [1e-9, 1e-4, 1, 1e12]) expect(normed(scale) / normed(10)).toBeCloseTo(1, 9);
  });

  it('takes what rounding leaves of a constant for a constant', () => {
    const [p, q] = [ascending([0.1 + 0.2, 0.3, 0.3]), ascending([0.3, 0.3, 0.31])];
    expect(wassersteinNormed(wasserstein(p, q), p)).toBeLessThan(10);
  });

  it('does not exist for an empty sample or infinite values', () => {
    expect(wasserstein(ascending([]), ascending([1]))).toBeNull();
    expect(wasserstein(ascending([1]), ascending([]))).toBeNull();
    expect(wasserstein(ascending([1, Infinity]), ascending([1]))).toBeNull();
    expect(wassersteinNormed(wasserstein(ascending([1]), ascending([-Infinity])), ascending([1]))).toBeNull();
    expect(populationDeviation(ascending([1, Infinity]))).toBeNull();
  });

  it('does not exist where it is beyond the largest double', () => {
    const [low, high] = [ascending([-1e308, -9e307]), ascending([1e308, 1.1e308])];
    expect([wasserstein(low, high), populationDeviation(high)]).toEqual([null, null]);
    expect(wassersteinNormed(2, high)).toBeNull();
  });

  const sample = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 12 });

  it('is the least total move of a best pairing, when sizes are made equal', () => {
    fc.assert(
      fc.property(sample, sample, (a, b) => {
        const [left, right] = [
          ascending(a.flatMap((one) => Array.from(b, () => one))),
          ascending(b.flatMap((one) => Array.from(a, () => one))),
        ];
        const moved = left.reduce((sum, one, at) => sum + Math.abs(one - (right[at] ?? 0)), 0);
        expect(wasserstein(ascending(a), ascending(b))).toBeCloseTo(moved / left.length, 10);
      }),
    );
  });

  it('is the shift of a shifted sample', () => {
    fc.assert(
      fc.property(sample, fc.integer({ min: -9, max: 9 }), (a, shift) => {
        const moved = a.map((one) => one + shift);
        expect(wasserstein(ascending(a), ascending(moved))).toBeCloseTo(Math.abs(shift), 10);
      }),
    );
  });
});
