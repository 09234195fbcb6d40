import { keptValues } from './kept-values';

/** What the portfolio's own rows can say about the inputs of a scenario. */
export const MEASURE_KEYS = [
  'timeToProduction',
  'releasesPerYear',
  'declaredUpdates',
  'modelsInProduction',
  'plannedModels',
  'assessmentGrowth',
  'incidentsPerModelYear',
  'incidentHours',
  'incidentOtherCost',
] as const;
export type MeasureKey = (typeof MEASURE_KEYS)[number];

/** One row behind a measured value. */
export interface MeasuredRow {
  readonly modelId: string | null;
  readonly name: string;
  readonly value: number | null;
  readonly detail: string;
}

/** An input that a measured value would set, in the input's own unit. */
export interface MeasuredInput {
  readonly path: string;
  readonly value: number;
}

export interface Measured {
  readonly key: MeasureKey;
  readonly label: string;
  readonly unit: string;
  /** `null`: the rows cannot say; `reason` says why. */
  readonly value: number | null;
  readonly reason: string;
  /** Rows behind it, also those that are not listed. */
  readonly n: number;
  readonly words: string;
  readonly numbers: string;
  readonly caution: string;
  readonly sets: readonly MeasuredInput[];
  readonly rows: readonly MeasuredRow[];
  /** Of a median or a mean: every value behind it, in the measure's unit. */
  readonly values?: readonly number[] | undefined;
}

/** So many rows are listed and kept with a value that is taken over. */
export const MOST_ROWS = 200;

/** Fewer rows than this carry a warning; rules.md 7 stays silent below it, here somebody decides. */
const FEW = 10;

type Told = Pick<Measured, 'key' | 'label' | 'unit' | 'words'>;

/** No value, and why. */
export function unmeasured(told: Told, reason: string): Measured {
  return { ...told, value: null, reason, n: 0, numbers: '', caution: '', sets: [], rows: [] };
}

type Found = Pick<Measured, 'n' | 'numbers' | 'sets' | 'rows' | 'values'> & {
  readonly value: number;
  readonly caution?: string;
};

export function measured(told: Told, found: Found): Measured {
  const few = found.n < FEW ? `Only ${found.n} ${found.n === 1 ? 'row stands' : 'rows stand'} behind it.` : '';
  const caution = [few, found.caution ?? ''].filter((text) => text !== '').join(' ');
  const values = found.values && keptValues(found.values);
  return { ...told, reason: '', ...found, ...(values && { values }), caution, rows: found.rows.slice(0, MOST_ROWS) };
}
