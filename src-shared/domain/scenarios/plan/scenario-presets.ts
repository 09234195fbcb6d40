import { INPUT_ORIGINS, type InputOrigin, REDUCTION_ORIGINS } from '../defaults/default-origins';
import type { Correlation } from '../statistics/correlation';
import type { Uncertain } from '../uncertainty/uncertain';
import type { Pair } from './comparison-flows';
import { movesNothing } from './derived-inputs';
import { hasPlace, parsePath, valueAt, withValue } from './input-path';
import { type InvestmentInputs, type LevelInputs, levelKeys } from './inputs';

export const PRESET_IDS = ['expected', 'conservative', 'article'] as const;
export type PresetId = (typeof PRESET_IDS)[number];

/** The part of a scenario that is the organisation's own. */
export type Plan = Pick<InvestmentInputs, 'newModels' | 'retired' | 'modelsAtStart'>;

export interface ScenarioPreset {
  readonly id: PresetId;
  readonly title: string;
  /** What somebody must know before quoting its result. */
  readonly note: string;
}

export const SCENARIO_PRESETS: readonly ScenarioPreset[] = [
  {
    id: 'expected',
    title: 'Expected',
    note: 'Every input at its most likely value. Most of them are assumptions until you replace them.',
  },
  {
    id: 'conservative',
    title: 'Conservative',
    note: 'Every input halfway from its most likely value to the end of its range that speaks against building.',
  },
  {
    id: 'article',
    title: "The article's staffing, taken literally",
    note:
      'Twelve people for three models by hand, eight for fifty on a platform, counted as whole engineers. ' +
      'It inflates the return by an order of magnitude: read it as a story, not as a forecast.',
  },
];

/** Growth of the worked cases, for a scenario without a portfolio. */
export const EXAMPLE_PLAN: Plan = { newModels: [4, 6, 8, 8, 8] };

const NOTHING: LevelInputs = {
  deployWeeks: 0,
  deployFte: 0,
  operateFte: 0,
  retrainHours: 0,
  incidentsPerModel: 0,
  platformFixed: 0,
  platformPerModel: 0,
  investment: 0,
};

function filled(plan: Plan, pick: (origin: InputOrigin) => number): InvestmentInputs {
  const empty: InvestmentInputs = {
    ...plan,
    loadedAnnual: 0,
    weeksPerYear: 0,
    hoursPerYear: 0,
    discountRate: 0,
    incidentCost: 0,
    updatesPerYear: 0,
    levels: { L1: NOTHING, L2: NOTHING, L3: NOTHING },
  };
  return INPUT_ORIGINS.reduce((inputs, origin) => {
    const place = parsePath(origin.path);
    return place ? withValue(inputs, place, pick(origin)) : inputs;
  }, empty);
}

function halfwayDown({ origin, worse }: InputOrigin): number {
  return worse === null ? origin.mode : (origin.mode + origin[worse]) / 2;
}

/** maths.md C8, case 4: 12 people for 3 models is 0.25 models per engineer, 8 for 50 is 6.25; 4 for level 2 is assumed. */
function articleInputs(plan: Plan): InvestmentInputs {
  const shared = { deployFte: 1, operateFte: 0 };
  return {
    ...plan,
    loadedAnnual: 200_000,
    weeksPerYear: 50,
    hoursPerYear: 2_000,
    discountRate: 0.1,
    incidentCost: 20_000,
    updatesPerYear: 4,
    levels: {
      L1: {
        ...shared,
        deployWeeks: 14,
        retrainHours: 40,
        incidentsPerModel: 2,
        platformFixed: 0,
        platformPerModel: 2_000,
        investment: 0,
        modelsPerEngineer: 0.25,
        minEngineers: 1,
      },
      L2: {
        ...shared,
        deployWeeks: 4,
        retrainHours: 10,
        incidentsPerModel: 0.8,
        platformFixed: 120_000,
        platformPerModel: 4_000,
        investment: 400_000,
        modelsPerEngineer: 4,
        minEngineers: 2,
      },
      L3: {
        ...shared,
        deployWeeks: 2,
        retrainHours: 2,
        incidentsPerModel: 0.6,
        platformFixed: 400_000,
        platformPerModel: 6_000,
        investment: 1_200_000,
        modelsPerEngineer: 6.25,
        minEngineers: 4,
      },
    },
  };
}

/** The inputs of a preset for a plan: all three levels. */
export function presetInputs(id: PresetId, plan: Plan = EXAMPLE_PLAN): InvestmentInputs {
  if (id === 'article') return articleInputs(plan);
  return filled(plan, id === 'expected' ? ({ origin }) => origin.mode : halfwayDown);
}

/** What a preset takes as the share of incidents that a level avoids. */
export function presetReduction(id: PresetId, path: string): number | null {
  const found = REDUCTION_ORIGINS.find((one) => one.path === path);
  if (!found) return null;
  return id === 'conservative' ? halfwayDown(found) : found.origin.mode;
}

/**
 * The ranges of a scenario: its own values as modes, low and high from the defaults, widened where a value lies outside.
 * Inputs that it does not have, and those without a known range, are left out; so are, for one comparison, the levels
 * that cannot touch it.
 */
export function uncertainInputs(inputs: InvestmentInputs, pair?: Pair): Uncertain[] {
  const levels = pair ? [levelKeys(inputs)[0], pair.a, pair.b] : levelKeys(inputs);
  const reductions = REDUCTION_ORIGINS.filter(({ level }) => levels.includes(level));
  return [...INPUT_ORIGINS, ...reductions].flatMap(({ path, origin }) => {
    const place = parsePath(path);
    if (!place || movesNothing(inputs, path) || (place.kind === 'level' && !levels.includes(place.level))) return [];
    // Whole engineers replace the people per model: their range would move nothing.
    const replaced = place.kind === 'level' && place.key === 'operateFte';
    if (replaced && inputs.levels[place.level]?.modelsPerEngineer !== undefined) return [];
    if (origin.low === origin.high || !hasPlace(inputs, place)) return [];
    const mode = valueAt(inputs, place);
    if (mode === null) return [];
    return [{ path, low: Math.min(origin.low, mode), mode, high: Math.max(origin.high, mode) }];
  });
}

/** Who is slow by hand is slow on a platform, and what costs more to build takes longer; maths.md C5. */
export const DEFAULT_CORRELATIONS: readonly Correlation[] = [
  ...(['deployWeeks', 'operateFte'] as const).flatMap((key) =>
    [
      ['L1', 'L2'],
      ['L1', 'L3'],
      ['L2', 'L3'],
    ].map(([a, b]) => ({ a: `levels.${a}.${key}`, b: `levels.${b}.${key}`, spearman: 0.6 })),
  ),
  { a: 'levels.L2.investment', b: 'levels.L2.rampMonths', spearman: 0.5 },
  { a: 'levels.L3.investment', b: 'levels.L3.rampMonths', spearman: 0.5 },
];
