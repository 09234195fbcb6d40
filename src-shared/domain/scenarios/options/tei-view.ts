import { npv, payback } from '../finance/cash-flow';
import type { DecisionInputs } from './decision-inputs';
import { PARTS } from './option-parts';
import type { OptionCosts } from './option-result';
import { yearOfInvestment } from './pricing';

/** A triangle as shares of an estimate: least, most likely, most. */
export type RiskTriangle = readonly [low: number, mode: number, high: number];

/** Benefits come lower than estimated, costs higher; assumptions (grade D), to be replaced by one's own. */
export const RISK_TRIANGLES: { readonly benefit: RiskTriangle; readonly cost: RiskTriangle } = {
  benefit: [0.7, 1, 1],
  cost: [1, 1, 1.3],
};

/** How benefits and costs are adjusted for risk: a triangle each. */
export type RiskFactors = typeof RISK_TRIANGLES;

/** Ten times an estimate is no estimate. */
export const MOST_OF_ESTIMATE = 10;

export const isRising = ([low, mode, high]: RiskTriangle): boolean =>
  low >= 0 && low <= mode && mode <= high && high <= MOST_OF_ESTIMATE;

/** What is wrong with the triangles, one sentence each. */
export function riskProblems({ benefit, cost }: Partial<RiskFactors>): string[] {
  return [['benefits', benefit] as const, ['costs', cost] as const].flatMap(([name, triangle]) =>
    triangle === undefined || isRising(triangle)
      ? []
      : [
          `The shares of an estimate that ${name} come at are ${triangle.join(', ')}: write the least first and the most last, from 0 to ${MOST_OF_ESTIMATE}.`,
        ],
  );
}

/** Gross amounts from t = 0 on, both ≥ 0. */
export interface GrossFlows {
  readonly benefits: readonly number[];
  readonly costs: readonly number[];
}

export interface TeiFigures {
  readonly pvBenefits: number;
  readonly pvCosts: number;
  readonly npv: number;
  /** (benefits − costs) / costs, gross: not the ROI that nets each year first. `null`: nothing costs more. */
  readonly roiTei: number | null;
}

export interface TeiView {
  readonly benefitFactor: number;
  readonly costFactor: number;
  readonly plain: TeiFigures & { readonly payback: number | null };
  readonly adjusted: TeiFigures & { readonly payback: number | null };
}

const factorOf = ([low, mode, high]: RiskTriangle): number => (low + mode + high) / 3;

/** Each part of each year on its own side: what an option saves is a benefit, what it costs more a cost. */
export function grossFlows(today: OptionCosts, option: OptionCosts): GrossFlows {
  const benefits = option.costFlows.map(() => 0);
  const costs = option.costFlows.map(() => 0);
  const add = (t: number, saved: number): void => {
    if (saved >= 0) benefits[t] = (benefits[t] ?? 0) + saved;
    else costs[t] = (costs[t] ?? 0) - saved;
  };
  for (const [year, parts] of option.yearParts.entries()) {
    for (const part of PARTS) add(year + 1, (today.yearParts[year]?.[part] ?? 0) - parts[part]);
  }
  const paid = (of: OptionCosts, t: number): number =>
    of.investments.reduce((sum, { month, amount }) => sum + (yearOfInvestment(month) === t ? amount : 0), 0);
  for (const t of option.costFlows.keys()) add(t, paid(today, t) - paid(option, t));
  return { benefits, costs };
}

export function teiFigures(rate: number, { benefits, costs }: GrossFlows): TeiFigures {
  const [pvBenefits, pvCosts] = [npv(rate, benefits), npv(rate, costs)];
  const net = pvBenefits - pvCosts;
  return { pvBenefits, pvCosts, npv: net, roiTei: pvCosts > 0 ? net / pvCosts : null };
}

/**
 * Benefits and costs gross, plain and risk-adjusted, as Forrester's TEI tells a case. An alternative to the simulation: to
 * adjust runs as well would count the same doubt twice. maths.md C6.
 */
export function teiView(
  inputs: DecisionInputs,
  today: OptionCosts,
  option: OptionCosts,
  triangles: typeof RISK_TRIANGLES = RISK_TRIANGLES,
): TeiView {
  const benefitFactor = factorOf(triangles.benefit);
  const costFactor = factorOf(triangles.cost);
  const gross = grossFlows(today, option);
  const view = (benefit: number, cost: number): TeiView['plain'] => {
    const benefits = gross.benefits.map((amount) => benefit * amount);
    const costs = gross.costs.map((amount) => cost * amount);
    const sizes = benefits.map((amount, t) => amount + (costs[t] ?? 0));
    const flows = benefits.map((amount, t) => amount - (costs[t] ?? 0));
    return { ...teiFigures(inputs.discountRate, { benefits, costs }), payback: payback(flows, sizes) };
  };
  return { benefitFactor, costFactor, plain: view(1, 1), adjusted: view(benefitFactor, costFactor) };
}
