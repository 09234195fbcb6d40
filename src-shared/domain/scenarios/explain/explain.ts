import { lineCost, lineMonths, linesOf } from '../plan/cost-lines';
import { withDerived } from '../plan/derived-inputs';
import { fieldAt, parsePath, sayPath, valueAt } from '../plan/input-path';
import { horizonOf, type InvestmentInputs, type LevelKey, levelKeys, levelOf, sayLevel } from '../plan/inputs';
import { type PortfolioYear, portfolioPath } from '../plan/portfolio-path';
import { assertValid } from '../plan/validate-inputs';
import { type ComponentKey, type Recipe, yearRecipes } from '../plan/year-recipes';
import { type CostComponents, inflatorOf, levelYears } from '../plan/yearly-cost';
import { sayFactor } from './say-figure';

/** One input that a figure was made from. */
export interface UsedInput {
  /** As in `uncertain`: `levels.L2.operateFte`. */
  readonly path: string;
  readonly label: string;
  readonly unit: string;
  readonly value: number;
}

/** One part of a year's cost: what it is, how it is reckoned, and from what. */
export interface CostLine {
  /** `ramp`: what the old way still costs more (or less) while the level is being built. */
  readonly key: ComponentKey | 'ramp' | 'exit' | 'line';
  /** The formula in words. */
  readonly words: string;
  /** The same with the numbers put in. */
  readonly numbers: string;
  readonly value: number;
  readonly used: readonly UsedInput[];
}

export interface YearExplanation {
  readonly level: LevelKey;
  /** From 1. */
  readonly year: number;
  readonly portfolio: PortfolioYear;
  /** Their values add up to `total`. */
  readonly lines: readonly CostLine[];
  /** What is paid this year: `yearCost` of the projection. */
  readonly total: number;
}

export function usedAt(inputs: InvestmentInputs, paths: readonly string[]): UsedInput[] {
  return paths.flatMap((path) => {
    const place = parsePath(path);
    const value = place && valueAt(inputs, place);
    return place && value !== null ? [{ path, label: sayPath(place), unit: fieldAt(place).unit, value }] : [];
  });
}

/** `.operateFte` of level 2 is `levels.L2.operateFte`. */
function pathsOf(names: readonly string[], key: LevelKey): string[] {
  return names.map((name) => (name.startsWith('.') ? `levels.${key}${name}` : name));
}

/** The numbers of models behind a component: those deployed up to its year, or those living in it. */
function countsOf(inputs: InvestmentInputs, key: ComponentKey, year: number): string[] {
  const years = Array.from({ length: year }, (_, at) => at);
  const added = years.map((at) => `newModels.${at}`);
  if (key === 'deploy') return added;
  const retired = years.filter((at) => (inputs.retired?.[at] ?? 0) > 0).map((at) => `retired.${at}`);
  return [...((inputs.modelsAtStart ?? 0) > 0 ? ['modelsAtStart'] : []), ...added, ...retired];
}

/** One component of a year as a line: its factors in words and numbers, and the inputs behind them. */
export function componentLine(
  inputs: InvestmentInputs,
  key: LevelKey,
  year: number,
  recipe: Recipe,
  value: number,
): CostLine {
  const inflator = inflatorOf(inputs, year);
  const inflation = { words: `inflation to year ${year}`, numbers: sayFactor(inflator) };
  const factors = inflator === 1 ? recipe.factors : [...recipe.factors, inflation];
  const names = inflator === 1 ? recipe.from : [...recipe.from, 'inflation'];
  return {
    key: recipe.key,
    words: factors.map(({ words }) => words).join(' × '),
    numbers: `${factors.map(({ numbers }) => numbers).join(' × ')} = ${sayFactor(value)}`,
    value,
    used: usedAt(inputs, [...countsOf(inputs, recipe.key, year), ...pathsOf(names, key)]),
  };
}

interface Ramped {
  readonly share: number;
  readonly own: CostComponents;
  readonly base: CostComponents;
}

