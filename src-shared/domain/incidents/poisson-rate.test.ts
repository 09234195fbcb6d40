import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lowerGamma, upperGamma } from '../base/gamma';
import { poissonRate } from './poisson-rate';

describe('poissonRate', () => {
  // scipy.stats.gamma.ppf(0.025, k) and gamma.isf(0.025, k + 1)
  it.each([
    [0, 0, 3.6888794541139363],
    [1, 0.025317807984289876, 5.571643390938898],
    [3, 0.6186721228956014, 8.767273069742325],
    [10, 4.7953886961324335, 18.390356042017775],
    [100, 81.36399125092314, 121.62679379242638],
    [200_000, 199124.42499654117, 200878.47149996288],
  ])('has the exact ends for %i events', (events, low, high) => {
    const found = poissonRate(events, 1, 1);
    expect(found.rate).toBe(events);
    if (low === 0) expect(found.low).toBe(0);
    else expect(Number(found.low) / low).toBeCloseTo(1, 11);
    expect(Number(found.high) / high).toBeCloseTo(1, 11);
  });

  it('says nothing without exposure', () => {
    expect(poissonRate(3, 0, 100)).toEqual({ rate: null, low: null, high: null });
  });

  it('leaves a chance of 2.5 % on either side, and scales with the exposure', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50_000 }), fc.double({ min: 0.01, max: 1e5, noNaN: true }), (k, months) => {
        const { rate, low, high } = poissonRate(k, months, 100);
        expect(low).toBeLessThan(Number(rate));
        expect(high).toBeGreaterThan(Number(rate));
        expect(lowerGamma(k, (Number(low) * months) / 100)).toBeCloseTo(0.025, 9);
        expect(upperGamma(k + 1, (Number(high) * months) / 100)).toBeCloseTo(0.025, 9);
      }),
    );
  });
});
