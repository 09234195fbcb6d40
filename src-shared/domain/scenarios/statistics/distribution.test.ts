import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Distribution, dispersion, drawable } from './distribution';
import { medianInterval } from './median-draw';
import { normalCdf } from './normal';
import { tQuantile } from './student-t';

const rows = fc.array(
  fc.integer({ min: 0, max: 10_000 }).map((value) => value / 10),
  { minLength: 5, maxLength: 40 },
);
const anyDistribution: fc.Arbitrary<Distribution> = fc.oneof(
  fc.record({
    kind: fc.constant('rate' as const),
    events: fc.integer({ min: 0, max: 200 }),
    exposure: fc.double({ min: 0.1, max: 100, noNaN: true }),
  }),
  fc
    .tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 1, max: 50 }))
    .map(([part, more]) => ({ kind: 'share' as const, part, n: part + more })),
  rows.map((values) => ({ kind: 'median' as const, values })),
  rows.map((values) => ({ kind: 'mean' as const, values })),
);

describe('a number as it may be', () => {
  it('rises with the chance', () => {
    fc.assert(
      fc.property(anyDistribution, (of) => {
        const { quantile } = drawable(of);
        const values = [0.001, 0.05, 0.25, 0.5, 0.75, 0.95, 0.999].map((u) => quantile?.(u) ?? Number.NaN);
        for (const [at, value] of values.entries()) expect(value).toBeGreaterThanOrEqual(values[at - 1] ?? value);
      }),
      { numRuns: 60 },
    );
  });

  it('is drawn from its table as it is, to a ten-thousandth of the width', () => {
    fc.assert(
      fc.property(anyDistribution, fc.double({ min: -3, max: 3, noNaN: true }), (of, z) => {
        const { quantile, fromNormal } = drawable(of);
        if (!quantile || !fromNormal) throw new Error('There is nothing to draw.');
        const width = quantile(0.95) - quantile(0.05);
        // Resampled means lie on steps: where one ends, both sides are as good.
        const [low, high] = [quantile(normalCdf(z - 1 / 64)), quantile(normalCdf(z + 1 / 64))];
        const found = fromNormal(z);
        const slack = 1e-4 * width + 1e-12;
        if (of.kind === 'mean') {
          expect(found).toBeGreaterThanOrEqual(low - slack);
          expect(found).toBeLessThanOrEqual(high + slack);
        } else {
          expect(Math.abs(found - quantile(normalCdf(z)))).toBeLessThanOrEqual(slack);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('does not know more of the rows than their order where it is a median', () => {
    const { quantile, base } = drawable({ kind: 'median', values: [9, 1, 5, 3, 7] });
    expect(base).toBe(5);
    expect(quantile?.(0.5)).toBe(5);
    expect(quantile?.(1e-9)).toBe(1);
    expect(quantile?.(1 - 1e-9)).toBe(9);
  });

  it('has no range of its own below five rows, and none at all without exposure', () => {
    for (const kind of ['median', 'mean'] as const) {
      expect(drawable({ kind, values: [1, 2, 3, 4] })).toMatchObject({ base: 2.5, quantile: null, shown95: null });
    }
    expect(drawable({ kind: 'rate', events: 0, exposure: 0 }).base).toBeNull();
  });

  it('is the one value that all rows have', () => {
    const { quantile, fromNormal } = drawable({ kind: 'mean', values: [4, 4, 4, 4, 4] });
    expect([quantile?.(0.01), quantile?.(0.99), fromNormal?.(2)]).toEqual([4, 4, 4]);
  });

  it('counts what somebody enters as a range where there is one, else as fixed', () => {
    expect(drawable({ kind: 'entered', value: 3 })).toMatchObject({ base: 3, quantile: null, given: null });
    expect(drawable({ kind: 'entered', value: 3, low: 1, high: 4 })).toMatchObject({ base: 3, given: [1, 4] });
  });

  it('takes the plain normal error for hundreds of rows', () => {
    const values = Array.from({ length: 600 }, (_, at) => at % 7);
    const { quantile, base } = drawable({ kind: 'mean', values });
    expect(quantile?.(0.5)).toBeCloseTo(base ?? Number.NaN, 12);
    expect((quantile?.(0.975) ?? 0) - (base ?? 0)).toBeCloseTo((1.9639 * 2.0016) / Math.sqrt(600), 3);
  });
});

describe('order statistics', () => {
  it('cover the median by no less than they say, and are the widest that must be', () => {
    for (let n = 6; n <= 60; n++) {
      const sorted = Array.from({ length: n }, (_, at) => at + 1);
      const found = medianInterval(sorted, 0.95);
      expect(found?.cover).toBeGreaterThanOrEqual(0.95);
      // Symmetric about the middle.
      expect((found?.low ?? 0) + (found?.high ?? 0)).toBe(n + 1);
    }
    expect(medianInterval([1, 2, 3, 4, 5], 0.95)).toBeNull();
    expect(medianInterval([1, 2, 3, 4, 5], 0.9)).toEqual({ low: 1, high: 5, cover: 0.9375 });
  });
});

it('has the quantiles of Student’s t as they are tabled', () => {
  for (const [p, freedom, t] of [
    [0.975, 7, 2.364624252],
    [0.95, 1, 6.313751515],
    [0.6, 5, 0.267180866],
    [0.995, 29, 2.756385904],
  ] as const) {
    expect(tQuantile(p, freedom)).toBeCloseTo(t, 8);
    expect(tQuantile(1 - p, freedom)).toBeCloseTo(-t, 8);
  }
});

it('tells events in bunches from events that are spread', () => {
  const place = (events: number) => ({ events, exposure: 1 });
  expect(dispersion([place(5), place(5), place(5)])).toBe(0);
  expect(dispersion([place(15), place(0), place(0)])).toBe(15);
  expect(dispersion([place(3)])).toBeNull();
  expect(dispersion([place(0), place(0)])).toBeNull();
});
