import { expect, it } from 'vitest';
import { planOf } from '../testing/decision-cases';
import { decide } from './decide';
import { decisionSensitivity, ticksOf } from './decision-sensitivity';
import { twoWay } from './two-way';

const inputs = planOf('K1');
const uncertain = [
  { path: 'updatesPerYear', of: { kind: 'rate' as const, events: 33, exposure: 22.39 } },
  { path: 'loadedAnnual', of: { kind: 'pert' as const, low: 78_000, mode: 112_000, high: 150_000 } },
  { path: 'levels.L2.operateFte', of: { kind: 'pert' as const, low: 0.1, mode: 0.2, high: 0.35 } },
];

it('begins at the headline and goes from the 5th to the 95th of a hundred draws, the widest first', () => {
  const { base, rows } = decisionSensitivity(inputs, ['L1', 'L3'], uncertain);
  expect(base).toBeCloseTo(decide({ inputs }).levels.L3?.npvVsL1 ?? Number.NaN, 6);
  const updates = rows.find(({ path }) => path === 'updatesPerYear');
  expect(updates?.low).toBeCloseTo(1.097862, 6);
  expect(updates?.high).toBeCloseTo(1.945245, 6);
  const swings = rows.map(({ swing }) => swing);
  expect(swings).toEqual(swings.toSorted((a, b) => b - a));
  // People per model of level 2 touch neither level 1 nor level 3.
  expect(rows.at(-1)).toMatchObject({ path: 'levels.L2.operateFte', swing: 0 });
});

it('is what a two-way table says at the same values: a derived cost follows the salary', () => {
  const { rows } = decisionSensitivity(inputs, ['L1', 'L3'], uncertain);
  const salary = rows.find(({ path }) => path === 'loadedAnnual');
  const [[cell] = []] = twoWay(inputs, {
    pair: ['L1', 'L3'],
    pathX: 'loadedAnnual',
    xs: [salary?.high ?? 0],
    pathY: 'updatesPerYear',
    ys: [inputs.updatesPerYear],
  });
  expect(cell?.npv).toBeCloseTo(salary?.npvHigh ?? Number.NaN, 6);
});

it('gives ticks around the value, equal ones once', () => {
  expect(ticksOf({ kind: 'entered', value: 3 }, 3)).toEqual([3]);
  const ticks = ticksOf({ kind: 'pert', low: 0, mode: 5, high: 10 }, 5);
  expect(ticks).toHaveLength(5);
  expect(ticks[2]).toBe(5);
  expect((ticks[0] ?? 0) + (ticks[4] ?? 0)).toBeCloseTo(10, 9);
});
