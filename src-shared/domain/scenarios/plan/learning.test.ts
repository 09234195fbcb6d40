import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inputsOf } from '../testing/cases';
import vectors from '../testing/unit-vectors.json';
import { deploymentWeeks, learningCurve, unitWeeks } from './learning';
import { sumPowers } from './sum-powers';

const curve = (firstWeeks: number, exponent: number, floorWeeks = 0) => ({ firstWeeks, exponent, floorWeeks });

/** The exponent of the unit curve through `first` for unit 1 and `later` for unit `unit` > 1. */
const exponentThrough = (first: number, later: number, unit: number): number =>
  Math.log(later / first) / Math.log(unit);

describe('readings of "14 weeks to 11 days"', () => {
  it.each([
    ['calendar days 98 -> 11', 98, 11, 6, 12],
    ['working days 70 -> 11', 70, 11, 6, 12],
    ['weeks 14 -> 11/7', 14, 11 / 7, 6, 12],
    ['step /3.5 then units 1..5 on the platform: 28 -> 11 calendar days', 28, 11, 5, 12],
  ] as const)('%s', (name, first, later, unit, count) => {
    const vector = vectors.learn[name];
    const exponent = exponentThrough(first, later, unit);
    expect(exponent).toBeCloseTo(vector.b, 12);
    const units = Array.from({ length: count }, (_, at) => unitWeeks(curve(first, exponent), at + 1));
    vector.units.forEach((value, at) => {
      expect(units[at]).toBeCloseTo(value, 10);
    });
  });

  it('explains "3 to 4 times as fast" as an average over 7 to 10 models', () => {
    const raw = curve(98, exponentThrough(98, 11, 6));
    for (const [n, velocity] of Object.entries(vectors.velocity_unit_form)) {
      expect((98 * Number(n)) / deploymentWeeks(raw, 0, Number(n))).toBeCloseTo(velocity, 10);
    }
    const step = curve(28, exponentThrough(28, 11, 5), 5);
    for (const [n, velocity] of Object.entries(vectors.velocity_step_form_floor5)) {
      expect((98 * Number(n)) / (98 + deploymentWeeks(step, 0, Number(n) - 1))).toBeCloseTo(velocity, 10);
    }
  });

  it('shows why the raw curve must not be extrapolated: all models there will ever be take 502 days', () => {
    const limit = vectors['sum_k^b_limit'];
    // The vector's b is rounded; its sums are those of the exact curve.
    const exponent = exponentThrough(98, 11, 6);
    expect(exponent).toBeCloseTo(limit.b, 4);
    const raw = curve(98, exponent);
    expect(deploymentWeeks(raw, 0, 1_000)).toBeCloseTo(limit.total_days_first_1000, 6);
    // The tail behind N falls like N^(b + 1) / −(b + 1).
    const rest = (98 * 1e6 ** (exponent + 1)) / -(exponent + 1);
    expect(deploymentWeeks(raw, 0, 1e6) + rest).toBeCloseTo(limit.zeta, 4);
  });
});

describe('deployment weeks', () => {
  it('are first × count by hand, and never below the floor on a platform', () => {
    const [byHand, platform] = [inputsOf(2).levels.L1, inputsOf(2).levels.L2];
    if (!byHand || !platform) throw new Error('case 2 has both levels');
    expect(deploymentWeeks(learningCurve(byHand), 7, 5)).toBe(70);
    // From the 15th model on 4 × k^b is under a week.
    expect(deploymentWeeks(learningCurve(platform), 18, 8)).toBe(8);
    expect(unitWeeks(learningCurve(platform), 1)).toBe(4);
  });

  it('take the sum of their units, in whole and in part', () => {
    const weeks = fc.double({ min: 0, max: 50, noNaN: true });
    const exponent = fc.double({ min: -3, max: 0, noNaN: true });
    const count = fc.integer({ min: 0, max: 300 });
    fc.assert(
      fc.property(weeks, exponent, weeks, count, count, (first, b, floor, before, n) => {
        const any = curve(first, b, floor);
        let sum = 0;
        for (let unit = before + 1; unit <= before + n; unit++) sum += unitWeeks(any, unit);
        expect(Math.abs(deploymentWeeks(any, before, n) - sum)).toBeLessThanOrEqual(1e-9 * (1 + sum));
        const split = deploymentWeeks(any, before, n / 3) + deploymentWeeks(any, before + n / 3, n - n / 3);
        expect(Math.abs(split - sum)).toBeLessThanOrEqual(1e-6 * (1 + sum));
      }),
      { numRuns: 300 },
    );
  });

  it('sums powers of long ranges as exactly as of short ones', () => {
    for (const b of [-0.1, -0.5145731728297583, -1, -1.2206, -3]) {
      let sum = 0;
      for (let k = 100_000; k >= 1; k--) sum += k ** b;
      expect(sumPowers(1, 100_000, b) / sum).toBeCloseTo(1, 12);
    }
    expect(sumPowers(5, 4, -1)).toBe(0);
  });
});
