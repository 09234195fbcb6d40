import { type InvestmentInputs, type LevelKey, levelKeys, levelOf } from './inputs';
import { learningCurve, unitWeeks } from './learning';
import { assertValid } from './validate-inputs';

/** Deployments 1..n of a level that is fully there, at the prices of year 1; index 0 is the first. */
export interface DeploymentCosts {
  readonly weeks: readonly number[];
  /** What the n-th deployment alone costs: its people for its weeks. */
  readonly cost: readonly number[];
  /** Mean of the first n. */
  readonly averageCost: readonly number[];
  /** How many times as fast as by hand: the n-th alone. */
  readonly latestVelocity: readonly (number | null)[];
  /** The first n together. 14 weeks → 11 days is the latest, "3–4 times" is the average: two different facts. */
  readonly averageVelocity: readonly (number | null)[];
}

function runningMeans(values: readonly number[]): number[] {
  let sum = 0;
  return values.map((value, at) => {
    sum += value;
    return sum / (at + 1);
  });
}

/** Weeks below this are none: a quotient with them would say nothing. */
const NO_TIME = 1e-6;

/** byHand / weeks; `null` where no week is left to divide by. */
function velocities(byHand: readonly number[], weeks: readonly number[]): (number | null)[] {
  return weeks.map((own, at) => (own > NO_TIME ? (byHand[at] ?? 0) / own : null));
}

/**
 * What the next deployment costs: for each level the 1st to the `count`-th since the plan began (maths.md C3), with the
 * lowest level, by hand, as what the velocities compare with. RangeError with every problem of the inputs.
 */
export function deploymentCosts(
  inputs: InvestmentInputs,
  count: number,
): Readonly<Partial<Record<LevelKey, DeploymentCosts>>> {
  assertValid(inputs);
  const keys = levelKeys(inputs);
  const units = Array.from({ length: count }, (_, at) => at + 1);
  const weeksOf = (key: LevelKey): number[] => {
    const curve = learningCurve(levelOf(inputs, key));
    return units.map((unit) => unitWeeks(curve, unit));
  };
  const byHand = keys[0] === undefined ? [] : weeksOf(keys[0]);
  const entries = keys.map((key): [LevelKey, DeploymentCosts] => {
    const weeks = weeksOf(key);
    const week = (levelOf(inputs, key).deployFte * inputs.loadedAnnual) / inputs.weeksPerYear;
    const cost = weeks.map((each) => each * week);
    return [
      key,
      {
        weeks,
        cost,
        averageCost: runningMeans(cost),
        latestVelocity: velocities(byHand, weeks),
        averageVelocity: velocities(runningMeans(byHand), runningMeans(weeks)),
      },
    ];
  });
  return Object.fromEntries(entries);
}
