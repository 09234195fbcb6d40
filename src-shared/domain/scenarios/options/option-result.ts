import { npv, payback } from '../finance/cash-flow';
import { horizonOf } from '../plan/inputs';
import { inflatorOf } from '../plan/yearly-cost';
import type { DecisionInputs } from './decision-inputs';
import { type OptionCosting, PARTS, type PartKey } from './option-parts';
import { investmentsOf, MONTHS, type Payment } from './option-plan';
import { type PeopleYear, peopleByMonth, peopleOf } from './people';
import { type Pricing, yearOfInvestment } from './pricing';

export type Parts = Readonly<Record<PartKey, number>>;

/** What is paid month by month: enough to say when an option is behind another. */
export interface MonthlyCosts {
  readonly investments: readonly Payment[];
  /** Without investments, month 1 first. */
  readonly monthly: readonly number[];
}

/** One option over the plan; money in major units, unrounded. Arrays by year start with year 1, by month with month 1. */
export interface OptionCosts extends MonthlyCosts {
  readonly investment: number;
  /** Shares of the work by year: baseline, then the steps. */
  readonly shares: readonly (readonly number[])[];
  readonly yearParts: readonly Parts[];
  readonly monthParts: readonly Parts[];
  /** Without investments. */
  readonly yearCost: readonly number[];
  /** What is paid at t = 0, 1, 2 …: investments at the year that they open, years at their end. */
  readonly costFlows: readonly number[];
  readonly pvCost: number;
  readonly people: readonly PeopleYear[];
  readonly monthPeople: readonly PeopleYear[];
}

function partsOf(values: Float64Array): Parts {
  // One entry for each key of PARTS, in their order.
  return Object.fromEntries(PARTS.map((key, at) => [key, values[at] ?? 0])) as Parts;
}

export function totalOf(parts: Parts): number {
  return PARTS.reduce((sum, key) => sum + parts[key], 0);
}

/** The figures of an option after `refresh` of its pricing. */
export function optionCosts(inputs: DecisionInputs, pricing: Pricing, option: OptionCosting): OptionCosts {
  const years = Array.from({ length: horizonOf(inputs) }, (_, year) => year);
  const buffer = new Float64Array(PARTS.length);
  const between = (from: number, to: number, year: number): Parts => {
    option.fill(buffer, from, to, year);
    return partsOf(buffer);
  };
  const yearParts = years.map((year) => between(MONTHS * year, MONTHS * (year + 1), year));
  const monthParts = Array.from({ length: option.plan.months }, (_, month) =>
    between(month, month + 1, Math.floor(month / MONTHS)),
  );
  const yearCost = yearParts.map(totalOf);
  const investments = investmentsOf(inputs, option.plan);
  const costFlows = [0, ...yearCost];
  for (const { month, amount } of investments) {
    const t = yearOfInvestment(month);
    costFlows[t] = (costFlows[t] ?? 0) + amount;
  }
  const shares = years.map((year) => option.sharesBetween(MONTHS * year, MONTHS * (year + 1)));
  const dip = yearParts.map((parts, at) => parts.dip / inflatorOf(inputs, at + 1));
  const monthShares = monthParts.map((_, month) => option.sharesBetween(month, month + 1));
  const monthDip = monthParts.map((parts, month) => parts.dip / inflatorOf(inputs, Math.floor(month / MONTHS) + 1));
  return {
    investments,
    investment: investments.reduce((sum, { amount }) => sum + amount, 0),
    shares,
    yearParts,
    monthParts,
    monthly: monthParts.map(totalOf),
    yearCost,
    costFlows,
    pvCost: npv(inputs.discountRate, costFlows),
    people: peopleOf(inputs, option.plan, shares, pricing.portfolio(), dip),
    monthPeople: peopleByMonth(inputs, option.plan, monthShares, pricing.portfolio(), monthDip),
  };
}

/** What an option saves against another, by year from t = 0 on; positive: the option is cheaper. */
export function savedFlows(other: OptionCosts, option: OptionCosts): number[] {
  return other.costFlows.map((cost, t) => cost - (option.costFlows[t] ?? 0));
}

/** Years until an option is no longer behind another for good; what both cost sets how close to 0 counts as 0. */
export function paybackAgainst(other: OptionCosts, option: OptionCosts): number | null {
  const sizes = other.costFlows.map((cost, t) => Math.abs(cost) + Math.abs(option.costFlows[t] ?? 0));
  return payback(savedFlows(other, option), sizes);
}

/** Investments of a month, 0 the start. */
export const paidIn = ({ investments }: Pick<MonthlyCosts, 'investments'>, month: number): number =>
  investments.reduce((sum, payment) => sum + (payment.month === month ? payment.amount : 0), 0);

/** What has been paid from the start to the end of each month. */
export function runningCosts(costs: MonthlyCosts): number[] {
  let sum = 0;
  return costs.monthly.map((amount, at) => {
    sum += amount + paidIn(costs, at);
    return sum;
  });
}

interface Running {
  /** What is saved up to each month; index 0 is today. */
  readonly sums: readonly number[];
  /** How far from 0 a sum may be for rounding. */
  readonly noise: readonly number[];
}

const NOTHING = 1e-9;
const ROUNDING = 1e-12;

function runningSaved(other: MonthlyCosts, option: MonthlyCosts): Running {
  let sum = 0;
  let size = 0;
  const sums: number[] = [];
  const noise: number[] = [];
  for (let month = 0; month <= option.monthly.length; month++) {
    const costA = (other.monthly[month - 1] ?? 0) + paidIn(other, month);
    const costB = (option.monthly[month - 1] ?? 0) + paidIn(option, month);
    sum += costA - costB;
    size += Math.abs(costA) + Math.abs(costB);
    sums.push(sum);
    noise.push(Math.max(NOTHING, ROUNDING * size));
  }
  return { sums, noise };
}

export interface PeakFunding {
  /** The most by which an option is behind, undiscounted; ≥ 0. */
  readonly peakFunding: number;
  /** The first month of it; 0: today, or never behind. */
  readonly peakFundingMonth: number;
}

/** The deepest point of an option against another, month by month: year ends would hide it. */
export function peakFunding(other: MonthlyCosts, option: MonthlyCosts): PeakFunding {
  const { sums, noise } = runningSaved(other, option);
  let deepest = 0;
  for (const [month, sum] of sums.entries()) {
    if (sum < (sums[deepest] ?? 0) - (noise[month] ?? 0)) deepest = month;
  }
  const least = sums[deepest] ?? 0;
  return least < -(noise[deepest] ?? 0)
    ? { peakFunding: -least, peakFundingMonth: deepest }
    : { peakFunding: 0, peakFundingMonth: 0 };
}

/** The month after which an option is never behind again; 0: it never is behind, `null`: it still is at the end. */
export function paybackMonth(other: MonthlyCosts, option: MonthlyCosts): number | null {
  const { sums, noise } = runningSaved(other, option);
  const last = sums.findLastIndex((sum, month) => sum < -(noise[month] ?? 0));
  if (last < 0) return 0;
  return last === sums.length - 1 ? null : last + 1;
}
