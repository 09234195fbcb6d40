import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import vectors from '../testing/unit-vectors.json';
import { capitalRecovery, discountedPayback, mirr, npv, npvMid, payback, roi, roiPresentValue } from './cash-flow';

const excel = vectors.excel;
const flows = fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 11 });
const rate = fc.double({ min: -0.9, max: 5, noNaN: true });

describe('a spreadsheet agrees', () => {
  it('on the present value: its NPV() places the first value one period ahead', () => {
    const all = [0, -10_000, 3_000, 4_200, 6_800];
    expect(npv(0.1, all)).toBeCloseTo(excel['NPV(10%,-10000,3000,4200,6800) all inside NPV()'], 6);
    expect(npv(0.1, all.slice(1))).toBeCloseTo(excel['-10000+NPV(10%,3000,4200,6800)'], 6);
  });

  it('on MIRR with two rates', () => {
    const value = mirr([-120_000, 39_000, 30_000, 21_000, 37_000, 46_000], 0.1, 0.12);
    expect(value).toBeCloseTo(excel['MIRR(-120000,39000,30000,21000,37000,46000;10%,12%)'], 10);
  });

  it('on the capital recovery factor, and close to no interest at all', () => {
    expect(capitalRecovery(0.1, 5)).toBeCloseTo(excel['CRF(10%,5)'], 12);
    expect(capitalRecovery(0, 5)).toBe(excel['CRF(0,5)']);
    expect(capitalRecovery(1e-12, 5)).toBeCloseTo(0.2, 11);
  });
});

it('agrees with a published TEI table to the dollar', () => {
  const costs = [53_150, 666_715, 636_772, 647_783];
  const benefits = [0, 1_606_511, 3_061_331, 4_229_760];
  expect(Math.round(npv(0.1, costs))).toBe(1_672_201);
  expect(Math.round(npv(0.1, benefits))).toBe(7_168_371);
  const value = npv(0.1, benefits) - npv(0.1, costs);
  expect(Math.round(value)).toBe(5_496_170);
  expect(value / npv(0.1, costs)).toBeCloseTo(3.287, 3);
  const net = benefits.map((benefit, year) => benefit - (costs[year] ?? 0));
  expect((payback(net) ?? 0) * 12).toBeCloseTo(0.68, 2);
});

describe('payback', () => {
  it('is the last crossing, not the first', () => {
    expect(payback([-100, 150, -100, 100])).toBe(2.5);
    expect(payback([-100, 50, 100])).toBe(1.5);
  });

  it('is 0 when nothing is ever missing and null when something always is', () => {
    expect(payback([0, 10, 10])).toBe(0);
    expect(payback([5, -5, 1])).toBe(0);
    expect(payback([-100, 40, 40])).toBeNull();
    expect(payback([-100, 200, -150])).toBeNull();
  });

  it('is not put off by what rounding leaves', () => {
    expect(payback([-0.3, 0.1, 0.1, 0.1])).toBe(3);
    expect(discountedPayback(0.1, [-100, 110])).toBe(1);
  });
});

describe('returns', () => {
  it('need something that is put in', () => {
    expect(roi([0, 10])).toBeNull();
    expect(roi([5, 10])).toBeNull();
    expect(roi([-5, 10])).toBe(1);
    expect(roiPresentValue(0.1, [0, 10])).toBeNull();
    expect(mirr([-1, -2], 0.1, 0.1)).toBeNull();
    expect(mirr([1, 2], 0.1, 0.1)).toBeNull();
    expect(mirr([-1], 0.1, 0.1)).toBeNull();
  });

  it('without interest are sums', () => {
    fc.assert(
      fc.property(flows, (values) => {
        const sum = values.reduce((total, value) => total + value, 0);
        expect(npv(0, values)).toBeCloseTo(sum, 3);
        expect(npvMid(0, values)).toBeCloseTo(sum, 3);
      }),
    );
  });

  it('scale with the money: values by the factor, rates and times not at all', () => {
    fc.assert(
      fc.property(rate, flows, fc.double({ min: 0.5, max: 2, noNaN: true }), (r, values, factor) => {
        const scaled = values.map((value) => value * factor);
        const size = npv(
          r,
          values.map((value) => Math.abs(value)),
        );
        expect(Math.abs(npv(r, scaled) - factor * npv(r, values))).toBeLessThanOrEqual(1e-9 * size + 1e-300);
        for (const figure of [mirr(values, r, r), roi(values)]) expect(figure ?? 0).toSatisfy(Number.isFinite);
      }),
    );
  });

  it('fall as the rate rises when one invests first and earns later', () => {
    const earned = fc.array(fc.double({ min: 1, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(earned, rate, rate, (years, r, s) => {
        fc.pre(Math.abs(r - s) > 1e-6);
        const investment = [-1e5, ...years];
        expect(npv(Math.min(r, s), investment)).toBeGreaterThan(npv(Math.max(r, s), investment));
      }),
    );
  });

  it('refuse rates without a present value', () => {
    expect(() => npv(-1, [1])).toThrow(RangeError);
    expect(() => npv(Number.NaN, [1])).toThrow(RangeError);
    expect(() => capitalRecovery(0.1, 0)).toThrow(RangeError);
  });
});