/** The part of the work that is still done the old way; none once the level is fully there. */
function rampLines(inputs: InvestmentInputs, key: LevelKey, { share, own, base }: Ramped): CostLine[] {
  const [lowest] = levelKeys(inputs);
  if (share === 1 || lowest === undefined || key === lowest) return [];
  const [before, after] = [base.total - base.platform, own.total - own.platform];
  const value = (1 - share) * (before - after);
  const words = `share still done as at ${sayLevel(lowest)} × (its cost without platform − the new cost without platform)`;
  const numbers = `${sayFactor(100 * (1 - share))}% × (${sayFactor(before)} − ${sayFactor(after)}) = ${sayFactor(value)}`;
  return [{ key: 'ramp', words, numbers, value, used: usedAt(inputs, pathsOf(['.rampMonths', '.delayMonths'], key)) }];
}

function exitLines(inputs: InvestmentInputs, key: LevelKey, year: number): CostLine[] {
  const { exitCost = 0 } = levelOf(inputs, key);
  if (exitCost === 0 || year !== horizonOf(inputs)) return [];
  const words = 'cost of leaving the platform, paid in the last year';
  const used = usedAt(inputs, pathsOf(['.exitCost'], key));
  return [{ key: 'exit', words, numbers: sayFactor(exitCost), value: exitCost, used }];
}

function costLines(inputs: InvestmentInputs, key: LevelKey, year: number): CostLine[] {
  const inflator = inflatorOf(inputs, year);
  return linesOf(inputs, key).flatMap((line) => {
    const value = inflator * lineCost(line, year);
    if (value === 0) return [];
    const { label, startMonth, months, oneOff, yearly } = line;
    const due = lineMonths(line, year);
    const parts = [
      due.oneOff > 0 && oneOff > 0 ? sayFactor(oneOff) + (months === 0 ? '' : ` × ${due.oneOff} / ${months}`) : '',
      due.yearly > 0 && yearly > 0 ? `${sayFactor(yearly)} × ${due.yearly} / 12` : '',
    ].filter((part) => part !== '');
    const sum = parts.join(' + ');
    const inflated = inflator === 1 ? sum : `(${sum}) × ${sayFactor(inflator)}`;
    const numbers = `${inflated} = ${sayFactor(value)}`;
    const when = `one-off in months ${startMonth + 1} to ${startMonth + Math.max(1, months)}, then every year`;
    const words = `${label} (${when}): what falls into this year${inflator === 1 ? '' : ' × inflation'}`;
    return [{ key: 'line', words, numbers, value, used: [] }];
  });
}

/**
 * How the cost of a level in a year (from 1) comes about: every component with its formula in words, with its numbers
 * and with the inputs behind it. RangeError with every problem of the inputs, or when the case has no such level or year.
 */
export function explainYear(given: InvestmentInputs, key: LevelKey, year: number): YearExplanation {
  assertValid(given);
  const inputs = withDerived(given);
  const [lowest = key] = levelKeys(inputs);
  levelOf(inputs, key);
  const levels = levelYears(inputs, [lowest, key]);
  const at = year - 1;
  const level = levels.get(key);
  const own = level?.components[at];
  const base = levels.get(lowest)?.components[at];
  const portfolio = portfolioPath(inputs)[at];
  if (!level || !own || !base || !portfolio) {
    throw new RangeError(`The plan has ${horizonOf(inputs)} years and no year ${year}: choose one of them.`);
  }
  const components = yearRecipes(inputs, key, portfolio).map((recipe) =>
    componentLine(inputs, key, year, recipe, own[recipe.key]),
  );
  const ramp = rampLines(inputs, key, { share: level.ramp[at] ?? 1, own, base });
  const lines = [...components, ...ramp, ...costLines(inputs, key, year), ...exitLines(inputs, key, year)];
  return { level: key, year, portfolio, lines, total: level.yearCost[at] ?? 0 };
}
