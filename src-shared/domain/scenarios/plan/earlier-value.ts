import { npv } from '../finance/cash-flow';
import type { Pair } from './comparison-flows';
import { horizonOf, type InvestmentInputs, type LevelKey, levelKeys, levelOf } from './inputs';
import { deploymentWeeks, learningCurve } from './learning';
import { portfolioPath } from './portfolio-path';
import { rampShare } from './ramp';
import { assertValid } from './validate-inputs';
import { inflatorOf } from './yearly-cost';

/** Deployment weeks are calendar weeks, unlike the working weeks that effort is paid by. */
const WEEKS_OF_A_YEAR = 52;

/** What reaching production sooner is worth. Never part of the NPV: a line of its own that somebody may add. */
export interface EarlierValue {
  /** Calendar weeks by which the new models of each year are in production earlier, together. */
  readonly weeksEarlier: readonly number[];
  readonly value: readonly number[];
  readonly presentValue: number;
}

/**
 * The value of the weeks by which level b deploys sooner than level a, when a model earns `annualValue` a year (major
 * units, prices of year 1, ≥ 0). RangeError with every problem of the inputs.
 */
export function earlierValue(inputs: InvestmentInputs, { a, b }: Pair, annualValue: number): EarlierValue {
  assertValid(inputs);
  if (!(annualValue >= 0 && annualValue <= 1e15)) {
    throw new RangeError(`The value of a model is ${annualValue} a year: it must be 0 or more.`);
  }
  const path = portfolioPath(inputs);
  const [lowest = a] = levelKeys(inputs);
  const own = (key: LevelKey, at: number): number => {
    const year = path[at];
    return year ? deploymentWeeks(learningCurve(levelOf(inputs, key)), year.deployedBefore, year.newModels) : 0;
  };
  const taken = (key: LevelKey, at: number): number => {
    const { rampMonths = 0, delayMonths = 0 } = levelOf(inputs, key);
    const share = rampShare(at + 1, rampMonths, delayMonths);
    return share * own(key, at) + (1 - share) * own(lowest, at);
  };
  const weeksEarlier = Array.from({ length: horizonOf(inputs) }, (_, at) => taken(a, at) - taken(b, at));
  const value = weeksEarlier.map((weeks, at) => (weeks / WEEKS_OF_A_YEAR) * annualValue * inflatorOf(inputs, at + 1));
  return { weeksEarlier, value, presentValue: npv(inputs.discountRate, [0, ...value]) };
}
