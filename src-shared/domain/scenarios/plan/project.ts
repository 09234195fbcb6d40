import { annualisedCosts, breakEvenByNpv, breakEvenSteady } from '../finance/break-even';
import { discountedPayback, mirr, npv, npvMid, payback, roi, roiPresentValue } from '../finance/cash-flow';
import { type InternalRate, internalRate } from '../finance/irr';
import { comparisonFlows, type Pair, pairName, pairsOf } from './comparison-flows';
import { type InvestmentInputs, type LevelKey, levelKeys, levelOf } from './inputs';
import { type PortfolioYear, portfolioPath } from './portfolio-path';
import { assertValid } from './validate-inputs';
import { type LevelYears, levelYears } from './yearly-cost';

/** One level over the years; money in major units, unrounded. Arrays by year start with year 1. */
export interface LevelProjection extends LevelYears {
  readonly investment: number;
  /** From t = 0 (the investment) on: one longer than the plan. */
  readonly cumulative: readonly number[];
  readonly pvCost: number;
}

/** What level b brings against level a, read off their flows. */
export interface FlowFigures extends InternalRate {
  /** From t = 0 on; positive = b is cheaper. */
  readonly flows: readonly number[];
  readonly npv: number;
  readonly npvMid: number;
  /** At the discount rate both ways; `null` without both signs. */
  readonly mirr: number | null;
  /** Years; `null`: not within the plan. */
  readonly payback: number | null;
  readonly discountedPayback: number | null;
  /** `null`: b needs no more investment than a. */
  readonly roi: number | null;
  readonly roiPresentValue: number | null;
}

/** From how many models on level b pays; `null`: never up to 500 in a steady year, up to 200 by NPV. */
export interface BreakEvens {
  readonly breakEvenSteady: number | null;
  readonly breakEvenNpv: number | null;
}

/** What level b brings against level a. */
export interface Comparison extends FlowFigures, BreakEvens {}

interface Projected<Judged> {
  readonly portfolio: readonly PortfolioYear[];
  readonly levels: Readonly<Partial<Record<LevelKey, LevelProjection>>>;
  /** By `L2 vs L1`: every pair of levels given. */
  readonly comparisons: Readonly<Record<string, Judged>>;
}

/** All but the break-evens, which project hundreds of other portfolios. */
export type FlowProjection = Projected<FlowFigures>;

export type Projection = Projected<Comparison>;

function runningSum(flows: readonly number[]): number[] {
  let sum = 0;
  return flows.map((flow) => {
    sum += flow;
    return sum;
  });
}

function projectLevel(inputs: InvestmentInputs, key: LevelKey, years: LevelYears): LevelProjection {
  const { investment } = levelOf(inputs, key);
  const flows = [investment, ...years.yearCost];
  return { investment, ...years, cumulative: runningSum(flows), pvCost: npv(inputs.discountRate, flows) };
}

/** The break-evens of any pair of the case's levels; maths.md C2. The inputs are valid. */
export function breakEvens(inputs: InvestmentInputs): (pair: Pair) => BreakEvens {
  const byNpv = breakEvenByNpv(inputs);
  const steady = new Map(levelKeys(inputs).map((key) => [key, annualisedCosts(inputs, key)]));
  return ({ a, b }) => ({
    breakEvenSteady: breakEvenSteady(steady.get(a) ?? [], steady.get(b) ?? []),
    breakEvenNpv: byNpv(a, b),
  });
}

/** Every figure of a row of flows; maths.md C1. */
export function judgeFlows(rate: number, flows: readonly number[]): FlowFigures {
  return {
    flows,
    npv: npv(rate, flows),
    npvMid: npvMid(rate, flows),
    ...internalRate(flows),
    mirr: mirr(flows, rate, rate),
    payback: payback(flows),
    discountedPayback: discountedPayback(rate, flows),
    roi: roi(flows),
    roiPresentValue: roiPresentValue(rate, flows),
  };
}

/**
 * What each level costs over the years and what each brings against the ones below it; rules.md 5, maths.md C1 and C2.
 * RangeError with every problem when the inputs are not valid (`validateInputs`).
 */
export function projectFlows(inputs: InvestmentInputs): FlowProjection {
  assertValid(inputs);
  const years = levelYears(inputs);
  const levels = [...years].map(([key, level]) => [key, projectLevel(inputs, key, level)] as const);
  const comparisons = pairsOf(inputs).map((pair) => {
    const flows = comparisonFlows(inputs, years, pair.a, pair.b);
    return [pairName(pair), judgeFlows(inputs.discountRate, flows)] as const;
  });
  return {
    portfolio: portfolioPath(inputs),
    levels: Object.fromEntries(levels),
    comparisons: Object.fromEntries(comparisons),
  };
}

/** `projectFlows` with the break-evens of every pair; maths.md C2. */
export function projectInvestment(inputs: InvestmentInputs): Projection {
  const projected = projectFlows(inputs);
  const breakEvenOf = breakEvens(inputs);
  const comparisons = pairsOf(inputs).flatMap((pair) => {
    const judged = projected.comparisons[pairName(pair)];
    return judged ? [[pairName(pair), { ...judged, ...breakEvenOf(pair) }] as const] : [];
  });
  return { ...projected, comparisons: Object.fromEntries(comparisons) };
}
