import { counted } from '#domain/base/wording';
import { recommendLevel } from '#domain/level/level-recommendation';
import type { LevelThresholds } from '#domain/level/level-thresholds';
import type { UpdatesPerYear } from '#domain/models/update-frequency';
import type { MaturityLevel } from '#domain/vocabulary';
import { columnsFor, exactRowIndexOf, meanOf, type RowPlan, rowIndexOf, rowsFor, updatesWords } from './matrix-axes';
import type { PlanPoint } from './plan-points';

export interface MatrixInput {
  readonly thresholds: LevelThresholds;
  readonly updatesPerYear: UpdatesPerYear;
  /** Models in production today, and their releases a year; the load is a lower bound while frequencies are unknown. */
  readonly models: number;
  readonly load: number;
  readonly unknownFrequency: number;
  /** The point that is marked: a past day is not today. */
  readonly when: 'Today' | 'Then';
  /** Later points of the plan, the next one first. */
  readonly plan?: readonly PlanPoint[];
}

export interface MatrixColumn {
  readonly models: number;
  readonly label: string;
  readonly today: boolean;
  /** `+6`: the plan gets here in six months; '' where it does not. */
  readonly plan: string;
}
export interface MatrixCell {
  /** `null` is not drawn: no models, no level. */
  readonly level: MaturityLevel | null;
  readonly today: boolean;
  /** `+6, +12`; '' where the plan does not pass. */
  readonly plan: string;
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
  /** The way of the plan through the middles of the cells, in columns from the left and rows from the top. */
  readonly path: readonly { readonly x: number; readonly y: number }[];
}

const markWordsFor = (input: MatrixInput, mark: LevelMatrix['mark'], mean: number | null): string => {
  const models = counted(input.models, 'model');
  if (mark === 'none') return 'No model is in production, so there is no point to mark.';
  if (mark === 'column' || mean === null)
    return `${input.when}: ${models}; how often they are updated is not known, so only their number decides`;
  const atLeast = input.unknownFrequency > 0 ? 'at least ' : '';
  return `${input.when}: ${models}, each updated ${atLeast}${updatesWords(mean)} on average`;
};

/** A point that has a cell of its own: it has models. */
const onMatrix = (plan: readonly PlanPoint[]): readonly PlanPoint[] => plan.filter(({ models }) => models > 0);

const labels = (points: readonly PlanPoint[]): string => points.map(({ label }) => label).join(', ');

/** The level for every number of models and frequency, by the thresholds in force, with today and the plan marked. */
export const levelMatrix = (input: MatrixInput): LevelMatrix => {
  const { models, load, thresholds, updatesPerYear } = input;
  const allUnknown = models > 0 && input.unknownFrequency >= models;
  const mark = models === 0 ? 'none' : allUnknown ? 'column' : 'cell';
  const mean = mark === 'cell' ? load / models : null;
  const plan = onMatrix(input.plan ?? []);
  const marked = [...(models > 0 ? [models] : []), ...plan.map((point) => point.models)];
  const columns = columnsFor(marked, thresholds);
  const rows = rowsFor(updatesPerYear, mean, plan.map(meanOf));
  const rowOfToday = mean === null ? -1 : exactRowIndexOf(rows, mean);
  const rowOf = (point: PlanPoint): number => rowIndexOf(rows, meanOf(point));
  const columnOf = (count: number): number => columns.findIndex((column) => column.models === count);

  const cellAt = (row: RowPlan, y: number, count: number): MatrixCell => {
    const points = plan.filter((point) => point.models === count && rowOf(point) === y);
    // A point that shares a row with a pace of nearly its own keeps the level of its exact load.
    const cellLoad = points[0]?.load ?? count * row.updates;
    return {
      level: recommendLevel({ models: count, load: cellLoad, updatesPerYear, thresholds }).level,
      today: count === models && (mark === 'column' || (mark === 'cell' && y === rowOfToday)),
      plan: labels(points),
    };
  };
  const start = mark === 'cell' ? [{ x: columnOf(models) + 0.5, y: rowOfToday + 0.5 }] : [];
  return {
    columns: columns.map((column) => ({
      ...column,
      today: column.models === models,
      plan: plan.find((point) => point.models === column.models)?.label ?? '',
    })),
    rows: rows.map((row, y) => ({
      ...row,
      today: y === rowOfToday,
      cells: columns.map((column) => cellAt(row, y, column.models)),
    })),
    mark,
    markWords: markWordsFor(input, mark, mean),
    path: [...start, ...plan.map((point) => ({ x: columnOf(point.models) + 0.5, y: rowOf(point) + 0.5 }))],
  };
};
