import type { PlanKey } from './input-fields';
import { fieldAt, type InputPath, parsePath, sayPath, valueAt } from './input-path';
import { horizonOf, type InvestmentInputs, type LevelKey, levelKeys, levelOf, sayLevel } from './inputs';
import { deploymentWeeks, learningCurve } from './learning';
import { type PortfolioYear, portfolioPath } from './portfolio-path';
import { sayFigure } from './say-figure';
import { assertValid } from './validate-inputs';
import { type CostComponents, inflatorOf, type LevelYears, levelYears, operatingPeople } from './yearly-cost';

/** One input that a figure was made from. */
export interface UsedInput {
  /** As in `uncertain`: `levels.L2.operateFte`. */
  readonly path: string;
  readonly label: string;
  readonly unit: string;
  readonly value: number;
}

export type CostLineKey = keyof Omit<CostComponents, 'total'> | 'ramp' | 'exit';

/** One part of a year's cost: what it is, how it is reckoned, and from what. */
export interface CostLine {
  readonly key: CostLineKey;
  /** The formula in words. */
  readonly words: string;
  /** The same with the numbers put in. */
  readonly numbers: string;
  readonly value: number;
  readonly used: readonly UsedInput[];
}

export interface YearExplanation {
  readonly level: LevelKey;
  /** From 1. */
  readonly year: number;
  readonly portfolio: PortfolioYear;
  /** Their values add up to `total`. */
  readonly lines: readonly CostLine[];
  /** What is paid this year: `yearCost` of the projection. */
  readonly total: number;
}

interface Setting {
  readonly inputs: InvestmentInputs;
  readonly key: LevelKey;
  readonly at: number;
  readonly year: PortfolioYear;
  readonly own: CostComponents;
}

function usedAt(inputs: InvestmentInputs, paths: readonly string[]): UsedInput[] {
  return paths.flatMap((path) => {
    const place: InputPath | null = parsePath(path);
    const value = place && valueAt(inputs, place);
    return place && value !== null ? [{ path, label: sayPath(place), unit: fieldAt(place).unit, value }] : [];
  });
}

/** `a × b × c`, with the inflation of the year where there is any. */
function product({ inputs, at }: Setting, factors: readonly (readonly [words: string, value: number])[]) {
  const inflator = inflatorOf(inputs, at + 1);
  const all = inflator === 1 ? factors : [...factors, [`inflation to year ${at + 1}`, inflator] as const];
  return {
    words: all.map(([words]) => words).join(' × '),
    numbers: all.map(([, value]) => sayFigure(value)).join(' × '),
  };
}

function line(
  setting: Setting,
  key: keyof Omit<CostComponents, 'total'>,
  factors: readonly (readonly [words: string, value: number])[],
  plan: readonly PlanKey[],
  level: readonly string[],
): CostLine {
  const paths = [...plan, 'inflation', ...level.map((name) => `levels.${setting.key}.${name}`)];
  const value = setting.own[key];
  const { words, numbers } = product(setting, factors);
  return { key, words, numbers: `${numbers} = ${sayFigure(value)}`, value, used: usedAt(setting.inputs, paths) };
}

function deployLine(setting: Setting): CostLine {
  const { inputs, key, at, year } = setting;
  const level = levelOf(inputs, key);
  const weeks = deploymentWeeks(learningCurve(level), year.deployedBefore, year.newModels);
  const units = year.newModels > 0 ? `${sayFigure(year.newModels)} after ${sayFigure(year.deployedBefore)}` : 'none';
  const names = ['deployWeeks', 'progressRatio', 'floorWeeks', 'deployFte'];
  const made = line(
    setting,
    'deploy',
    [
      [`weeks of the new models (${units} since the plan began)`, weeks],
      ['people on a deployment', level.deployFte],
      ['cost of a person-week', inputs.loadedAnnual / inputs.weeksPerYear],
    ],
    ['loadedAnnual', 'weeksPerYear'],
    names,
  );
  return { ...made, used: [...usedAt(inputs, [`newModels.${at}`]), ...made.used] };
}

function operateLine(setting: Setting): CostLine {
  const { inputs, key, year } = setting;
  const level = levelOf(inputs, key);
  const whole = level.modelsPerEngineer !== undefined;
  const people = [whole ? 'whole engineers for the living models' : 'living models × people per model'] as const;
  return line(
    setting,
    'operate',
    whole
      ? [
          [people[0], operatingPeople(level, year.living)],
          ['cost of a person', inputs.loadedAnnual],
        ]
      : [
          ['living models', year.living],
          ['people per model', level.operateFte],
          ['cost of a person', inputs.loadedAnnual],
        ],
    ['loadedAnnual'],
    whole ? ['modelsPerEngineer', 'minEngineers'] : ['operateFte'],
  );
}
