import type { CostDefault } from '../defaults/cost-default';
import type { Growth } from '../options/decision-inputs';
import { parsePath } from './input-path';
import { horizonOf, type InvestmentInputs } from './inputs';
import { numberAt } from './scenario-inputs';

interface Portfolio {
  readonly newModels: readonly number[];
  readonly retired: readonly number[];
}

/** The plan's own years and those after it by the growth rule; never more models retire than there are. */
function grown(inputs: InvestmentInputs, years: number, growth: Growth): Portfolio {
  const newModels = [...inputs.newModels];
  const retired = newModels.map((_, year) => inputs.retired?.[year] ?? 0);
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

/**
 * The plan cut or extended to `years`, the one way of the plan page, the options and every view of them; maths.md C6. `hold`
 * claims nothing beyond what was planned: nothing new, nothing retired. Investments are not cut, and the exit cost falls in
 * the last year.
 */
export function planOver<Inputs extends InvestmentInputs>(inputs: Inputs, years: number, growth: Growth): Inputs {
  if (years === horizonOf(inputs)) return inputs;
  const { newModels, retired } = grown(inputs, years, growth);
  // A plan that says nothing of retirements goes on saying nothing.
  const told = inputs.retired !== undefined || retired.some((count) => count > 0);
  return { ...inputs, newModels, ...(told ? { retired } : {}) };
}

/**
 * What a number of a year is that nobody typed: the year was added to a plan of `before` years and holds its portfolio.
 * `null`: it is no such number.
 */
export function carriedOrigin(before: number, after: InvestmentInputs, path: string): CostDefault | null {
  const place = parsePath(path);
  if (place?.kind !== 'year' || place.year < before || before === 0) return null;
  const value = numberAt(after, path);
  if (value !== 0) return null;
  const source = `assumption; held as at the end of year ${before}: nobody has planned this year`;
  return { key: '', region: 'any', unit: 'models', low: value, mode: value, high: value, grade: 'D', source };
}
