import { horizonOf, type InvestmentInputs, type LevelKey, levelKeys, levelOf } from './inputs';
import { portfolioPath } from './portfolio-path';
import { rampShare } from './ramp';
import { assertValid } from './validate-inputs';
import { operatingPeople } from './yearly-cost';

/** More models than this are "no limit". */
const MOST_MODELS = 1_000_000;

/** A team of exactly n people must not lose a model to rounding. */
const ROUNDING = 1e-9;

export interface SustainedYear {
  /** Share of the work that is already done the new way; a level that is fully there: 1. */
  readonly ramp: number;
  /** Models that the team keeps alive; `null`: so many that the team is not the limit. */
  readonly models: number | null;
  /** People who retrain those models, beside the team or part of it: the plan cannot know. `null` as above. */
  readonly retrainPeople: number | null;
}

/** The largest whole number of models for which `holds`; it must hold for all smaller ones. */
function mostThat(holds: (models: number) => boolean): number | null {
  if (holds(MOST_MODELS)) return null;
  let [low, high] = [0, MOST_MODELS];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** People of the operate line for a portfolio at a level that is fully there. */
export function peopleFor(inputs: InvestmentInputs, key: LevelKey, models: number): number {
  return operatingPeople(levelOf(inputs, key), models);
}

/** The team of today: what the lowest level needs for the models at the start or, without any, of year 1. */
export function teamOfToday(inputs: InvestmentInputs): number {
  const [lowest] = levelKeys(inputs);
  const models = inputs.modelsAtStart || portfolioPath(inputs)[0]?.living || 0;
  return lowest === undefined ? 0 : peopleFor(inputs, lowest, models);
}

/**
 * How many models one team (people who operate, ≥ 0) sustains at each level, year by year while the capability is
 * built: in a year the share `ramp` of the models is kept the new way and the rest still the old way. RangeError with
 * every problem of the inputs.
 */
export function sustainedModels(
  inputs: InvestmentInputs,
  team: number = teamOfToday(inputs),
): Readonly<Partial<Record<LevelKey, readonly SustainedYear[]>>> {
  assertValid(inputs);
  if (!(team >= 0)) throw new RangeError(`A team of ${team} people sustains nothing: enter 0 or more.`);
  const [lowest = 'L1'] = levelKeys(inputs);
  const sustained = (key: LevelKey, year: number): SustainedYear => {
    const { rampMonths = 0, delayMonths = 0, retrainHours } = levelOf(inputs, key);
    const ramp = rampShare(year, rampMonths, delayMonths);
    const people = (models: number): number =>
      ramp * peopleFor(inputs, key, models) + (1 - ramp) * peopleFor(inputs, lowest, models);
    const models = mostThat((count) => people(count) <= team + ROUNDING);
    const hours = ramp * retrainHours + (1 - ramp) * levelOf(inputs, lowest).retrainHours;
    const each = (inputs.updatesPerYear * hours) / inputs.hoursPerYear;
    return { ramp, models, retrainPeople: models === null ? null : models * each };
  };
  const years = Array.from({ length: horizonOf(inputs) }, (_, at) => at + 1);
  return Object.fromEntries(levelKeys(inputs).map((key) => [key, years.map((year) => sustained(key, year))]));
}
