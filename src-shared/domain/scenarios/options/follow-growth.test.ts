import { expect, it } from 'vitest';
import { planOver } from '../plan/carried-years';
import { planOf } from '../testing/decision-cases';
import { decide } from './decide';
import { decisionDraft } from './decision-place';
import { followGrowth } from './horizon';
import { twoWay } from './two-way';
import { viewsOf } from './views';

const inputs = planOf('K1');
const years = inputs.newModels.length;
const last = `newModels.${years - 1}`;
/** The plan with another last year, as if it had been planned so. */
const planned = (models: number) => ({ ...inputs, newModels: [...inputs.newModels.slice(0, -1), models] });

it('goes on beyond the plan from the last year that a cell is about, not from the planned one', () => {
  const question = { pathX: last, xs: [0, 40], pathY: 'loadedAnnual', ys: [inputs.loadedAnnual] };
  for (const growth of ['continue', 'hold'] as const) {
    const beyond = { planYears: years, growth };
    const [cells = []] = twoWay(planOver(inputs, 10, growth), { pair: ['L1', 'L3'], ...question, beyond });
    for (const [at, models] of question.xs.entries()) {
      const { levels, cheapest } = decide({ inputs: planned(models), horizon: 10, growth });
      expect(cells[at]?.npv, `${growth} ${models}`).toBeCloseTo(levels.L3?.npvVsL1 ?? Number.NaN, 5);
      expect(cells[at]?.cheapest).toBe(cheapest);
    }
  }
  const table = viewsOf({ inputs, compare: 'L3 vs L1', horizon: 10, growth: 'continue', ...question }).twoWay;
  const x = table?.xs.indexOf(40) ?? -1;
  const asPlanned = decide({ inputs: planned(40), horizon: 10, growth: 'continue' });
  expect(table?.cells[0]?.[x]?.npv).toBeCloseTo(asPlanned.levels.L3?.npvVsL1 ?? Number.NaN, 5);
});

it('so does every run that draws the last year', () => {
  const uncertain = [{ path: last, of: { kind: 'pert', low: 30, mode: 40, high: 50 } }] as const;
  const runs = 2_000;
  const drawn = decide({ inputs: planned(40), horizon: 10, growth: 'continue', uncertain, runs });
  const at = (models: number) =>
    decide({ inputs: planned(models), horizon: 10, growth: 'continue' }).levels.L3?.npvVsL1 ?? Number.NaN;
  const spread = drawn.simulation?.pairs['L3 vs L1'];
  const [low, high] = [at(30), at(50)].toSorted((a, b) => a - b);
  // The fifth and the ninety-fifth of a hundred draws, as far out as the plan that has them.
  expect(spread?.p05).toBeGreaterThan(low ?? 0);
  expect(spread?.p95).toBeLessThan(high ?? 0);
  const [near, far] = [at(32.7), at(47.3)].toSorted((a, b) => a - b);
  expect(((spread?.p95 ?? 0) - (spread?.p05 ?? 0)) / ((far ?? 0) - (near ?? 0))).toBeGreaterThan(0.8);
});

it('never retires more than there are, and follows nothing where the portfolio is held', () => {
  const small = { ...inputs, modelsAtStart: 2, newModels: [1, 1], retired: [0, 3] };
  const draft = decisionDraft(planOver(small, 5, 'continue'));
  const follow = followGrowth(draft, 2, 'continue');
  draft.set({ kind: 'year', key: 'newModels', year: 1 }, 2);
  follow?.();
  expect(draft.inputs.newModels).toEqual([1, 2, 2, 2, 2]);
  expect(draft.inputs.retired).toEqual([0, 3, 3, 3, 2]);
  expect(followGrowth(draft, 2, 'hold')).toBeNull();
  expect(followGrowth(draft, 5, 'continue')).toBeNull();
});
