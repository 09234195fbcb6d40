import { sayQuantity } from '#domain/base/wording';
import type { LevelThresholds } from '#domain/level/level-thresholds';
import type { UpdatesPerYear } from '#domain/models/update-frequency';
import type { PlanPoint } from './plan-points';

/** The sizes that show where the levels meet with the shipped thresholds, and others to fill the row. */
const MODEL_COUNTS = [1, 2, 3, 4, 5, 8, 12, 20, 21, 30, 50, 100] as const;
const FILLERS = new Set<number>([2, 8, 12, 30, 50, 100]);
const FREQUENCIES = ['daily', 'weekly', 'monthly', 'quarterly', 'half_yearly', 'yearly'] as const;
const ROW_LABELS: Readonly<Record<(typeof FREQUENCIES)[number], string>> = {
  daily: 'Daily',
  weekly: 'Weekly',
  monthly: 'Monthly',
  quarterly: 'Quarterly',
  half_yearly: 'Twice a year',
  yearly: 'Yearly',
};
/** Two paces that read the same to one digit, or lie within six in a hundred, share a row: a row a point is no matrix. */
const SAME_PACE = { digit: 0.05, share: 0.06 } as const;

export interface ColumnPlan {
  readonly models: number;
  readonly label: string;
}
export interface RowPlan {
  readonly label: string;
  readonly updates: number;
}

/** "12.5K" for 12,500: a column is as wide as three or four digits. */
const short = (count: number): string => {
  if (count < 1_000) return sayQuantity(count);
  return count < 1_000_000 ? `${sayQuantity(count / 1_000)}K` : `${sayQuantity(count / 1_000_000)}M`;
};

/** Updates a year by one model, in the fewest words: "3.4 a year". */
export const updatesWords = (updates: number): string => `${sayQuantity(updates)} a year`;

export const meanOf = ({ models, load }: Pick<PlanPoint, 'models' | 'load'>): number => load / models;

/** Usual sizes and, exactly, those that are marked; a filler that stands next to a marked one makes room for it. */
export const columnsFor = (marked: readonly number[], thresholds: LevelThresholds): readonly ColumnPlan[] => {
  const largest = Math.max(0, ...marked);
  const crowded = (count: number): boolean =>
    marked.length > 1 && FILLERS.has(count) && marked.some((one) => Math.abs(Math.log(one / count)) < 0.2);
  // Beyond a hundred the marked numbers themselves close the row.
  const usual = MODEL_COUNTS.filter((count) => (largest <= 100 || count < 100) && !crowded(count));
  const counts = [...new Set([...usual, ...marked])].sort((a, b) => a - b);
  // "100+" is only true while nothing changes above it.
  const open = thresholds.countLevel2 < 100 && largest <= 100;
  return counts.map((models) => ({
    models,
    label: open && models === counts.at(-1) ? `${models}+` : short(models),
  }));
};

/** The place of exactly this pace among the rows; −1 where it needs a row of its own. */
export const exactRowIndexOf = (rows: readonly RowPlan[], updates: number): number =>
  rows.findIndex((row) => Math.abs(row.updates - updates) < 1e-9);

/** The place of the row that stands for a pace, the nearest one; −1 where none is near enough. */
export const rowIndexOf = (rows: readonly RowPlan[], updates: number): number => {
  const distance = (row: RowPlan): number => Math.abs(row.updates - updates);
  const near = rows.filter((row) => distance(row) < Math.max(SAME_PACE.digit, SAME_PACE.share * row.updates));
  const nearest = near.toSorted((a, b) => distance(a) - distance(b))[0];
  return nearest === undefined ? -1 : rows.indexOf(nearest);
};

/** The usual paces and, exactly, those that are marked, the quickest first. */
export const rowsFor = (
  updatesPerYear: UpdatesPerYear,
  today: number | null,
  planned: readonly number[],
): readonly RowPlan[] => {
  const own = (updates: number): RowPlan => ({ label: updatesWords(updates), updates });
  let rows: readonly RowPlan[] = FREQUENCIES.map((frequency) => ({
    label:
      frequency === 'daily' && updatesPerYear.on_drift === updatesPerYear.daily
        ? 'Daily, on drift'
        : ROW_LABELS[frequency],
    updates: updatesPerYear[frequency],
  }));
  // Today's row is exact; the plan may share one that reads the same.
  if (today !== null && exactRowIndexOf(rows, today) < 0) rows = [...rows, own(today)];
  for (const updates of planned) if (rowIndexOf(rows, updates) < 0) rows = [...rows, own(updates)];
  return [...rows].sort((a, b) => b.updates - a.updates);
};
