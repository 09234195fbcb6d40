import type { LevelKey } from '../plan/inputs';
import { deploymentWeeks, learningCurve } from '../plan/learning';
import type { PortfolioYear } from '../plan/portfolio-path';
import { operatingPeople } from '../plan/yearly-cost';
import type { DecisionInputs, DecisionLevel } from './decision-inputs';

/** What a level that is fully there costs by year (index 0 is year 1), inflated; maths.md C2. */
export interface FullCosts {
  readonly deploy: Float64Array;
  readonly operate: Float64Array;
  readonly retrain: Float64Array;
  readonly incident: Float64Array;
  /** The four together: what a ramp moves from one way of working to the next. */
  readonly work: Float64Array;
  readonly platform: Float64Array;
}

/** The costs of one level, worked out again and again for inputs that change in place. */
export interface LevelCosting {
  readonly costs: FullCosts;
  readonly fill: (inputs: DecisionInputs, level: DecisionLevel, path: readonly PortfolioYear[]) => void;
}

/** The bill follows inflation, or the contract's own escalator instead of it, never both. */
function billFactor(level: DecisionLevel, inflator: number, year: number): number {
  return level.platformEscalator === undefined ? inflator : (1 + level.platformEscalator) ** year;
}

export function levelCosting(years: number): LevelCosting {
  const make = (): Float64Array => new Float64Array(years);
  const costs: FullCosts = {
    deploy: make(),
    operate: make(),
    retrain: make(),
    incident: make(),
    work: make(),
    platform: make(),
  };
  const weeks = make();
  // Powers cost more than all the rest: they are kept while neither the curve nor the portfolio changes.
  let known: {
    path: readonly PortfolioYear[];
    first: number;
    ratio: number | undefined;
    floor: number | undefined;
  } | null = null;
  const fillWeeks = (level: DecisionLevel, path: readonly PortfolioYear[]): void => {
    const { deployWeeks: first, progressRatio: ratio, floorWeeks: floor } = level;
    if (known && known.path === path && known.first === first && known.ratio === ratio && known.floor === floor) return;
    const curve = learningCurve(level);
    for (const [at, { deployedBefore, newModels }] of path.entries()) {
      weeks[at] = deploymentWeeks(curve, deployedBefore, newModels);
    }
    known = { path, first, ratio, floor };
  };
  const fill: LevelCosting['fill'] = (inputs, level, path) => {
    fillWeeks(level, path);
    const { loadedAnnual, weeksPerYear, hoursPerYear, updatesPerYear, incidentCost, inflation = 0 } = inputs;
    const deployEach = (level.deployFte * loadedAnnual) / weeksPerYear;
    const retrainEach = (updatesPerYear * level.retrainHours * loadedAnnual) / hoursPerYear;
    const incidentEach = level.incidentsPerModel * incidentCost;
    let inflator = 1;
    for (let at = 0; at < path.length; at++) {
      const living = path[at]?.living ?? 0;
      const deploy = inflator * deployEach * (weeks[at] ?? 0);
      const operate = inflator * operatingPeople(level, living) * loadedAnnual;
      const retrain = inflator * living * retrainEach;
      const incident = inflator * living * incidentEach;
      costs.deploy[at] = deploy;
      costs.operate[at] = operate;
      costs.retrain[at] = retrain;
      costs.incident[at] = incident;
      costs.work[at] = deploy + operate + retrain + incident;
      const bill = level.platformFixed + level.platformPerModel * living;
      costs.platform[at] = billFactor(level, inflator, at) * bill + inflator * (level.platformKept ?? 0);
      inflator *= 1 + inflation;
    }
  };
  return { costs, fill };
}

export type LevelCostings = ReadonlyMap<LevelKey, LevelCosting>;
