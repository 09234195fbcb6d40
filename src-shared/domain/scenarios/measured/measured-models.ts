import { sayDay } from '../../base/calendar';
import { percentile } from '../../base/percentile';
import { counted, sayCount } from '../../base/wording';
import { STAGE_LABELS, type Stage, type UpdateFrequency } from '../../vocabulary';
import { sayFactor } from '../explain/say-figure';
import { type InvestmentInputs, levelKeys } from '../plan/inputs';
import { type Measured, type MeasuredRow, measured, unmeasured } from './measured';

export interface ModelName {
  readonly modelId: string;
  readonly name: string;
}

/** What the portfolio knows of its models; lists may be cut, counts may not. */
export interface ModelFacts {
  /** Calendar days from the first development to the first deployment, where both are known. */
  readonly timesToProduction: readonly (ModelName & { readonly days: number })[];
  readonly inProduction: number;
  readonly productionRows: readonly (ModelName & { readonly stage: Stage })[];
  readonly declared: readonly { readonly frequency: UpdateFrequency | null; readonly count: number }[];
  readonly updatesPerYear: Readonly<Record<UpdateFrequency, number>>;
  readonly beforeProduction: readonly { readonly stage: Stage; readonly count: number }[];
  readonly beforeRows: readonly (ModelName & { readonly stage: Stage })[];
  /** Of the latest finished assessment of the whole organisation. */
  readonly growth: {
    readonly assessment: string;
    readonly finishedAt: string;
    /** Over 24 months, evenly; negative = retirements. */
    readonly models: number;
  } | null;
}

const DAYS_OF_A_WEEK = 7;

/** Median calendar weeks from the first development to the first deployment: what deploying takes today. */
export function measureTimeToProduction(facts: ModelFacts, inputs: InvestmentInputs): Measured {
  const told = {
    key: 'timeToProduction',
    label: 'Median time to production',
    unit: 'weeks',
    words: 'median of the days from the first data preparation or training to the first deployment / 7',
  } as const;
  const known = facts.timesToProduction.filter(({ days }) => days >= 0);
  if (known.length === 0) {
    return unmeasured(told, 'No model has both a dated start of its development and a dated first deployment.');
  }
  const days = percentile(
    known.map((one) => one.days).toSorted((a, b) => a - b),
    0.5,
  );
  const [lowest = 'L1'] = levelKeys(inputs);
  return measured(told, {
    value: days / DAYS_OF_A_WEEK,
    n: known.length,
    numbers: `${sayFactor(days)} days / 7 = ${sayFactor(days / DAYS_OF_A_WEEK)} weeks, of ${counted(known.length, 'model')}`,
    caution:
      'It is calendar time, not effort, and covers development too; people on a deployment says how many really work on it.',
    sets: [{ path: `levels.${lowest}.deployWeeks`, value: days / DAYS_OF_A_WEEK }],
    values: known.map((one) => one.days / DAYS_OF_A_WEEK),
    rows: known.map(({ modelId, name, days: own }) => ({
      modelId,
      name,
      value: own / DAYS_OF_A_WEEK,
      detail: `${sayFactor(own)} days`,
    })),
  });
}

const stageRow = ({ modelId, name, stage }: ModelName & { readonly stage: Stage }): MeasuredRow => ({
  modelId,
  name,
  value: 1,
  detail: STAGE_LABELS[stage],
});

export function measureProduction(facts: ModelFacts): Measured {
  const told = {
    key: 'modelsInProduction',
    label: 'Models in production',
    unit: 'models',
    words: 'models that are deployed, monitored or in retraining today',
  } as const;
  const { inProduction } = facts;
  if (inProduction === 0) return unmeasured(told, 'No model of this portfolio is in production.');
  return measured(told, {
    value: inProduction,
    n: inProduction,
    numbers: counted(inProduction, 'model'),
    sets: [{ path: 'modelsAtStart', value: inProduction }],
    rows: facts.productionRows.map(stageRow),
  });
}

