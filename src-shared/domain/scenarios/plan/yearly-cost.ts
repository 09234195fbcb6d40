import { lineCost, linesOf } from './cost-lines';
import { withDerived } from './derived-inputs';
import {
  type CostLine,
  horizonOf,
  type InvestmentInputs,
  type LevelInputs,
  type LevelKey,
  levelKeys,
  levelOf,
} from './inputs';
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

type CostOf = (inputs: InvestmentInputs, level: LevelInputs, year: PortfolioYear, inflator: number) => number;

const deployCost: CostOf = ({ loadedAnnual, weeksPerYear }, level, year, inflator) =>
  inflator * deploymentEffort(level, year) * (loadedAnnual / weeksPerYear);

const operateCost: CostOf = ({ loadedAnnual }, level, { living }, inflator) =>
  inflator * operatingPeople(level, living) * loadedAnnual;

const retrainCost: CostOf = ({ loadedAnnual, hoursPerYear, updatesPerYear }, level, { living }, inflator) =>
  inflator * living * updatesPerYear * level.retrainHours * (loadedAnnual / hoursPerYear);

const incidentCostOf: CostOf = ({ incidentCost }, level, { living }, inflator) =>
  inflator * living * level.incidentsPerModel * incidentCost;

/** The platform's bill of a year. */
export function platformCost(level: LevelInputs, { living }: PortfolioYear, inflator: number): number {
  return inflator * (level.platformFixed + level.platformPerModel * living);
}

/** Everything but the platform: what a ramp moves from the old way to the new one. */
export function workCost(inputs: InvestmentInputs, level: LevelInputs, year: PortfolioYear, inflator: number): number {
  return (
    deployCost(inputs, level, year, inflator) +
    operateCost(inputs, level, year, inflator) +
    retrainCost(inputs, level, year, inflator) +
    incidentCostOf(inputs, level, year, inflator)
  );
}

/** The five components of maths.md C2 for one year, times `inflator`. */
export function yearComponents(
  inputs: InvestmentInputs,
  level: LevelInputs,
  year: PortfolioYear,
  inflator: number,
): CostComponents {
  const deploy = deployCost(inputs, level, year, inflator);
  const operate = operateCost(inputs, level, year, inflator);
  const retrain = retrainCost(inputs, level, year, inflator);
  const incident = incidentCostOf(inputs, level, year, inflator);
  const platform = platformCost(level, year, inflator);
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
  /** Cost lines of the level, inflated; never ramped. */
  readonly lines: readonly number[];
  /** What is paid: ramped, with the cost lines, and the exit cost in the last year. */
  readonly yearCost: readonly number[];
}

/** The platform bill is paid in full from the start: savings lag, costs do not. */
function ramped(own: CostComponents, base: CostComponents, share: number): number {
  return share * (own.total - own.platform) + (1 - share) * (base.total - base.platform) + own.platform;
}

/** What the level's cost lines ask for in a year (from 1), inflated. */
function linesCost(inputs: InvestmentInputs, lines: readonly CostLine[], year: number): number {
  return inflatorOf(inputs, year) * lines.reduce((sum, line) => sum + lineCost(line, year), 0);
}

/** The yearly costs of the levels asked for, all given ones when none is named; derived inputs first; not validated. */
export function levelYears(
  given: InvestmentInputs,
  keys: readonly LevelKey[] = levelKeys(given),
): ReadonlyMap<LevelKey, LevelYears> {
  const inputs = withDerived(given);
  const path = portfolioPath(inputs);
  const last = horizonOf(inputs) - 1;
  const componentsOf = (key: LevelKey): CostComponents[] =>
    path.map((year, at) => yearComponents(inputs, levelOf(inputs, key), year, inflatorOf(inputs, at + 1)));
  const [lowest] = levelKeys(inputs);
  const baseline = lowest === undefined ? [] : componentsOf(lowest);
  return new Map(
    keys.map((key) => {
      const { rampMonths = 0, delayMonths = 0, exitCost = 0 } = levelOf(inputs, key);
      const components = key === lowest ? baseline : componentsOf(key);
      const ramp = components.map((_, at) => rampShare(at + 1, rampMonths, delayMonths));
      const own = linesOf(inputs, key);
      const lines = components.map((_, at) => (own.length === 0 ? 0 : linesCost(inputs, own, at + 1)));
      const yearCost = components.map(
        (year, at) =>
          ramped(year, baseline[at] ?? year, ramp[at] ?? 1) + (lines[at] ?? 0) + (at === last ? exitCost : 0),
      );
      return [key, { components, ramp, lines, yearCost }];
    }),
  );
}

/** A quotient like 2.1 / 0.7 must not cost a whole engineer for its last bit. */
const ROUNDING = 1e-9;

/** Whole engineers for `models`: ⌈models / (modelsPerEngineer × utilisation)⌉, at least the smallest team, also without a model. */
function engineersNeeded(models: number, modelsPerEngineer: number, least = 0, utilisation = 1): number {
  return Math.max(least, Math.ceil(models / (modelsPerEngineer * utilisation) - ROUNDING));
}
