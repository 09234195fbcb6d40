import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countBelow, countBins, decileEdges, innerEdges, quantile } from './deciles';
import { ascending, CASES, SCIPY } from './testing/cases';

describe('deciles', () => {
  it('are NumPy’s', () => {
    for (const { reference, deciles } of SCIPY.two_samples) {
      const values = ascending(reference);
      deciles.forEach((known, tenth) => {
        expect(quantile(values, tenth / 10)).toBeCloseTo(known, 14);
      });
    }
  });

  it('make the bins of the worked case with quintiles', () => {
    const { values, 'reference quintiles, open ends': known } = CASES['BINNING same data, different rules'];
    const sorted = ascending(values.ref);
    const inner = [0.2, 0.4, 0.6, 0.8].map((p) => quantile(sorted, p));
    expect(inner).toEqual(known.edges.slice(1, -1).map((edge) => expect.closeTo(Number(edge), 12)));
    expect(countBins(sorted, inner)).toEqual(known.ref);
    expect(countBins(ascending(values.cur), inner)).toEqual(known.cur);
  });

  it('are merged where they are the same', () => {
    expect([...decileEdges(ascending([...Array(95).fill(0), 1, 2, 3, 4, 5]))]).toEqual([0, 5]);
    expect([...decileEdges(ascending([7, 7, 7]))]).toEqual([7]);
    expect([...decileEdges(ascending([]))]).toEqual([]);
  });

  it('are finite whatever the values', () => {
    expect([...decileEdges(ascending([-Infinity, 1, 2, 3, Infinity]))].every(Number.isFinite)).toBe(true);
  });
});

describe('counting into bins', () => {
  it('gives a value on an edge to the bin above', () => {
    expect(countBins(ascending([1, 2, 2, 3]), [2, 3])).toEqual([1, 2, 1]);
  });

  it('agrees with looking at every value, infinite ones too', () => {
    const value = fc.oneof(fc.integer({ min: -9, max: 9 }), fc.constantFrom(-Infinity, Infinity));
    const edges = fc.uniqueArray(fc.integer({ min: -9, max: 9 }), { maxLength: 8 });
    fc.assert(
      fc.property(fc.array(value, { maxLength: 40 }), edges, (values, some) => {
        const inner = ascending(some);
        const open = [-Infinity, ...inner, Infinity];
        const known = open.slice(0, -1).map((from, bin) => {
          const to = open[bin + 1] ?? Infinity;
          return values.filter((one) => one >= from && (one < to || to === Infinity)).length;
        });
        expect(countBins(ascending(values), inner)).toEqual(known);
        expect(countBelow(ascending(values), 3)).toBe(values.filter((one) => one < 3).length);
      }),
    );
  });

  it('puts about a tenth of distinct values into each bin of their own deciles', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer(), { minLength: 20, maxLength: 300 }), (values) => {
        const sorted = ascending(values);
        const counts = countBins(sorted, innerEdges(decileEdges(sorted)));
        expect(counts).toHaveLength(10);
        for (const count of counts) expect(Math.abs(count - values.length / 10)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