/** Mean of what is noted as update frequency, over the models in production of which it is known. */
export function measureDeclaredUpdates(facts: ModelFacts): Measured {
  const told = {
    key: 'declaredUpdates',
    label: 'Updates a year, as noted',
    unit: 'updates per model and year',
    words: 'Σ updates a year of the noted frequency / models in production with a noted frequency',
  } as const;
  const known = facts.declared.flatMap(({ frequency, count }) => (frequency === null ? [] : [{ frequency, count }]));
  const models = known.reduce((sum, { count }) => sum + count, 0);
  if (models === 0) return unmeasured(told, 'No model in production has an update frequency.');
  const load = known.reduce((sum, { frequency, count }) => sum + count * facts.updatesPerYear[frequency], 0);
  const unknown = facts.inProduction - models;
  return measured(told, {
    value: load / models,
    n: models,
    numbers: `${sayFactor(load)} / ${sayCount(models)} = ${sayFactor(load / models)}`,
    caution:
      unknown > 0 ? `${counted(unknown, 'model')} in production ${unknown === 1 ? 'has' : 'have'} none noted.` : '',
    sets: [{ path: 'updatesPerYear', value: load / models }],
    values: known.flatMap(({ frequency, count }) => Array<number>(count).fill(facts.updatesPerYear[frequency])),
    rows: known.map(({ frequency, count }) => ({
      modelId: null,
      name: frequency.replaceAll('_', ' '),
      value: facts.updatesPerYear[frequency],
      detail: counted(count, 'model'),
    })),
  });
}

/** Stages whose models can be expected in the first year of the plan; the proposed ones follow in the second. */
const UNDER_WAY: ReadonlySet<Stage> = new Set<Stage>(['data_preparation', 'training', 'validation']);

/** Models that are on their way: those in development in year 1, the proposed ones in year 2. */
export function measurePlannedModels(facts: ModelFacts, inputs: InvestmentInputs): Measured {
  const told = {
    key: 'plannedModels',
    label: 'Models on their way',
    unit: 'models',
    words: 'models in data preparation, training or validation in year 1, proposed ones in year 2',
  } as const;
  const sum = (wanted: (stage: Stage) => boolean): number =>
    facts.beforeProduction.reduce((total, { stage, count }) => total + (wanted(stage) ? count : 0), 0);
  const underWay = sum((stage) => UNDER_WAY.has(stage));
  const proposed = sum((stage) => stage === 'proposed');
  if (underWay + proposed === 0) return unmeasured(told, 'No model of this portfolio is on its way to production.');
  return measured(told, {
    value: underWay + proposed,
    n: underWay + proposed,
    numbers: `${sayCount(underWay)} in development + ${sayCount(proposed)} proposed`,
    caution:
      'Not all of them will get there (elsewhere about half do), and what nobody has proposed yet is not counted: the later years stay as they are.',
    sets: [
      { path: 'newModels.0', value: underWay },
      { path: 'newModels.1', value: proposed },
    ].slice(0, inputs.newModels.length),
    rows: facts.beforeRows.map(stageRow),
  });
}

const GROWTH_YEARS = 2;

/** Growth that the latest finished assessment reckoned with. */
export function measureGrowth(facts: ModelFacts, inputs: InvestmentInputs): Measured {
  const told = {
    key: 'assessmentGrowth',
    label: 'Growth in the assessment',
    unit: 'models in 24 months',
    words: 'models that the latest finished assessment expects in 24 months, half of them each year',
  } as const;
  const { growth } = facts;
  if (growth === null) return unmeasured(told, 'No assessment of the whole organisation is finished.');
  if (growth.models <= 0) return unmeasured(told, `“${growth.assessment}” expects no additional models.`);
  const yearly = growth.models / GROWTH_YEARS;
  return measured(told, {
    value: growth.models,
    n: 1,
    numbers: `${sayFactor(growth.models)} / 2 = ${sayFactor(yearly)} a year`,
    sets: inputs.newModels.slice(0, GROWTH_YEARS).map((_, year) => ({ path: `newModels.${year}`, value: yearly })),
    rows: [
      { modelId: null, name: growth.assessment, value: growth.models, detail: `finished ${sayDay(growth.finishedAt)}` },
    ],
  });
}
