import { planOver } from '../plan/carried-years';
import { horizonOf, type LevelKey, levelKeys } from '../plan/inputs';
import { MOST_YEARS } from '../plan/validate-inputs';
import { type DecisionInputs, type Growth, levelPath } from './decision-inputs';
import { leastOf, pricing } from './pricing';

/** Sets one number of a year in a draft of the plan. */
type SetYear = (
  place: { readonly kind: 'year'; readonly key: 'newModels' | 'retired'; readonly year: number },
  value: number,
) => void;

/**
 * Lets the years beyond a plan follow its last one in a draft of `planOver`, again after every change: where models of the
 * plan are moved or drawn, those that go on do so from the moved last year, not from the planned one. `null`: no year follows.
 *
 * @param planYears years of the plan as given
 */
export function followGrowth(
  { inputs, set }: { readonly inputs: DecisionInputs; readonly set: SetYear },
  planYears: number,
  growth: Growth,
): (() => void) | null {
  const years = horizonOf(inputs);
  if (growth === 'hold' || years <= planYears) return null;
  return () => {
    let living = inputs.modelsAtStart ?? 0;
    for (let year = 0; year < planYears; year++) {
      living += (inputs.newModels[year] ?? 0) - (inputs.retired?.[year] ?? 0);
    }
    const added = inputs.newModels[planYears - 1] ?? 0;
    const last = inputs.retired?.[planYears - 1] ?? 0;
    for (let year = planYears; year < years; year++) {
      const left = Math.max(0, Math.min(last, living + added));
      set({ kind: 'year', key: 'newModels', year }, added);
      set({ kind: 'year', key: 'retired', year }, left);
      living += added - left;
    }
  };
}

/** Present value of every level, lowest first. */
export function levelCosts(inputs: DecisionInputs): number[] {
  const keys = levelKeys(inputs);
  const [baseline = 'L1'] = keys;
  const priced = pricing(
    inputs,
    keys.map((key) => levelPath(key, baseline)),
  );
  return keys.map((_, at) => priced.pvCost(at));
}

/** The level of least present value; of equal ones the lower. */
export function cheapestLevel(inputs: DecisionInputs): LevelKey {
  return levelKeys(inputs)[leastOf(levelCosts(inputs))] ?? 'L1';
}

/** Present value of every level when the plan is judged over 1, 2 … 10 years. */
export function costsByHorizon(inputs: DecisionInputs, growth: Growth): number[][] {
  return Array.from({ length: MOST_YEARS }, (_, at) => levelCosts(planOver(inputs, at + 1, growth)));
}

/** The cheapest level by horizon, one year first. */
export function cheapestByHorizon(inputs: DecisionInputs, growth: Growth): LevelKey[] {
  const keys = levelKeys(inputs);
  return costsByHorizon(inputs, growth).map((costs) => keys[leastOf(costs)] ?? 'L1');
}
