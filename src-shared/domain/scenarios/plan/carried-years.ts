import type { CostDefault } from '../defaults/cost-default';
import { parsePath } from './input-path';
import { horizonOf, type InvestmentInputs } from './inputs';
import { numberAt } from './scenario-inputs';

/** The plan with another number of years: new years grow as the last one did and retire nothing. */
export function withHorizon(inputs: InvestmentInputs, years: number): InvestmentInputs {
  if (years === horizonOf(inputs)) return inputs;
  const last = inputs.newModels.at(-1) ?? 0;
  const newModels = Array.from({ length: years }, (_, year) => inputs.newModels[year] ?? last);
  return { ...inputs, newModels, ...(inputs.retired ? { retired: inputs.retired.slice(0, years) } : {}) };
}

/**
 * What a number of a year is that nobody typed: the year was added to a plan of `before` years and goes on as its last one.
 * `null`: it is no such number.
 */
export function carriedOrigin(before: number, after: InvestmentInputs, path: string): CostDefault | null {
  const place = parsePath(path);
  if (place?.kind !== 'year' || place.year < before || before === 0) return null;
  const value = numberAt(after, path);
  const last = place.key === 'newModels' ? numberAt(after, `newModels.${before - 1}`) : 0;
  if (value === null || value !== last) return null;
  const source = `assumption; carried on ${place.key === 'newModels' ? `from year ${before}` : 'without retirements'}: nobody has planned this year`;
  return { key: '', region: 'any', unit: 'models', low: value, mode: value, high: value, grade: 'D', source };
}
