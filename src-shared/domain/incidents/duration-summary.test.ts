import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { medianIntervalRank, summarizeDurations } from './duration-summary';

const durations = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 60 });

describe('summarizeDurations', () => {
  it('gives quantiles as NumPy does', () => {
    expect(summarizeDurations([4, 1, 3, 2])).toMatchObject({ median: 2.5, p90: 3.7, n: 4, mean: 2.5, low: null });
    expect(summarizeDurations([7])).toMatchObject({ median: 7, p90: 7, n: 1 });
    expect(summarizeDurations([])).toEqual({ median: null, p90: null, n: 0, low: null, high: null, mean: null });
  });

  it('gives the interval of the median from order statistics', () => {
    // Ranks of published tables: n = 10 → 2nd and 9th, n = 20 → 6th and 15th.
    expect(summarizeDurations(Array.from({ length: 10 }, (_, at) => at + 1))).toMatchObject({ low: 2, high: 9 });
    expect(summarizeDurations(Array.from({ length: 20 }, (_, at) => at + 1))).toMatchObject({ low: 6, high: 15 });
  });

  it.each([
    [5, 0],
    [6, 1],
    [8, 1],
    [9, 2],
    [25, 8],
    [100, 40],
    [1000, 469],
  ])('takes from %i values the rank %i', (n, rank) => expect(medianIntervalRank(n)).toBe(rank));

  it('goes over to the approximation without a jump', () => {
    expect(medianIntervalRank(1001) - medianIntervalRank(1000)).toBeLessThanOrEqual(1);
    expect(medianIntervalRank(1001)).toBeGreaterThanOrEqual(468);
  });

  it('does not depend on the order, keeps its own order, and follows the unit', () => {
    fc.assert(
      fc.property(durations, (values) => {
        const { median, p90, low, high, n } = summarizeDurations(values);
        expect(summarizeDurations(values.toReversed())).toMatchObject({ median, p90, low, high, n });
        expect(p90).toBeGreaterThanOrEqual(median ?? 0);
        if (low !== null && high !== null) {
          expect(low).toBeLessThanOrEqual(median ?? 0);
          expect(high).toBeGreaterThanOrEqual(median ?? 0);
        }
        expect(summarizeDurations(values.map((value) => value * 2)).median).toBeCloseTo(2 * (median ?? 0), 6);
      }),
    );
  });
});
