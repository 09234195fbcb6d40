import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { niceScale } from './nice-scale';

describe('niceScale', () => {
  it('takes round steps and keeps 0 on the axis', () => {
    expect(niceScale([0, 13.8])).toEqual({ min: 0, max: 15, step: 5, digits: 0 });
    expect(niceScale([3.1, 4.9])).toEqual({ min: 0, max: 5, step: 1, digits: 0 });
    expect(niceScale([-0.42, 0.9])).toEqual({ min: -0.5, max: 1, step: 0.5, digits: 1 });
    expect(niceScale([0, 0.24])).toEqual({ min: 0, max: 0.25, step: 0.05, digits: 2 });
  });

  it('does not open an interval for a value that lies on a tick', () => {
    expect(niceScale([0, 0.1 + 0.2 - 0.3 + 5]).max).toBe(5);
    expect(niceScale([0, 10]).max).toBe(10);
  });

  it('has an interval even where there is none', () => {
    expect([niceScale([]).max, niceScale([0, 0]).max]).toEqual([1, 1]);
    expect(niceScale([7, 7], { zero: false }).max).toBeGreaterThan(7 - 1e-9);
    expect(niceScale([Number.NaN, Number.POSITIVE_INFINITY, 4]).max).toBe(4);
  });

  it('counts in whole steps where it is asked to', () => {
    expect(niceScale([0, 2], { whole: true })).toEqual({ min: 0, max: 2, step: 1, digits: 0 });
    expect(niceScale([-3, 9], { whole: true })).toEqual({ min: -3, max: 9, step: 3, digits: 0 });
    expect(niceScale([0, 0], { whole: true }).max).toBe(1);
  });

  it('covers every value with a handful of steps', () => {
    const values = fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(values, fc.boolean(), (some, zero) => {
        const { min, max, step } = niceScale(some, { zero });
        const slack = step * 1e-6;
        expect(min).toBeLessThanOrEqual(Math.min(...some) + slack);
        expect(max).toBeGreaterThanOrEqual(Math.max(...some) - slack);
        expect(max).toBeGreaterThan(min);
        const steps = (max - min) / step;
        expect(Math.abs(steps - Math.round(steps))).toBeLessThan(1e-6);
        expect(steps).toBeLessThan(9);
      }),
    );
  });
});
