import { expect, it } from 'vitest';
import { decide } from '../options/decide';
import { planOf } from '../testing/decision-cases';
import { carriedOrigin, planOver } from './carried-years';
import { projectFlows } from './project';
import { EXAMPLE_PLAN, presetInputs } from './scenario-presets';

const inputs = presetInputs('expected', { ...EXAMPLE_PLAN, retired: [0, 1, 2, 3, 4] });

it('holds the portfolio beyond the plan, or lets its last year go on, and cuts what lies beyond', () => {
  expect(planOver(inputs, 7, 'hold').newModels).toEqual([4, 6, 8, 8, 8, 0, 0]);
  expect(planOver(inputs, 7, 'hold').retired).toEqual([0, 1, 2, 3, 4, 0, 0]);
  expect(planOver(inputs, 7, 'continue').newModels).toEqual([4, 6, 8, 8, 8, 8, 8]);
  expect(planOver(inputs, 7, 'continue').retired).toEqual([0, 1, 2, 3, 4, 4, 4]);
  expect(planOver(inputs, 2, 'hold').newModels).toEqual([4, 6]);
  expect(planOver(inputs, 2, 'hold').retired).toEqual([0, 1]);
  expect(planOver(inputs, 5, 'hold')).toBe(inputs);
});

it('says nothing of retirements where the plan says nothing, and never retires more than there are', () => {
  const { retired: _, ...silent } = inputs;
  expect(planOver(silent, 7, 'continue')).not.toHaveProperty('retired');
  const small = { ...inputs, modelsAtStart: 0, newModels: [4, 0], retired: [0, 3] };
  expect(planOver(small, 4, 'continue').retired).toEqual([0, 3, 1, 0]);
});

it('is worth on the plan page what the options say of it, whatever the years and the growth', () => {
  const plan = { ...planOf('K1'), retired: [0, 1, 2, 3, 3] };
  for (const growth of ['hold', 'continue'] as const) {
    for (const years of [1, 3, 5, 7, 10]) {
      const { comparisons } = projectFlows(planOver(plan, years, growth));
      const { levels } = decide({ inputs: plan, horizon: years, growth });
      const npv = comparisons['L3 vs L1']?.npv ?? Number.NaN;
      expect(levels.L3?.npvVsL1, `${growth} ${years}`).toBeCloseTo(npv, 4);
    }
  }
  // The two rules part as soon as years are added: the test would not see one taken for the other otherwise.
  const [hold, on] = (['hold', 'continue'] as const).map((growth) => projectFlows(planOver(plan, 7, growth)));
  expect(hold?.comparisons['L3 vs L1']?.npv).not.toBeCloseTo(on?.comparisons['L3 vs L1']?.npv ?? 0, 0);
});

it('says of an added year that it is held, unless somebody typed another number', () => {
  const longer = planOver(inputs, 7, 'hold');
  expect(carriedOrigin(5, longer, 'newModels.6')).toMatchObject({
    grade: 'D',
    source: expect.stringContaining('held as at the end of year 5'),
  });
  expect(carriedOrigin(5, longer, 'retired.6')?.source).toContain('nobody has planned');
  expect(carriedOrigin(5, longer, 'newModels.4')).toBeNull();
  expect(carriedOrigin(5, longer, 'loadedAnnual')).toBeNull();
  expect(carriedOrigin(5, { ...longer, newModels: longer.newModels.with(6, 9) }, 'newModels.6')).toBeNull();
});
