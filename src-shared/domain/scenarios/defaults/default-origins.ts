import type { CostDefault } from './cost-default';
import { defaultOf } from './defaults';

/** Where the default of an input comes from, and which end of its range speaks against building a higher level. */
export interface InputOrigin {
  readonly path: string;
  readonly origin: CostDefault;
  /** `null`: it touches all levels alike, or no range is known. */
  readonly worse: 'low' | 'high' | null;
}

/** The research has no figure for these: the value of its worked cases, without a range. */
function workedCase(key: string, unit: string, value: number, why: string): CostDefault {
  const source = `assumption; ${why}`;
  return { key, region: 'any', unit, low: value, mode: value, high: value, grade: 'D', source };
}

/** A default in another unit or counted from another figure; source and grade stay with it. */
function scaled(key: string, unit: string, from: CostDefault, points: Pick<CostDefault, 'low' | 'mode' | 'high'>) {
  return { ...from, ...points, key, unit };
}

const discount = defaultOf('discount_rate');
const incidents = defaultOf('incidents_per_model_L1');
const reduction = defaultOf('incident_reduction_L2_L3');
const ramp = defaultOf('capability_ramp');
/** Per cent; the source's upper end is level 3's likely one. */
const REACHED_BY_LEVEL_3 = 80;

/** Incidents that are left of those by hand when this many per cent are avoided. */
function left(percent: number): number {
  return (incidents.mode * (100 - percent)) / 100;
}

function incidentsLeft(key: string, likely: number): CostDefault {
  const points = { low: left(reduction.high), mode: left(likely), high: left(reduction.low) };
  return scaled(key, 'per yr', reduction, points);
}

function at(path: string, origin: CostDefault, worse: InputOrigin['worse']): InputOrigin {
  return { path, origin, worse };
}

/** The default of every input of a scenario, by its path; the scenario presets and the *assumption* tags read it. */
export const INPUT_ORIGINS: readonly InputOrigin[] = [
  at('loadedAnnual', defaultOf('mlops_engineer_loaded'), 'low'),
  at('weeksPerYear', workedCase('weeks_per_year', 'weeks/yr', 50, 'two weeks without work, as the worked cases'), null),
  at('hoursPerYear', defaultOf('productive_hours'), 'high'),
  at(
    'discountRate',
    scaled('discount_rate', 'per yr', discount, {
      low: discount.low / 100,
      mode: discount.mode / 100,
      high: discount.high / 100,
    }),
    'high',
  ),
  at('incidentCost', defaultOf('incident_cost'), 'low'),
  at('updatesPerYear', defaultOf('updates_per_model'), 'low'),
  at('levels.L1.deployWeeks', defaultOf('deploy_weeks_manual'), 'low'),
  at('levels.L1.deployFte', defaultOf('deploy_team_fte'), null),
  at('levels.L1.operateFte', defaultOf('ops_fte_per_model_L1'), 'low'),
  at('levels.L1.retrainHours', defaultOf('retrain_hours_L1'), 'low'),
  at('levels.L1.incidentsPerModel', incidents, 'low'),
  at('levels.L1.platformFixed', defaultOf('platform_fixed_L1'), 'low'),
  at(
    'levels.L1.platformPerModel',
    workedCase('platform_per_model_L1', 'USD/model/yr', 2_000, 'as the worked cases'),
    null,
  ),
  at('levels.L1.investment', workedCase('invest_L1', 'USD once', 0, 'scripts and notebooks need nothing built'), null),
  at('levels.L2.deployWeeks', defaultOf('deploy_weeks_platform_first'), 'high'),
  at('levels.L2.deployFte', defaultOf('deploy_team_fte'), null),
  at('levels.L2.progressRatio', defaultOf('deploy_learning_ratio'), 'high'),
  at('levels.L2.floorWeeks', defaultOf('deploy_weeks_platform_floor'), 'high'),
  at('levels.L2.operateFte', defaultOf('ops_fte_per_model_L2'), 'high'),
  at('levels.L2.retrainHours', defaultOf('retrain_hours_L2'), 'high'),
  at('levels.L2.incidentsPerModel', incidentsLeft('incidents_per_model_L2', reduction.mode), 'high'),
  at('levels.L2.platformFixed', defaultOf('platform_fixed_L2'), 'high'),
  at('levels.L2.platformPerModel', defaultOf('platform_per_model_L2'), 'high'),
  at('levels.L2.investment', defaultOf('invest_L2'), 'high'),
  at('levels.L2.rampMonths', ramp, 'high'),
  at(
    'levels.L3.deployWeeks',
    workedCase('deploy_weeks_L3_first', 'weeks/model', 2, 'half of level 2, as the worked cases'),
    null,
  ),
  at('levels.L3.deployFte', defaultOf('deploy_team_fte'), null),
  at(
    'levels.L3.progressRatio',
    workedCase('deploy_learning_ratio_L3', 'per doubling', 0.85, 'as the worked cases'),
    null,
  ),
  at(
    'levels.L3.floorWeeks',
    workedCase('deploy_weeks_L3_floor', 'weeks/model', 0.4, 'two days, as the worked cases'),
    null,
  ),
  at('levels.L3.operateFte', defaultOf('ops_fte_per_model_L3'), 'high'),
  at('levels.L3.retrainHours', defaultOf('retrain_hours_L3'), 'high'),
  at('levels.L3.incidentsPerModel', incidentsLeft('incidents_per_model_L3', reduction.high), 'high'),
  at('levels.L3.platformFixed', defaultOf('platform_fixed_L3'), 'high'),
  at('levels.L3.platformPerModel', defaultOf('platform_per_model_L3'), 'high'),
  at('levels.L3.investment', defaultOf('invest_L3'), 'high'),
  // The article's 12–24 months: level 3 is built on level 2 and takes the longer end.
  at('levels.L3.rampMonths', { ...ramp, low: ramp.mode, mode: ramp.high }, null),
];

function reducedBy(level: 'L2' | 'L3', from: CostDefault, points: Pick<CostDefault, 'low' | 'mode' | 'high'>) {
  const share = { low: points.low / 100, mode: points.mode / 100, high: points.high / 100 };
  const origin = scaled(`incident_reduction_${level}`, 'share of level 1', from, share);
  return { ...at(`incidentReduction${level}`, origin, 'low'), level } as const;
}

/**
 * The shares of level 1's incidents that the levels above avoid; a case has them once its incidents are counted. The article
 * says 60–70 %: level 2 is set lower, level 3 reaches somewhat further (maths.md C7).
 */
export const REDUCTION_ORIGINS: readonly (InputOrigin & { readonly level: 'L2' | 'L3' })[] = [
  reducedBy('L2', reduction, reduction),
  reducedBy('L3', reduction, { low: reduction.mode, mode: reduction.high, high: REACHED_BY_LEVEL_3 }),
];

/** The default behind an input; `null`: somebody has to know it (the plan itself, exit costs, whole engineers). */
export function originOf(path: string): InputOrigin | null {
  return [...INPUT_ORIGINS, ...REDUCTION_ORIGINS].find((one) => one.path === path) ?? null;
}
