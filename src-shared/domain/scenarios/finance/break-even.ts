import { comparisonFlows } from '../plan/comparison-flows';
import { linesOf } from '../plan/cost-lines';
import { withDerived } from '../plan/derived-inputs';
import { horizonOf, type InvestmentInputs, type LevelKey, levelKeys, levelOf } from '../plan/inputs';
import { deploymentWeeks, learningCurve, unitWeeks } from '../plan/learning';
import { levelYears, yearComponents } from '../plan/yearly-cost';
import { capitalRecovery, npv } from './cash-flow';

/** The largest portfolios tried; beyond, "none" is the answer. */
export const MOST_MODELS = { steady: 500, npv: 200 } as const;

/** Costs that differ by less than this share are equal. */
const ROUNDING = 1e-12;

/** The smallest n ≥ 1 from which on every n up to `most` holds; `null`: not even the last does. */
function holdsFrom(most: number, holds: (n: number) => boolean): number | null {
  let n = most;
  // Downwards, and each n: whole engineers make the curves saw-tooth, so the first hit may not last.
  while (n >= 1 && holds(n)) n--;
  return n === most ? null : n + 1;
}

/**
 * Yearly cost of carrying n = 1..500 models at a level for good: no ramp, no exit, no inflation; one-off costs, also of
 * cost lines, spread over the plan; index n − 1.
 */
export function annualisedCosts(given: InvestmentInputs, key: LevelKey): number[] {
  const inputs = withDerived(given);
  const level = levelOf(inputs, key);
  const years = horizonOf(inputs);
  const curve = learningCurve(level);
  const lines = linesOf(inputs, key);
  const once = lines.reduce((sum, { oneOff }) => sum + oneOff, level.investment);
  const yearly = lines.reduce((sum, line) => sum + line.yearly, 0);
  const capital = once * capitalRecovery(inputs.discountRate, years) + yearly;
  const personWeek = inputs.loadedAnnual / inputs.weeksPerYear;
  let weeks = 0;
  return Array.from({ length: MOST_MODELS.steady }, (_, at) => {
    weeks += unitWeeks(curve, at + 1);
    const carried = yearComponents(inputs, level, { newModels: 0, living: at + 1, deployedBefore: 0 }, 1);
    return capital + carried.total + (level.deployFte * weeks * personWeek) / years;
  });
}

/** What a steady year with `n` models at a level is made of; together they are `annualisedCosts[n − 1]`. */
export interface SteadyYear {
  /** One-off costs, also of cost lines, to be spread over the plan. */
  readonly once: number;
  /** The even yearly payment for 1 of them. */
  readonly recovery: number;
  /** What cost lines ask for every year. */
  readonly lines: number;
  readonly operate: number;
  readonly retrain: number;
  readonly incident: number;
  readonly platform: number;
  /** Deploying all of them, spread over the years of the plan. */
  readonly deploy: number;
}

export function steadyYear(given: InvestmentInputs, key: LevelKey, n: number): SteadyYear {
  const inputs = withDerived(given);
  const level = levelOf(inputs, key);
  const years = horizonOf(inputs);
  const lines = linesOf(inputs, key);
  const weeks = deploymentWeeks(learningCurve(level), 0, n);
  const { operate, retrain, incident, platform } = yearComponents(
    inputs,
    level,
    { newModels: 0, living: n, deployedBefore: 0 },
    1,
  );
  return {
    once: lines.reduce((sum, { oneOff }) => sum + oneOff, level.investment),
    recovery: capitalRecovery(inputs.discountRate, years),
    lines: lines.reduce((sum, line) => sum + line.yearly, 0),
    ...{ operate, retrain, incident, platform },
    deploy: (level.deployFte * weeks * (inputs.loadedAnnual / inputs.weeksPerYear)) / years,
  };
}

/** From how many models on level b costs no more than level a in a steady year; `null`: never up to 500. */
export function breakEvenSteady(costsA: readonly number[], costsB: readonly number[]): number | null {
  return holdsFrom(MOST_MODELS.steady, (n) => {
    const a = costsA[n - 1] ?? 0;
    return (costsB[n - 1] ?? 0) <= a + ROUNDING * a;
  });
}

/** The plan in which n models are all deployed in year 1 and stay. */
export function allAtOnce(inputs: InvestmentInputs, n: number): InvestmentInputs {
  const newModels = inputs.newModels.map((_, year) => (year === 0 ? n : 0));
  return { ...inputs, newModels, retired: [], modelsAtStart: 0, liveBasis: 'end' };
}

/** Break-even numbers of models by NPV for any pair of the case's levels; the projections are shared between pairs. */
export function breakEvenByNpv(inputs: InvestmentInputs): (a: LevelKey, b: LevelKey) => number | null {
  const keys = levelKeys(inputs);
  const projections = Array.from({ length: MOST_MODELS.npv }, (_, at) => levelYears(allAtOnce(inputs, at + 1), keys));
  return (a, b) =>
    holdsFrom(MOST_MODELS.npv, (n) => {
      const years = projections[n - 1];
      if (!years) return false;
      const flows = comparisonFlows(inputs, years, a, b);
      const size = flows.reduce((sum, flow) => sum + Math.abs(flow), 0);
      return npv(inputs.discountRate, flows) >= -ROUNDING * size;
    });
}
