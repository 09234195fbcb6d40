import { expect, it } from 'vitest';
import { planOf } from '../testing/decision-cases';
import { decide } from './decide';
import { ticksOf, twoWay } from './two-way';

const inputs = planOf('K1');

it('has the headline in its cell of the plan, and the derived cost follows the salary', () => {
  const { loadedAnnual, updatesPerYear } = inputs;
  const question = {
    pathX: 'loadedAnnual',
    xs: [loadedAnnual, 150_000],
    pathY: 'updatesPerYear',
    ys: [updatesPerYear],
  };
  const [[base, dear] = []] = twoWay(inputs, { pair: ['L1', 'L3'], ...question });
  expect(base?.npv).toBeCloseTo(decide({ inputs }).levels.L3?.npvVsL1 ?? Number.NaN, 6);
  const { levels } = decide({ inputs: { ...inputs, loadedAnnual: 150_000 } });
  expect(dear?.npv).toBeCloseTo(levels.L3?.npvVsL1 ?? Number.NaN, 6);
});

it('refuses what is no input of the case', () => {
  const question = { pair: ['L1', 'L2'], xs: [1], pathY: 'updatesPerYear', ys: [1] } as const;
  expect(() => twoWay(inputs, { ...question, pathX: 'colour' })).toThrow('colour is not an input of this case');
});

it('gives ticks around the value, equal ones once', () => {
  expect(ticksOf({ kind: 'entered', value: 3 }, 3)).toEqual([3]);
  const ticks = ticksOf({ kind: 'pert', low: 0, mode: 5, high: 10 }, 5);
  expect(ticks).toHaveLength(5);
  expect(ticks[2]).toBe(5);
  expect((ticks[0] ?? 0) + (ticks[4] ?? 0)).toBeCloseTo(10, 9);
});
