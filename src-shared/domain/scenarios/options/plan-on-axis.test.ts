import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelKeys } from '../plan/inputs';
import { projectFlows } from '../plan/project';
import { anyInputs } from '../testing/arbitrary-inputs';
import { planOf } from '../testing/decision-cases';
import { decide } from './decide';
import { paybackMonth } from './option-result';
import { houseYears, planYearName, sayTwoYears } from './plan-axis';
import { PLAN_PARTS, planOnAxis } from './plan-on-axis';

const asked = { startDate: '2026-11', fiscalYearStart: 4 };
const house = houseYears(asked);
const near = (value: number, other: number): void =>
  expect(Math.abs(value - other)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(other)));

describe('a plan on the house’s axis', () => {
  it('is to the last digit what the options say of its levels', () => {
    for (const id of ['C2', 'K1', 'A2']) {
      const inputs = planOf(id);
      const plan = planOnAxis(inputs, house);
      const decision = decide({ inputs, ...asked });
      expect(plan.axis).toEqual(decision.axis);
      const [baseline = 'L1'] = levelKeys(inputs);
      for (const key of levelKeys(inputs)) {
        const [own, told] = [plan.levels[key], decision.levels[key]];
        expect(own?.cost).toEqual(told?.onAxis.cost);
        expect(own?.running.slice(1)).toEqual(told?.onAxis.running);
        const today = plan.levels[baseline];
        const month = own && today && key !== baseline ? paybackMonth(today.costs, own.costs) : null;
        expect(month).toBe(told?.paybackMonth ?? null);
      }
    }
  });

  it('has every amount of the plan’s own years, in years of the house and by part', () => {
    fc.assert(
      fc.property(anyInputs, fc.integer({ min: 1, max: 12 }), (inputs, fiscalYearStart) => {
        const plain = planOnAxis(inputs, houseYears(null));
        const recut = planOnAxis(inputs, { startDate: '2026-11', fiscalYearStart });
        const { levels } = projectFlows(inputs);
        for (const key of levelKeys(inputs)) {
          const [years, own, other] = [levels[key], plain.levels[key], recut.levels[key]];
          if (!years || !own || !other) throw new Error(`There is no ${key}.`);
          for (const [at, cost] of years.yearCost.entries()) near(own.cost[at] ?? Number.NaN, cost);
          near(other.running.at(-1) ?? Number.NaN, years.cumulative.at(-1) ?? 0);
          for (const [at, cost] of other.cost.entries()) {
            near(
              PLAN_PARTS.reduce((sum, part) => sum + (other.parts[part][at] ?? 0), 0),
              cost,
            );
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('the words for years', () => {
  it('name a year of the plan by its months once there is a start', () => {
    expect(planYearName(2, houseYears(null))).toBe('year 2');
    expect(planYearName(1, house)).toBe('year 1 (Nov 2026–Oct 2027)');
    expect(planYearName(5, house)).toBe('year 5 (Nov 2030–Oct 2031)');
  });

  it('say once how the two kinds of years lie', () => {
    expect(sayTwoYears(houseYears(null))).toBe('');
    expect(sayTwoYears(house)).toBe(
      'The plan begins in Nov 2026. Amounts stand in fiscal years from Apr, summed from months; inputs, prices and discounting go by years of the plan: year 1 (Nov 2026–Oct 2027) is the first.',
    );
    expect(sayTwoYears({ startDate: '2027-01', fiscalYearStart: 1 })).toMatch(/in calendar years, .* both begin/);
  });
});
