import { sayDay } from '../../base/calendar';
import { counted, sayQuantity } from '../../base/wording';
import { type InvestmentInputs, type LevelKey, levelKeys } from '../plan/inputs';
import type { GivenRange } from '../plan/scenario-ranges';
import {
  calibrate,
  calibrated,
  calibratedRange,
  type LevelsAbove,
  notBelowToday,
  type PeopleAnswer,
} from './calibration';
import { type DecisionInputs, levelPath } from './decision-inputs';
import { baselineOf, costsOfOptions } from './option-figures';
import { decisionLevel } from './option-plan';
import { leastOf } from './pricing';

/** The one question about today's people. Nothing else decides as much about the way of today. */
export const PEOPLE_QUESTION =
  'Last month, how many full-time people did it take to keep these models running? Count updates, faults and watching, not new models.';

/** The work that the question names; deploying new models is not in it. */
export const PEOPLE_INCLUDES: PeopleAnswer['includes'] = ['operate', 'retrain', 'incident'];

/** What somebody who knows says, in full-time people. */
export interface ToldPeople {
  readonly least: number;
  readonly likely: number;
  readonly most: number;
  readonly by: string;
  /** The day on which it was said. */
  readonly day: string;
  readonly above: LevelsAbove;
}

/** What is wrong with an answer, one sentence each. */
export function toldPeopleProblems(inputs: DecisionInputs, { least, likely, most, by }: ToldPeople): string[] {
  const models = calibrate(inputs, { people: likely, includes: PEOPLE_INCLUDES }).models;
  const ordered = least >= 0 && least <= likely && likely <= most && most <= 1e5;
  return [
    ...(ordered
      ? []
      : [`People are ${least}, ${likely} and ${most}: write the least first and the most last, none below 0.`]),
    ...(by.trim() === '' ? ['Write who says so: without a name nobody can ask back.'] : []),
    ...(models > 0
      ? []
      : ['The plan has no model today that people could keep running: enter models at the start first.']),
  ];
}

const pathOf = (level: LevelKey): string => `levels.${level}.operateFte`;

/** What the answer does to a plan. */
export interface PeopleTaken {
  readonly inputs: InvestmentInputs;
  /** Ranges of the people per model that the answer gives. */
  readonly ranges: readonly GivenRange[];
  /** Inputs that come from the answer now, even where the number stayed the same. */
  readonly paths: readonly string[];
  /** What the trail of a changed input says. */
  readonly note: (path: string) => string;
}

/**
 * The plan with the person-hours of an incident, where they are known: the answer holds the people of incidents too. Those
 * of the plan itself count; plans of before know them only from where the cost was measured.
 */
export const withHours = (inputs: InvestmentInputs, measured: number | null): DecisionInputs =>
  inputs.incidentHours !== undefined || measured === null ? inputs : { ...inputs, incidentHours: measured };

/**
 * People per model of today's way from what was told, with the range that was given; `known`: the plan's ranges, which
 * move with a level that keeps its proportion. `measuredHours`: as in `withHours`. maths.md C6.
 */
export function takePeople(
  plan: InvestmentInputs,
  told: ToldPeople,
  known: readonly GivenRange[],
  measuredHours: number | null,
): PeopleTaken {
  const inputs = withHours(plan, measuredHours);
  const { least, likely, most, by, day, above } = told;
  const baseline = baselineOf(inputs);
  const answer: PeopleAnswer = { people: likely, includes: PEOPLE_INCLUDES };
  const { models, retrain, incident, tooFew } = calibrate(inputs, answer);
  const after = calibrated(inputs, answer, above);
  const { of } = calibratedRange(inputs, { low: least, mode: likely, high: most }, PEOPLE_INCLUDES);
  const [low, high] = of.kind === 'pert' ? [of.low, of.high] : [0, 0];
  const range = { path: pathOf(baseline), low, high };
  const before = peoplePerModel(inputs);
  const factor = before > 0 ? decisionLevel(after, baseline).operateFte / before : 1;
  const others = levelKeys(inputs)
    .filter((level) => above === 'inProportion' && level !== baseline)
    .map(pathOf);
  const moved = known
    .filter((one) => others.includes(one.path))
    .map((one) => ({ path: one.path, low: factor * one.low, high: factor * one.high }));
  const said =
    `${by.trim()} said on ${sayDay(day)}: ${sayQuantity(likely)} people (${sayQuantity(least)} to ${sayQuantity(most)}) ` +
    `keep ${counted(models, 'model')} running, updates, faults and watching included, new models not`;
  const unknownHours = inputs.incidentHours === undefined;
  const faults = unknownHours ? '' : ` and ${sayQuantity(incident)} for incidents`;
  const hours = `, less ${sayQuantity(retrain)} for updates${faults} by the plan’s own hours`;
  const unknown = unknownHours ? '; the hours of incidents are not known and stay in it' : '';
  const short = tooFew ? '; these hours alone need more people than there are' : '';
  return {
    inputs: { ...plan, levels: after.levels },
    ranges: [range, ...moved],
    paths: [pathOf(baseline), ...others],
    note: (path) => {
      if (path === pathOf(baseline)) return `${said}${hours}${unknown}${short}.`;
      if (path.endsWith('operateFte')) return `In proportion to today’s way as before. ${said}.`;
      return `Left out, as whole engineers would leave the answer without effect. ${said}.`;
    },
  };
}

/** What costs least under one way of reading the levels above. */
export interface PeopleReading {
  readonly above: LevelsAbove;
  readonly cheapest: LevelKey;
  /** What each level above saves against today's way, present value. */
  readonly npv: Readonly<Partial<Record<LevelKey, number>>>;
}

/** What an answer comes to before it is kept: both ways of reading the levels above, none of them chosen. */
export interface PeoplePreview {
  readonly operateFte: number;
  readonly tooFew: boolean;
  /** Levels that would take no fewer people per model than today, if they stay as they are. */
  readonly notBelow: readonly LevelKey[];
  readonly readings: readonly PeopleReading[];
}

const READINGS = ['absolute', 'inProportion'] as const;

export function previewPeople(inputs: DecisionInputs, likely: number): PeoplePreview {
  const answer: PeopleAnswer = { people: likely, includes: PEOPLE_INCLUDES };
  const { operateFte, tooFew } = calibrate(inputs, answer);
  const keys = levelKeys(inputs);
  const baseline = baselineOf(inputs);
  const readings = READINGS.map((above): PeopleReading => {
    const costs = costsOfOptions(
      calibrated(inputs, answer, above),
      keys.map((key) => levelPath(key, baseline)),
    );
    const amounts = costs.map(({ pvCost }) => pvCost);
    const today = amounts[0] ?? 0;
    return {
      above,
      cheapest: keys[leastOf(amounts)] ?? baseline,
      npv: Object.fromEntries(keys.slice(1).map((key, at) => [key, today - (amounts[at + 1] ?? 0)])),
    };
  });
  return { operateFte, tooFew, notBelow: notBelowToday(calibrated(inputs, answer)), readings };
}

/** The people per model that the plan counts today, and for how many models. */
export function peopleToday(inputs: DecisionInputs): { readonly models: number; readonly implied: number } {
  const { models, implied } = calibrate(inputs, { people: 0, includes: PEOPLE_INCLUDES });
  return { models, implied };
}

/** The people per model of the baseline as it stands. */
export const peoplePerModel = (inputs: DecisionInputs): number => decisionLevel(inputs, baselineOf(inputs)).operateFte;
