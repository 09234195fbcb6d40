import type { Pair } from './comparison-flows';
import { lineCost, linesOf } from './cost-lines';
import type { InputPath } from './input-path';
import { horizonOf, type InvestmentInputs, type LevelInputs, type LevelKey, levelKeys, levelOf } from './inputs';
import { type PortfolioYear, portfolioPath } from './portfolio-path';
import { rampShare } from './ramp';
import { platformCost, workCost } from './yearly-cost';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Inputs of one run after the other: the places that are drawn are overwritten, nothing else is made anew. */
export interface Draft {
  readonly inputs: InvestmentInputs;
  readonly set: (place: InputPath, value: number) => void;
}

export function draftOf(given: InvestmentInputs): Draft {
  const newModels = [...given.newModels];
  const retired = given.newModels.map((_, year) => given.retired?.[year] ?? 0);
  const levels: { [key in LevelKey]?: Mutable<LevelInputs> } = {};
  for (const key of levelKeys(given)) levels[key] = { ...levelOf(given, key) };
  const inputs: Mutable<InvestmentInputs> = { ...given, newModels, retired, levels };
  const years = { newModels, retired };
  const set: Draft['set'] = (place, value) => {
    if (place.kind === 'plan') inputs[place.key] = value;
    else if (place.kind === 'year') years[place.key][place.year] = value;
    else {
      const level = levels[place.level];
      if (level) level[place.key] = value;
    }
  };
  return { inputs, set };
}

/** What is paid by year, the first year at index 0, for the levels of a pair. */
export interface RunCosts {
  readonly a: Float64Array;
  readonly b: Float64Array;
}

/**
 * Works out `levelYears`' yearly costs of a pair again and again, for inputs that change in place: the same formulas
 * without the parts that only a page shows. `moving`: the plan's models are among what changes.
 */
export function costRunner(inputs: InvestmentInputs, { a, b }: Pair, moving: boolean): () => RunCosts {
  const years = horizonOf(inputs);
  const costs = { a: new Float64Array(years), b: new Float64Array(years) };
  const [lowest = a] = levelKeys(inputs);
  const fixed = portfolioPath(inputs);
  const extra = (key: LevelKey): number[] => {
    const lines = linesOf(inputs, key);
    return fixed.map((_, at) => lines.reduce((sum, line) => sum + lineCost(line, at + 1), 0));
  };
  const extras = { a: extra(a), b: extra(b) };
  const paid = (level: LevelInputs, year: PortfolioYear, at: number, inflator: number, base: number): number => {
    // The baseline ramps up from itself.
    const share =
      level === inputs.levels[lowest] ? 0 : rampShare(at + 1, level.rampMonths ?? 0, level.delayMonths ?? 0);
    const own = share === 0 ? 0 : workCost(inputs, level, year, inflator);
    const exit = at === years - 1 ? (level.exitCost ?? 0) : 0;
    return share * own + (1 - share) * base + platformCost(level, year, inflator) + exit;
  };
  return () => {
    const path = moving ? portfolioPath(inputs) : fixed;
    const [levelA, levelB, baseline] = [levelOf(inputs, a), levelOf(inputs, b), levelOf(inputs, lowest)];
    const rate = 1 + (inputs.inflation ?? 0);
    let inflator = 1;
    for (const [at, year] of path.entries()) {
      const base = workCost(inputs, baseline, year, inflator);
      costs.a[at] = paid(levelA, year, at, inflator, base) + inflator * (extras.a[at] ?? 0);
      costs.b[at] = paid(levelB, year, at, inflator, base) + inflator * (extras.b[at] ?? 0);
      inflator *= rate;
    }
    return costs;
  };
}
