import { REDUCTIONS } from './derived-inputs';
import type { CostLine, InvestmentInputs, LevelInputs } from './inputs';

/** What a number of the inputs is called, counted in, and may be. */
export interface Field {
  readonly label: string;
  readonly unit: string;
  readonly least: number;
  /** `least` itself is out. */
  readonly exclusive?: true;
  readonly most: number;
  /** An amount of the scenario's currency. */
  readonly money?: true;
  /** Taken when the field is left out; `null`: leaving it out means something else. Absent: the field is required. */
  readonly otherwise?: number | null;
}

/** Amounts beyond this are slips of the keyboard; within it no figure of the model overflows. */
const MOST_MONEY = 1e15;
const MOST_MODELS = 1_000_000;

const money = (label: string, unit: string): Field => ({
  label,
  unit,
  least: 0,
  most: MOST_MONEY,
  money: true,
});
const models = (label: string): Field => ({
  label,
  unit: 'models',
  least: 0,
  most: MOST_MODELS,
  otherwise: 0,
});

export type PlanKey = Exclude<
  keyof InvestmentInputs,
  'newModels' | 'retired' | 'liveBasis' | 'levels' | 'costLines' | 'derived'
>;
/** Parents of derived inputs: a case has them or does without. */
export const PARENT_KEYS = [
  'incidentHours',
  'incidentOtherCost',
  'incidentReductionL2',
  'incidentReductionL3',
] as const;
export type YearKey = 'newModels' | 'retired';
export type LevelFieldKey = keyof LevelInputs;

export const PLAN_FIELDS: Readonly<Record<PlanKey, Field>> = {
  loadedAnnual: money('cost of a person', 'money a year'),
  weeksPerYear: { label: 'working weeks', unit: 'weeks a year', least: 1, most: 53 },
  hoursPerYear: { label: 'working hours', unit: 'hours a year', least: 1, most: 8_784 },
  discountRate: { label: 'discount rate', unit: 'a year', least: -0.99, most: 5 },
  inflation: { label: 'inflation', unit: 'a year', least: -0.99, most: 5, otherwise: 0 },
  incidentCost: money('cost of an incident', 'money per incident'),
  updatesPerYear: { label: 'updates per model', unit: 'a year', least: 0, most: 100_000 },
  modelsAtStart: models('models at the start'),
  incidentHours: {
    label: 'person-hours of an incident',
    unit: 'person-hours',
    least: 0,
    most: 100_000,
    otherwise: null,
  },
  incidentOtherCost: { ...money('other cost of an incident', 'money per incident'), otherwise: 0 },
  incidentReductionL2: {
    label: 'incidents that level 2 avoids',
    unit: 'share',
    least: 0,
    most: 1,
    otherwise: REDUCTIONS.L2,
  },
  incidentReductionL3: {
    label: 'incidents that level 3 avoids',
    unit: 'share',
    least: 0,
    most: 1,
    otherwise: REDUCTIONS.L3,
  },
};

export const YEAR_FIELDS: Readonly<Record<YearKey, Field>> = {
  newModels: models('new models'),
  retired: models('retired models'),
};

export const LEVEL_FIELDS: Readonly<Record<LevelFieldKey, Field>> = {
  deployWeeks: { label: 'weeks for the first deployment', unit: 'weeks per model', least: 0, most: 1_000 },
  deployFte: { label: 'people on a deployment', unit: 'people', least: 0, most: 1_000 },
  operateFte: { label: 'people per model', unit: 'people per model', least: 0, most: 1_000 },
  modelsPerEngineer: {
    label: 'models per engineer',
    unit: 'models per person',
    least: 1e-6,
    most: MOST_MODELS,
    otherwise: null,
  },
  minEngineers: { label: 'smallest team', unit: 'people', least: 0, most: 100_000, otherwise: 0 },
  retrainHours: { label: 'hours per update', unit: 'person-hours', least: 0, most: 100_000 },
  incidentsPerModel: { label: 'incidents per model', unit: 'a year', least: 0, most: 10_000 },
  platformFixed: money('fixed cost of the platform', 'money a year'),
  platformPerModel: money('platform cost per model', 'money per model and year'),
  investment: money('investment', 'money once'),
  progressRatio: {
    label: 'progress ratio',
    unit: 'of the weeks per doubling',
    least: 0,
    exclusive: true,
    most: 1,
    otherwise: 1,
  },
  floorWeeks: { label: 'fastest deployment', unit: 'weeks per model', least: 0, most: 1_000, otherwise: 0 },
  rampMonths: { label: 'months to build the capability', unit: 'months', least: 0, most: 120, otherwise: 0 },
  exitCost: { ...money('exit cost', 'money once'), otherwise: 0 },
  delayMonths: { label: 'delay of the capability', unit: 'months', least: 0, most: 120, otherwise: 0 },
};

export type LineFieldKey = Exclude<keyof CostLine, 'id' | 'label' | 'levels'>;

export const LINE_FIELDS: Readonly<Record<LineFieldKey, Field>> = {
  startMonth: { label: 'first month', unit: 'months', least: 0, most: 120 },
  months: { label: 'length', unit: 'months', least: 0, most: 120 },
  oneOff: money('one-off cost', 'money once'),
  yearly: money('yearly cost', 'money a year'),
};

/** Whether the table has that key of its own; nothing that objects inherit counts. */
export function isKeyOf<K extends string>(table: Readonly<Record<K, unknown>>, text: string): text is K {
  return Object.hasOwn(table, text);
}

export const LEVEL_FIELD_KEYS: readonly LevelFieldKey[] = Object.keys(LEVEL_FIELDS).filter((key) =>
  isKeyOf(LEVEL_FIELDS, key),
);
