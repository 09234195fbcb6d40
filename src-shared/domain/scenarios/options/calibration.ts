import { withDerived } from '../plan/derived-inputs';
import { type LevelKey, levelKeys } from '../plan/inputs';
import { portfolioPath } from '../plan/portfolio-path';
import type { DecisionInputs } from './decision-inputs';
import { baselineOf } from './option-figures';
import { decisionLevel } from './option-plan';
import { fullPeople } from './people';
import type { UncertainInput } from './uncertain-inputs';

/** The answer to "how many people keep today's models alive", and which work it includes; never new deployments. */
export interface PeopleAnswer {
  readonly people: number;
  readonly includes: readonly ('operate' | 'retrain' | 'incident')[];
}

export interface Calibration {
  readonly models: number;
  readonly people: number;
  /** People of the answer's retraining and incidents, by the plan's own hours; 0 where it does not include them. */
  readonly retrain: number;
  readonly incident: number;
  /** What the answer makes of the baseline's people per model; ≥ 0. */
  readonly operateFte: number;
  /** The assumed hours alone need more people than there are. */
  readonly tooFew: boolean;
  /** People that the plan as it stands would have given as the answer. */
  readonly implied: number;
}

/** Models of today: those at the start, else the living ones of year 1. */
function modelsToday(inputs: DecisionInputs): number {
  return inputs.modelsAtStart || (portfolioPath(inputs)[0]?.living ?? 0);
}

/** People per model of the baseline as somebody who knows says; levels above stay as they are. maths.md C6. */
export function calibrate(given: DecisionInputs, { people, includes }: PeopleAnswer): Calibration {
  const inputs = withDerived(given);
  const models = modelsToday(inputs);
  const full = fullPeople(inputs, baselineOf(inputs), { living: models, newModels: 0, deployedBefore: 0 });
  const retrain = includes.includes('retrain') ? full.retrain : 0;
  const incident = includes.includes('incident') ? full.incident : 0;
  const left = people - retrain - incident;
  return {
    models,
    people,
    retrain,
    incident,
    operateFte: models > 0 ? Math.max(0, left) / models : 0,
    tooFew: left < 0,
    implied: full.operate + retrain + incident,
  };
}

/** Levels above either stay as they are, as their sources say, or keep their proportion to today's. */
export type LevelsAbove = 'absolute' | 'inProportion';

/** The inputs with the answer taken over: whole engineers of the baseline would leave it without effect, so they go. */
export function calibrated(
  inputs: DecisionInputs,
  answer: PeopleAnswer,
  above: LevelsAbove = 'absolute',
): DecisionInputs {
  const key = baselineOf(inputs);
  const { operateFte } = calibrate(inputs, answer);
  const own = decisionLevel(inputs, key);
  const factor = above === 'inProportion' && own.operateFte > 0 ? operateFte / own.operateFte : 1;
  const levels = levelKeys(inputs).map((level) => {
    const given = decisionLevel(inputs, level);
    const today = { ...given, operateFte, modelsPerEngineer: undefined, minEngineers: undefined };
    return [level, level === key ? today : { ...given, operateFte: factor * given.operateFte }] as const;
  });
  return { ...inputs, levels: Object.fromEntries(levels) };
}

/** Levels above that would take no fewer people per model than today: to be said beside the answer. */
export function notBelowToday(inputs: DecisionInputs): LevelKey[] {
  const [key, ...above] = levelKeys(inputs);
  const today = key === undefined ? 0 : decisionLevel(inputs, key).operateFte;
  return above.filter((level) => decisionLevel(inputs, level).operateFte >= today);
}

/** The answer's own range (least, most likely, most people) as the range of the baseline's people per model. */
export function calibratedRange(
  inputs: DecisionInputs,
  people: { readonly low: number; readonly mode: number; readonly high: number },
  includes: PeopleAnswer['includes'],
): UncertainInput {
  const at = (answer: number): number => calibrate(inputs, { people: answer, includes }).operateFte;
  const of = { kind: 'pert', low: at(people.low), mode: at(people.mode), high: at(people.high) } as const;
  return { path: `levels.${baselineOf(inputs)}.operateFte`, of };
}

export interface RunCostCheck {
  /** What the plan says today's models cost in year 1, without deployments. */
  readonly plan: number;
  /** The noted costs, brought to the same number of models. */
  readonly noted: number;
  /** noted / plan; beyond 0.5 … 2 somebody should look. */
  readonly ratio: number | null;
}

/** Beyond a factor of two the noted run costs and the planned ones speak of different things; maths.md C6. */
const RUN_COST_FACTOR = 2;

export const runCostsApart = (ratio: number): boolean => ratio > RUN_COST_FACTOR || ratio < 1 / RUN_COST_FACTOR;

/** Holds the plan's run costs of today's models against what is noted for some of them. */
export function runCostCheck(given: DecisionInputs, notedSum: number, notedModels: number): RunCostCheck {
  const inputs = withDerived(given);
  const models = modelsToday(inputs);
  const key = baselineOf(inputs);
  const level = decisionLevel(inputs, key);
  const { operate, retrain } = fullPeople(inputs, key, { living: models, newModels: 0, deployedBefore: 0 });
  const incidents = models * level.incidentsPerModel * inputs.incidentCost;
  const plan =
    (operate + retrain) * inputs.loadedAnnual + incidents + level.platformFixed + level.platformPerModel * models;
  const noted = notedModels > 0 ? (notedSum * models) / notedModels : 0;
  return { plan, noted, ratio: plan > 0 ? noted / plan : null };
}
