import type { GridColumn } from '#contract/models/grid';
import { collate, collateInSteps, type Ranking, recollate } from './collate';
import { type CodedColumn, type ColumnStore, NO_DAY, type StoreColumn, type TextColumn } from './column-store';
import { SEMANTIC_ORDERS } from './semantic-orders';

/** Ranks by what they belong to: a dictionary's entries (shared by patched columns), else the rows of a column. */
const known = new WeakMap<object, Ranking>();

function vocabularyRanking(values: readonly string[], words: readonly string[]): Ranking {
  const ranks = Uint32Array.from(values, (value) => {
    const place = words.indexOf(value);
    return value === '' ? words.length + 1 : place === -1 ? words.length : place;
  });
  return { ranks, empty: words.length + 1 };
}

/** Ranks of numbers: distinct values in order, found again by halving. */
function numericRanking(values: Float64Array | Int32Array, isEmpty: (value: number) => boolean): Ranking {
  const sorted = values.filter((value) => !isEmpty(value)).sort();
  let distinct = 0;
  for (let i = 0; i < sorted.length; i++) {
    if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[distinct++] = sorted[i] ?? 0;
  }
  const ranks = new Uint32Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? 0;
    ranks[row] = isEmpty(value) ? distinct : placeOf(sorted, distinct, value);
  }
  return { ranks, empty: distinct };
}

function placeOf(sorted: Float64Array | Int32Array, length: number, value: number): number {
  let low = 0;
  let high = length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function remember(key: object, make: () => Ranking): Ranking {
  const found = known.get(key);
  if (found) return found;
  const made = make();
  known.set(key, made);
  return made;
}

const codedRanking = (column: CodedColumn, words: readonly string[] | undefined): Ranking =>
  remember(column.values, () => (words ? vocabularyRanking(column.values, words) : collate(column.values)));

/** Ranks of a column: by row, or by code for a coded one. Computed once for each version of the column. */
export function rankingOf(name: GridColumn, column: StoreColumn): Ranking {
  switch (column.kind) {
    case 'coded':
      return codedRanking(column, SEMANTIC_ORDERS[name]);
    case 'text':
      return remember(column, () => collate(column.values));
    case 'number':
      return remember(column, () => numericRanking(column.values, Number.isNaN));
    case 'day':
      return remember(column, () => numericRanking(column.values, (day) => day === NO_DAY));
  }
}

/** After a patch: the ranks of the old texts with the changed rows put in place. */
export function carryRanks(before: TextColumn, after: TextColumn, changed: ReadonlySet<number>): void {
  const ranking = known.get(before);
  if (ranking && before.values.length <= after.values.length)
    known.set(after, recollate(ranking, after.values, changed));
}

/** After rows were taken out: the others keep their ranks, which then have gaps. */
export function keepRanks(before: TextColumn, after: TextColumn, kept: Uint32Array): void {
  const ranking = known.get(before);
  if (ranking) known.set(after, { ranks: kept.map((row) => ranking.ranks[row] ?? 0), empty: ranking.empty });
}

/** Columns that only the search reads. */
const NEVER_SORTED: ReadonlySet<GridColumn> = new Set(['tags', 'references']);

/** Ranks the columns one by one, so that idle time can do it before the first sort. */
export function* prepareRanks(store: ColumnStore): Generator<void, void> {
  for (const [name, column] of store.columns) {
    if (NEVER_SORTED.has(name)) continue;
    if (column.kind === 'text' && !known.has(column)) known.set(column, yield* collateInSteps(column.values));
    else rankingOf(name, column);
    yield;
  }
}
