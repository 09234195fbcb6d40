import { horizonOf, type LevelKey, levelKeys } from '../plan/inputs';
import { MOST_YEARS } from '../plan/validate-inputs';
import { type DecisionInputs, type Growth, levelPath } from './decision-inputs';
import { leastOf, pricing } from './pricing';

interface Portfolio {
  readonly newModels: readonly number[];
  readonly retired: readonly number[];
}

function retiredOf({ newModels, retired }: DecisionInputs): number[] {
  return newModels.map((_, year) => retired?.[year] ?? 0);
}

/** The plan's own years and those after it by the growth rule; never more models retire than there are. */
function grown(inputs: DecisionInputs, years: number, growth: Growth): Portfolio {
  const newModels = [...inputs.newModels];
  const retired = retiredOf(inputs);
  const [lastNew = 0, lastRetired = 0] = [newModels.at(-1), retired.at(-1)];
  let living = inputs.modelsAtStart ?? 0;
  for (const [year, count] of newModels.entries()) living += count - (retired[year] ?? 0);
  while (newModels.length < years) {
    const added = growth === 'hold' ? 0 : lastNew;
    const left = growth === 'hold' ? 0 : Math.min(lastRetired, living + added);
    newModels.push(added);
    retired.push(left);
    living += added - left;
  }
  return { newModels: newModels.slice(0, years), retired: retired.slice(0, years) };
}

/** The plan cut or extended to `years`; investments are not cut, the exit cost falls in its last year. */
export function planOver(inputs: DecisionInputs, years: number, growth: Growth): DecisionInputs {
  if (years === horizonOf(inputs)) return inputs;
  return { ...inputs, ...grown(inputs, years, growth) };
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
