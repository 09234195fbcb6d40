import type { Column, GridColumn } from '#contract/models/grid';
import { copyCodes, makeCodes } from './codes';
import {
  type CodedColumn,
  type ColumnStore,
  columnNames,
  type GridSlice,
  NO_DAY,
  packColumn,
  type StoreColumn,
  type TextColumn,
} from './column-store';
import { carryRanks, keepRanks } from './store-ranks';
import { carryFolded } from './store-search';

/** Where the rows of a slice go: `rows[i]` is the row of `slice.ids[i]`; new ids come behind the last row. */
interface Places {
  readonly rows: Uint32Array;
  readonly ids: readonly string[];
}

function placeRows(store: ColumnStore, slice: GridSlice): Places {
  const wanted = new Map(slice.ids.map((id, index) => [id, index]));
  const rows = new Uint32Array(slice.ids.length);
  if (wanted.size === 0) return { rows, ids: store.ids };
  for (let row = 0; row < store.ids.length && wanted.size > 0; row++) {
    const id = store.ids[row] ?? '';
    const index = wanted.get(id);
    if (index === undefined) continue;
    rows[index] = row;
    wanted.delete(id);
  }
  if (wanted.size === 0) return { rows, ids: store.ids };
  const ids = [...store.ids];
  for (const [id, index] of wanted) {
    rows[index] = ids.length;
    ids.push(id);
  }
  return { rows, ids };
}

function mergeCoded(old: CodedColumn, sent: CodedColumn, rows: Uint32Array, total: number): CodedColumn {
  const values = [...old.values];
  const places = new Map(old.values.map((value, code) => [value, code]));
  const target = sent.values.map((value) => {
    const known = places.get(value);
    if (known !== undefined) return known;
    values.push(value);
    return values.length - 1;
  });
  const same = total === old.codes.length && rows.every((row, i) => old.codes[row] === target[sent.codes[i] ?? 0]);
  if (same) return old;
  const codes = copyCodes(old.codes, total, values.length);
  rows.forEach((row, i) => {
    codes[row] = target[sent.codes[i] ?? 0] ?? 0;
  });
  return { kind: 'coded', values: values.length === old.values.length ? old.values : values, codes };
}

function mergeColumn(old: StoreColumn, sent: StoreColumn, rows: Uint32Array, total: number): StoreColumn {
  if (old.kind === 'coded') return sent.kind === 'coded' ? mergeCoded(old, sent, rows, total) : old;
  if (old.kind !== sent.kind) return old;
  const same = total === old.values.length && rows.every((row, i) => Object.is(old.values[row], sent.values[i]));
  if (same) return old;
  if (old.kind === 'text' && sent.kind === 'text') {
    const values = old.values.slice();
    rows.forEach((row, i) => {
      values[row] = sent.values[i] ?? '';
    });
    const merged: TextColumn = { kind: 'text', values };
    carryRanks(old, merged, new Set(rows));
    carryFolded(old, merged);
    return merged;
  }
  if (old.kind === 'number' && sent.kind === 'number') {
    const values = new Float64Array(total);
    values.set(old.values);
    rows.forEach((row, i) => {
      values[row] = sent.values[i] ?? Number.NaN;
    });
    return { kind: 'number', values };
  }
  if (old.kind === 'day' && sent.kind === 'day') {
    const values = new Int32Array(total);
    values.set(old.values);
    rows.forEach((row, i) => {
      values[row] = sent.values[i] ?? NO_DAY;
    });
    return { kind: 'day', values };
  }
  return old;
}

/** A column of `rows` empty cells, for new rows of which the slice says nothing. */
function emptyLike(column: StoreColumn, rows: number): Column {
  if (column.kind === 'text') return { kind: 'text', values: new Array<string>(rows).fill('') };
  if (column.kind === 'coded') return { kind: 'coded', values: [], codes: new Array<number>(rows).fill(-1) };
  return { kind: column.kind, values: new Array<null>(rows).fill(null) };
}

function keep<T>(values: readonly T[], kept: Uint32Array): T[] {
  const result: T[] = [];
  for (const row of kept) {
    const value = values[row];
    if (value !== undefined) result.push(value);
  }
  return result;
}

function compact(column: StoreColumn, kept: Uint32Array): StoreColumn {
  if (column.kind === 'text') {
    const shorter: TextColumn = { kind: 'text', values: keep(column.values, kept) };
    keepRanks(column, shorter, kept);
    return shorter;
  }
  if (column.kind === 'coded') {
    const codes = makeCodes(kept.length, column.values.length);
    for (let i = 0; i < kept.length; i++) codes[i] = column.codes[kept[i] ?? 0] ?? 0;
    return { kind: 'coded', values: column.values, codes };
  }
  if (column.kind === 'number')
    return { kind: 'number', values: Float64Array.from(kept, (row) => column.values[row] ?? Number.NaN) };
  return { kind: 'day', values: Int32Array.from(kept, (row) => column.values[row] ?? NO_DAY) };
}

function withoutRows(store: ColumnStore, removed: ReadonlySet<string>): ColumnStore {
  const kept = new Uint32Array(store.ids.length);
  let count = 0;
  store.ids.forEach((id, row) => {
    if (!removed.has(id)) kept[count++] = row;
  });
  if (count === store.ids.length) return store;
  const rows = kept.subarray(0, count);
  const columns = new Map<GridColumn, StoreColumn>();
  for (const [name, column] of store.columns) columns.set(name, compact(column, rows));
  return { ...store, ids: keep(store.ids, rows), columns };
}

/**
 * The store with the slice's rows put in place (or behind the last row) and some rows taken out.
 * Columns in which nothing differs are shared with the old store, and so are their ranks and folded texts.
 */
export function patchStore(store: ColumnStore, slice: GridSlice, removedIds: readonly string[] = []): ColumnStore {
  const { rows, ids } = placeRows(store, slice);
  const columns = new Map(store.columns);
  if (ids !== store.ids) {
    for (const [name, column] of store.columns) {
      if (slice.columns[name] !== undefined) continue;
      // Rows that are known keep their cell; only those behind the last row become empty.
      const fresh = rows.filter((row) => row >= store.ids.length);
      columns.set(name, mergeColumn(column, packColumn(emptyLike(column, fresh.length)), fresh, ids.length));
    }
  }
  for (const name of columnNames(slice)) {
    const sent = slice.columns[name];
    const old = store.columns.get(name);
    if (sent !== undefined && old !== undefined)
      columns.set(name, mergeColumn(old, packColumn(sent), rows, ids.length));
  }
  const patched: ColumnStore = { revision: Math.max(store.revision, slice.revision), ids, columns };
  return removedIds.length === 0 ? patched : withoutRows(patched, new Set(removedIds));
}
