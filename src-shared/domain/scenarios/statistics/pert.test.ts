import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import vectors from '../testing/unit-vectors.json';
import { betaCdf, betaDensity, betaQuantile } from './beta-distribution';
import { normalCdf, normalQuantile } from './normal';
import { pertFromNormal, pertMean, pertShape, type ThreePoint } from './pert';

/** Values of SciPy 1.17.1. */
describe('the normal distribution', () => {
  it.each([
    [-8, 6.22096057427174e-16],
    [-7.5, 3.190891672910884e-14],
    [-5, 2.8665157187919333e-7],
    [-2.3, 0.010724110021675809],
    [-0.1, 0.460172162722971],
    [0, 0.5],
    [1.5, 0.9331927987311419],
    [4, 0.9999683287581669],
  ])('has the chance below %d', (z, chance) => {
    expect(normalCdf(z) / chance).toBeCloseTo(1, 10);
  });

  it('turns chances back into scores', () => {
    expect(normalQuantile(1e-10)).toBeCloseTo(-6.361340902404056, 12);
    expect(normalQuantile(0.03)).toBeCloseTo(-1.880793608151251, 12);
    expect(normalQuantile(0.2)).toBeCloseTo(-0.8416212335729143, 12);
    expect(normalQuantile(0.5)).toBe(0);
    expect(normalQuantile(0.999)).toBeCloseTo(3.090232306167813, 12);
  });
});

describe('the beta distribution', () => {
  it.each([
    [1, 5, 0.01, 0.04900995010000001, 4.80298005],
    [5, 1, 0.9, 0.5904900000000001, 3.280500000000001],
    [3, 3, 0.5, 0.5, 1.875],
  ])('with shapes %d and %d at %d', (alpha, beta, x, chance, density) => {
    expect(betaCdf({ alpha, beta }, x)).toBeCloseTo(chance, 13);
    expect(betaDensity({ alpha, beta }, x)).toBeCloseTo(density, 11);
  });

  it('turns chances back into values, far into the tails', () => {
    const shape = fc.double({ min: 0, max: 4, noNaN: true }).map((t) => ({ alpha: 1 + t, beta: 5 - t }));
    fc.assert(
      fc.property(shape, fc.double({ min: 1e-12, max: 0.999, noNaN: true }), (any, p) => {
        const x = betaQuantile(any, p);
        expect(Math.abs(betaCdf(any, x) - p)).toBeLessThanOrEqual(1e-12 + 1e-10 * p);
      }),
    );
    expect(betaQuantile({ alpha: 2, beta: 2 }, 0)).toBe(0);
    expect(betaQuantile({ alpha: 2, beta: 2 }, 1)).toBe(1);
    expect(betaCdf({ alpha: 2, beta: 2 }, -1)).toBe(0);
    expect(betaCdf({ alpha: 2, beta: 2 }, 2)).toBe(1);
  });
});

/** The value below which the chance is `p`; low < high. */
const pertQuantile = (point: ThreePoint, p: number): number =>
  point.low + (point.high - point.low) * betaQuantile(pertShape(point), p);

describe('PERT', () => {
  const point = { low: 4, mode: 14, high: 26 };
  const vector = vectors['pert(4,14,26)'];

  it('has the shapes and the mean of the vectors', () => {
    expect(pertShape(point).alpha).toBeCloseTo(vector.alpha, 12);
    expect(pertShape(point).beta).toBeCloseTo(vector.beta, 12);
    expect(pertMean(point)).toBeCloseTo(vector.mean, 12);
  });

  it('has the percentiles of the vectors, by chance and by normal score', () => {
    const fromNormal = pertFromNormal(point);
    for (const [p, value] of [[0.1, vector.p10] as const, [0.5, vector.p50] as const, [0.9, vector.p90] as const]) {
      expect(pertQuantile(point, p)).toBeCloseTo(value, 9);
      expect(fromNormal(normalQuantile(p))).toBeCloseTo(value, 5);
    }
  });

  it('reads every normal score to a millionth of the range, within low and high, and rising', () => {
    const place = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(place, (mode) => {
        const unit = { low: 0, mode, high: 1 };
        const fromNormal = pertFromNormal(unit);
        let before = -1;
        for (let z = -9; z <= 9; z += 0.13) {
          const value = fromNormal(z);
          expect(value).toBeGreaterThanOrEqual(Math.max(0, before));
          expect(value).toBeLessThanOrEqual(1);
          if (Math.abs(z) < 5) expect(Math.abs(value - pertQuantile(unit, normalCdf(z)))).toBeLessThan(1e-6);
          before = value;
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is a constant where low and high are the same', () => {
    expect(pertFromNormal({ low: 3, mode: 3, high: 3 })(1.5)).toBe(3);
  });
});
