import type { Column, Grid, GridColumn } from '#contract/models/grid';
import { DATE_PRECISIONS, type DatePrecision } from '#domain/base/period';
import { type Codes, makeCodes } from './codes';

/** Day number that stands for "no date". */
export const NO_DAY = -2_147_483_648;

export interface TextColumn {
  readonly kind: 'text';
  readonly values: readonly string[];
}
export interface CodedColumn {
  readonly kind: 'coded';
  /** The dictionary; entry 0 is '' and means "nobody has said". */
  readonly values: readonly string[];
  readonly codes: Codes;
}
export interface NumberColumn {
  readonly kind: 'number';
  /** NaN = empty. */
  readonly values: Float64Array;
}
export interface DayColumn {
  readonly kind: 'day';
  /** Days since 1970-01-01 UTC; NO_DAY = empty. */
  readonly values: Int32Array;
}
export type StoreColumn = TextColumn | CodedColumn | NumberColumn | DayColumn;

/** The whole portfolio as columns. A row is its position in `ids`; nothing here is ever changed in place. */
export interface ColumnStore {
  readonly revision: number;
  readonly ids: readonly string[];
  readonly columns: ReadonlyMap<GridColumn, StoreColumn>;
}

/** What `models.grid` sends, or a part of its columns. */
export interface GridSlice {
  readonly revision: number;
  readonly ids: readonly string[];
  readonly columns: Readonly<Partial<Record<GridColumn, Column>>>;
}

function numbers(values: readonly (number | null)[]): Float64Array {
  const packed = new Float64Array(values.length);
  for (let row = 0; row < values.length; row++) packed[row] = values[row] ?? Number.NaN;
  return packed;
}

function days(values: readonly (number | null)[]): Int32Array {
  const packed = new Int32Array(values.length);
  for (let row = 0; row < values.length; row++) packed[row] = values[row] ?? NO_DAY;
  return packed;
}

/** Dictionary with '' in front, each other value once. */
function coded(values: readonly string[], sent: readonly number[]): CodedColumn {
  const dictionary = [''];
  const places = new Map([['', 0]]);
  const target = values.map((value) => {
    const known = places.get(value);
    if (known !== undefined) return known;
    places.set(value, dictionary.length);
    dictionary.push(value);
    return dictionary.length - 1;
  });
  const codes = makeCodes(sent.length, dictionary.length);
  for (let row = 0; row < sent.length; row++) codes[row] = target[sent[row] ?? -1] ?? 0;
  return { kind: 'coded', values: dictionary, codes };
}

export function packColumn(column: Column): StoreColumn {
  switch (column.kind) {
    case 'text':
      return { kind: 'text', values: column.values };
    case 'coded':
      return coded(column.values, column.codes);
    case 'number':
      return { kind: 'number', values: numbers(column.values) };
    case 'day':
      return { kind: 'day', values: days(column.values) };
  }
}

export function buildStore(grid: Grid): ColumnStore {
  const columns = new Map<GridColumn, StoreColumn>();
  for (const name of columnNames(grid)) {
    const column = grid.columns[name];
    columns.set(name, packColumn(column));
  }
  return { revision: grid.revision, ids: grid.ids, columns };
}

export function columnNames(slice: GridSlice): GridColumn[] {
  // Object.keys widens to string[]; the keys of a slice are grid columns by its type.
  return Object.keys(slice.columns) as GridColumn[];
}

/** Text of a text or coded cell; '' when empty or when the column is of another kind. */
export function textAt(store: ColumnStore, name: GridColumn, row: number): string {
  const column = store.columns.get(name);
  if (column === undefined) return '';
  if (column.kind === 'text') return column.values[row] ?? '';
  return column.kind === 'coded' ? (column.values[column.codes[row] ?? 0] ?? '') : '';
}

/** How exactly the day of a row is known; the column leaves out those that are known to the day. */
export function precisionAt(
  store: ColumnStore,
  name: 'stageSincePrecision' | 'versionSincePrecision',
  row: number,
): DatePrecision {
  const known = textAt(store, name, row);
  return DATE_PRECISIONS.find((precision) => precision === known) ?? 'day';
}

/** Value of a number or day cell; `null` when empty. */
export function numberAt(store: ColumnStore, name: GridColumn, row: number): number | null {
  const column = store.columns.get(name);
  if (column === undefined || column.kind === 'text' || column.kind === 'coded') return null;
  const value = column.values[row];
  if (value === undefined || Number.isNaN(value) || (column.kind === 'day' && value === NO_DAY)) return null;
  return value;
}
