import { horizonOf, type LevelKey, levelKeys } from '../plan/inputs';
import { type PortfolioYear, portfolioPath } from '../plan/portfolio-path';
import type { DecisionInputs, StagedPath } from './decision-inputs';
import { type FullCosts, type LevelCosting, levelCosting } from './full-costs';
import { type OptionCosting, optionCosting } from './option-parts';
import { decisionLevel, investmentsOf, MONTHS, planOption } from './option-plan';

/** Prices a set of options again and again for inputs that change in place. */
export interface Pricing {
  readonly options: readonly OptionCosting[];
  readonly fullCosts: (level: LevelKey) => FullCosts;
  readonly portfolio: () => readonly PortfolioYear[];
  /** Works the level costs out from the inputs as they stand. `moving`: the plan's models have changed. */
  readonly refresh: (moving: boolean) => void;
  /** Present value of what an option costs, after `refresh`. */
  readonly pvCost: (option: number) => number;
}

/** An investment in month m is paid at the end of the year before it: month 12 at t = 1, month 18 at t = 2. */
export const yearOfInvestment = (month: number): number => Math.ceil(month / MONTHS);

export function pricing(inputs: DecisionInputs, paths: readonly StagedPath[]): Pricing {
  const years = horizonOf(inputs);
  const costings = new Map<LevelKey, LevelCosting>(levelKeys(inputs).map((key) => [key, levelCosting(years)]));
  let portfolio: readonly PortfolioYear[] = portfolioPath(inputs);
  const fullCosts = (key: LevelKey): FullCosts => {
    const found = costings.get(key);
    if (!found) throw new RangeError(`The case has no costs for ${key}: add them or leave the level out.`);
    return found.costs;
  };
  const options = paths.map((path) => {
    const plan = planOption(inputs, path);
    return optionCosting(
      inputs,
      plan,
      plan.places.map(({ level }) => fullCosts(level)),
      () => portfolio,
    );
  });
  const used = new Set(options.flatMap(({ plan }) => plan.places.map(({ level }) => level)));
  // Worth of an amount at t = 0, 1, 2 …, once for all options.
  const worth = new Float64Array(years + 1);
  const refresh: Pricing['refresh'] = (moving) => {
    if (moving) portfolio = portfolioPath(inputs);
    for (const key of used) costings.get(key)?.fill(inputs, decisionLevel(inputs, key), portfolio);
    for (const option of options) option.refresh();
    let factor = 1;
    for (let t = 0; t <= years; t++) {
      worth[t] = 1 / factor;
      factor *= 1 + inputs.discountRate;
    }
  };
  const pvCost: Pricing['pvCost'] = (at) => {
    const option = options[at];
    if (!option) throw new RangeError(`There is no option number ${at}.`);
    let sum = 0;
    for (const { month, amount } of investmentsOf(inputs, option.plan)) {
      sum += amount * (worth[yearOfInvestment(month)] ?? 0);
    }
    for (let year = 0; year < years; year++) sum += option.yearCost(year) * (worth[year + 1] ?? 0);
    return sum;
  };
  refresh(false);
  return { options, fullCosts, portfolio: () => portfolio, refresh, pvCost };
}

/** An option must be cheaper by more than this share to win over one that comes before it. */
const TIE = 1e-12;

/** The place of the least amount; of equal ones the first, which has less to build. */
export function leastOf(amounts: ArrayLike<number>): number {
  let best = 0;
  for (let at = 1; at < amounts.length; at++) {
    const least = amounts[best] ?? 0;
    if ((amounts[at] ?? 0) < least - TIE * Math.abs(least)) best = at;
  }
  return best;
}
