import { recommendLevel } from '#domain/level-recommendation';
import type { MaturityLevel, UpdateFrequency } from '#domain/vocabulary';
import type { LevelThresholds } from './overview-types';

/** The sizes that show where the levels meet with the shipped thresholds. */
const MODEL_COUNTS = [1, 2, 3, 4, 5, 8, 12, 20, 21, 30, 50, 100] as const;
const FREQUENCIES = ['daily', 'weekly', 'monthly', 'quarterly', 'half_yearly', 'yearly'] as const;
const ROW_LABELS: Readonly<Record<(typeof FREQUENCIES)[number], string>> = {
  daily: 'Daily',
  weekly: 'Weekly',
  monthly: 'Monthly',
  quarterly: 'Quarterly',
  half_yearly: 'Twice a year',
  yearly: 'Yearly',
};

export interface MatrixInput {
  readonly thresholds: LevelThresholds;
  readonly updatesPerYear: Readonly<Record<UpdateFrequency, number>>;
  /** Models in production today, and their releases a year; the load is a lower bound while frequencies are unknown. */
  readonly models: number;
  readonly load: number;
  readonly unknownFrequency: number;
  /** The point that is marked: a past day is not today. */
  readonly when: 'Today' | 'Then';
}

export interface MatrixColumn {
  readonly models: number;
  readonly label: string;
  readonly today: boolean;
}
export interface MatrixCell {
  /** `null` is not drawn: no models, no level. */
  readonly level: MaturityLevel | null;
  readonly today: boolean;
}
export interface MatrixRow {
  readonly label: string;
  readonly updates: number;
  readonly today: boolean;
  readonly cells: readonly MatrixCell[];
}
export interface LevelMatrix {
  readonly columns: readonly MatrixColumn[];
  readonly rows: readonly MatrixRow[];
  /** What today's point is: one cell, a whole column (no frequency known), or nothing (no models). */
  readonly mark: 'cell' | 'column' | 'none';
  readonly markWords: string;
}

const oneDigit = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });

/** "12K" for 12,000: a column is as wide as three digits. */
const short = new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 0 });

/** Updates a year by one model, in the fewest words: "3.4 a year". */
export const updatesWords = (updates: number): string => `${oneDigit.format(updates)} a year`;

const columnsFor = (models: number, thresholds: LevelThresholds): MatrixColumn[] => {
  // Beyond a hundred today's own number closes the row.
  const usual = MODEL_COUNTS.filter((count) => models <= 100 || count < 100);
  const counts = [...new Set<number>([...usual, ...(models > 0 ? [models] : [])])].sort((a, b) => a - b);
  const last = counts.at(-1);
  // "100+" is only true while nothing changes above it.
  const open = thresholds.countLevel2 < 100 && models <= 100;
  return counts.map((count) => ({
    models: count,
    label: open && count === last ? `${count}+` : short.format(count),
    today: count === models,
  }));
};

interface RowPlan {
  readonly label: string;
  readonly updates: number;
  readonly today: boolean;
}

/** Today's mean frequency gets a row of its own unless it is one of the usual ones, so that its cell is exact. */
const rowsFor = (input: MatrixInput, mean: number | null): RowPlan[] => {
  const { updatesPerYear } = input;
  const usual = FREQUENCIES.map((frequency) => ({
    label:
      frequency === 'daily' && updatesPerYear.on_drift === updatesPerYear.daily
        ? 'Daily, on drift'
        : ROW_LABELS[frequency],
    updates: updatesPerYear[frequency],
    today: mean !== null && Math.abs(mean - updatesPerYear[frequency]) < 1e-9,
  }));
  if (mean === null || usual.some((row) => row.today)) return usual;
  return [...usual, { label: updatesWords(mean), updates: mean, today: true }].sort((a, b) => b.updates - a.updates);
};

const markWordsFor = (input: MatrixInput, mark: LevelMatrix['mark'], mean: number | null): string => {
  const models = `${oneDigit.format(input.models)} ${input.models === 1 ? 'model' : 'models'}`;
  if (mark === 'none') return 'No model is in production, so there is no point to mark.';
  if (mark === 'column' || mean === null)
    return `${input.when}: ${models}; how often they are updated is not known, so only their number decides`;
  const atLeast = input.unknownFrequency > 0 ? 'at least ' : '';
  return `${input.when}: ${models}, each updated ${atLeast}${updatesWords(mean)} on average`;
};

/** The level for every number of models and frequency, by the thresholds in force, with today's point marked. */
export const levelMatrix = (input: MatrixInput): LevelMatrix => {
  const allUnknown = input.models > 0 && input.unknownFrequency >= input.models;
  const mark = input.models === 0 ? 'none' : allUnknown ? 'column' : 'cell';
  const mean = mark === 'cell' ? input.load / input.models : null;
  const columns = columnsFor(input.models, input.thresholds);
  const rows = rowsFor(input, mean).map((row) => ({
    ...row,
    cells: columns.map((column) => ({
      level: recommendLevel({
        models: column.models,
        load: column.models * row.updates,
        updatesPerYear: input.updatesPerYear,
        thresholds: input.thresholds,
      }).level,
      today: column.today && (mark === 'column' || (mark === 'cell' && row.today)),
    })),
  }));
  return { columns, rows, mark, markWords: markWordsFor(input, mark, mean) };
};
