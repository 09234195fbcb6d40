import { withDerived } from '../plan/derived-inputs';
import { horizonOf, type InvestmentInputs, type LevelKey, levelKeys } from '../plan/inputs';
import { portfolioPath } from '../plan/portfolio-path';
import { levelPath } from './decision-inputs';
import { PARTS, type PartKey } from './option-parts';
import { investmentsOf, MONTHS } from './option-plan';
import { type MonthlyCosts, runningCosts } from './option-result';
import { endsOf, type HouseYears, meansOver, type Period, planAxis, sumsOver } from './plan-axis';
import { pricing } from './pricing';

/** What is paid for running a level, by what it is paid for: the rows of the budget that a plan's own levels have. */
export const PLAN_PARTS = ['operate', 'incident', 'retrain', 'deploy', 'platform', 'lines', 'exit'] as const;
export type PlanPart = (typeof PLAN_PARTS)[number];

/** One level by the years of the axis; money in major units, nominal. */
export interface LevelOnAxis {
  /** Without the investment. */
  readonly cost: readonly number[];
  /** Paid at the start. */
  readonly investment: number;
  /** By part; they add up to `cost`. */
  readonly parts: Readonly<Record<PlanPart, readonly number[]>>;
  /** With the investment: at the start, then up to the end of each year. */
  readonly running: readonly number[];
  readonly costs: MonthlyCosts;
}

/** A plan by the years of the house, as the options, the deck and the budget have it. */
export interface PlanOnAxis {
  readonly house: HouseYears;
  readonly months: number;
  readonly axis: readonly Period[];
  readonly levels: Readonly<Partial<Record<LevelKey, LevelOnAxis>>>;
  /** Models that cost money, mean of the months of each year. */
  readonly living: readonly number[];
}

/** The levels of a plan on the one axis, worked out by the options' own functions; the inputs are valid. */
export function planOnAxis(given: InvestmentInputs, house: HouseYears): PlanOnAxis {
  const inputs = withDerived(given);
  const months = MONTHS * horizonOf(inputs);
  const axis = planAxis(months, house);
  const keys = levelKeys(inputs);
  const [baseline = 'L1'] = keys;
  const priced = pricing(
    inputs,
    keys.map((key) => levelPath(key, baseline)),
  );
  const levels = priced.options.map((option, at): readonly [LevelKey, LevelOnAxis] => {
    // A slider asks for this in every frame: one buffer, and no people, who are the options' own.
    const buffer = new Float64Array(PARTS.length);
    const byPart = PARTS.map((): number[] => []);
    const monthly = Array.from({ length: months }, (_, month) => {
      option.fill(buffer, month, month + 1, Math.floor(month / MONTHS));
      let sum = 0;
      for (const [place, amount] of buffer.entries()) {
        byPart[place]?.push(amount);
        sum += amount;
      }
      return sum;
    });
    const costs: MonthlyCosts = { monthly, investments: investmentsOf(inputs, option.plan) };
    const partOf = (part: PartKey): readonly number[] => sumsOver(axis, byPart[PARTS.indexOf(part)] ?? []);
    // One entry for each part of PLAN_PARTS.
    const parts = Object.fromEntries(PLAN_PARTS.map((part) => [part, partOf(part)])) as LevelOnAxis['parts'];
    const investment = costs.investments.reduce((sum, { amount }) => sum + amount, 0);
    const running = [investment, ...endsOf(axis, runningCosts(costs))];
    return [keys[at] ?? baseline, { cost: sumsOver(axis, monthly), investment, parts, running, costs }];
  });
  const monthly = portfolioPath(inputs).flatMap(({ living }) => Array.from({ length: MONTHS }, () => living));
  return { house, months, axis, levels: Object.fromEntries(levels), living: meansOver(axis, monthly) };
}
