import type { Column, GridColumn } from '#contract/models/grid';
import { type ColumnStore, type GridSlice, numberAt, textAt } from './column-store';

/** One cell as a column of one row. */
export function cellColumn(kind: Column['kind'], value: string | number | null): Column {
  switch (kind) {
    case 'text':
      return { kind, values: [String(value ?? '')] };
    case 'coded':
      return value === null || value === ''
        ? { kind, values: [], codes: [-1] }
        : { kind, values: [String(value)], codes: [0] };
    case 'number':
    case 'day':
      return { kind, values: [typeof value === 'number' ? value : null] };
  }
}

/** A slice that sets some cells of one row. */
export function cellsSlice(
  store: ColumnStore,
  id: string,
  cells: Readonly<Partial<Record<GridColumn, string | number | null>>>,
): GridSlice {
  const columns: Partial<Record<GridColumn, Column>> = {};
  for (const [name, column] of store.columns) {
    const value = cells[name];
    if (value !== undefined) columns[name] = cellColumn(column.kind, value);
  }
  return { revision: store.revision, ids: [id], columns };
}

/** The cells of a row as they are now: what a failed change is set back to. */
export function currentCells(
  store: ColumnStore,
  row: number,
  names: readonly GridColumn[],
): Partial<Record<GridColumn, string | number | null>> {
  const cells: Partial<Record<GridColumn, string | number | null>> = {};
  for (const name of names) {
    const kind = store.columns.get(name)?.kind;
    cells[name] = kind === 'text' || kind === 'coded' ? textAt(store, name, row) : numberAt(store, name, row);
  }
  return cells;
}
