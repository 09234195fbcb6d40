import { engineersNeeded } from './capacity';
import { horizonOf, type InvestmentInputs, type LevelInputs, type LevelKey, levelKeys, levelOf } from './inputs';
import { deploymentWeeks, learningCurve } from './learning';
import { type PortfolioYear, portfolioPath } from './portfolio-path';
import { rampShare } from './ramp';

/** What a year costs at a level that is fully there; money in major units, inflated to that year. */
export interface CostComponents {
  readonly deploy: number;
  readonly operate: number;
  readonly retrain: number;
  readonly incident: number;
  readonly platform: number;
  readonly total: number;
}

/** People who operate `models` at a level, in whole engineers where the level counts them. */
export function operatingPeople(level: LevelInputs, models: number): number {
  const { modelsPerEngineer, minEngineers, operateFte } = level;
  if (modelsPerEngineer === undefined) return models * operateFte;
  return engineersNeeded(models, modelsPerEngineer, minEngineers);
}

/** Effort of the year's deployments, in person-weeks. */
export function deploymentEffort(level: LevelInputs, year: PortfolioYear): number {
  return level.deployFte * deploymentWeeks(learningCurve(level), year.deployedBefore, year.newModels);
}

/** The five components of maths.md C2 for one year, times `inflator`. */
export function yearComponents(
  inputs: InvestmentInputs,
  level: LevelInputs,
  year: PortfolioYear,
  inflator: number,
): CostComponents {
  const { loadedAnnual, weeksPerYear, hoursPerYear, updatesPerYear, incidentCost } = inputs;
  const { living } = year;
  const deploy = inflator * deploymentEffort(level, year) * (loadedAnnual / weeksPerYear);
  const operate = inflator * operatingPeople(level, living) * loadedAnnual;
  const retrain = inflator * living * updatesPerYear * level.retrainHours * (loadedAnnual / hoursPerYear);
  const incident = inflator * living * level.incidentsPerModel * incidentCost;
  const platform = inflator * (level.platformFixed + level.platformPerModel * living);
  return { deploy, operate, retrain, incident, platform, total: deploy + operate + retrain + incident + platform };
}

/** (1 + inflation)^(year − 1): year 1 is at today's prices. */
export function inflatorOf(inputs: InvestmentInputs, year: number): number {
  return (1 + (inputs.inflation ?? 0)) ** (year - 1);
}

/** What a level costs year by year; the first year is at index 0. */
export interface LevelYears {
  /** The level's own costs, as if it were fully there from the first day. */
  readonly components: readonly CostComponents[];
  /** Mean of the ramp in each year: the share of the work that is already done the new way. */
  readonly ramp: readonly number[];
  /** What is paid: ramped, with the exit cost in the last year. */
  readonly yearCost: readonly number[];
}

/** The platform bill is paid in full from the start: savings lag, costs do not. */
function ramped(own: CostComponents, base: CostComponents, share: number): number {
  return share * (own.total - own.platform) + (1 - share) * (base.total - base.platform) + own.platform;
}

/** The yearly costs of the levels asked for, all given ones when none is named; not validated. */
export function levelYears(
  inputs: InvestmentInputs,
  keys: readonly LevelKey[] = levelKeys(inputs),
): ReadonlyMap<LevelKey, LevelYears> {
  const path = portfolioPath(inputs);
  const last = horizonOf(inputs) - 1;
  const own = (key: LevelKey): CostComponents[] =>
    path.map((year, at) => yearComponents(inputs, levelOf(inputs, key), year, inflatorOf(inputs, at + 1)));
  const [lowest] = levelKeys(inputs);
  const baseline = lowest === undefined ? [] : own(lowest);
  return new Map(
    keys.map((key) => {
      const { rampMonths = 0, exitCost = 0 } = levelOf(inputs, key);
      const components = key === lowest ? baseline : own(key);
      const ramp = components.map((_, at) => rampShare(at + 1, rampMonths));
      const yearCost = components.map(
        (year, at) => ramped(year, baseline[at] ?? year, ramp[at] ?? 1) + (at === last ? exitCost : 0),
      );
      return [key, { components, ramp, yearCost }];
    }),
  );
}
