import type { Column, GridColumn } from '#contract/models/grid';
import { type ColumnStore, type GridSlice, numberAt, textAt } from './column-store';

type Cell = string | number | null;

/** Some cells of one row; dates are days since 1970-01-01 (UTC). */
export interface RowCells {
  readonly id: string;
  readonly cells: Readonly<Partial<Record<GridColumn, Cell>>>;
}

/** Cells of one column, as it is sent. */
function columnOf(kind: Column['kind'], cells: readonly Cell[]): Column {
  switch (kind) {
    case 'text':
      return { kind, values: cells.map((cell) => String(cell ?? '')) };
    case 'coded': {
      const texts = cells.map((cell) => String(cell ?? ''));
      const values = [...new Set(texts)].filter((text) => text !== '');
      return { kind, values, codes: texts.map((text) => values.indexOf(text)) };
    }
    case 'number':
    case 'day':
      return { kind, values: cells.map((cell) => (typeof cell === 'number' ? cell : null)) };
  }
}

/** A slice that sets some cells of some rows: the columns of which every row has one. */
export function rowsSlice(store: ColumnStore, rows: readonly RowCells[], revision = store.revision): GridSlice {
  const columns: Partial<Record<GridColumn, Column>> = {};
  for (const [name, column] of store.columns) {
    const cells = rows.flatMap((row) => row.cells[name] ?? (name in row.cells ? null : []));
    if (rows.length > 0 && cells.length === rows.length) columns[name] = columnOf(column.kind, cells);
  }
  return { revision, ids: rows.map(({ id }) => id), columns };
}

/** A slice that sets some cells of one row. */
export const cellsSlice = (store: ColumnStore, id: string, cells: RowCells['cells']): GridSlice =>
  rowsSlice(store, [{ id, cells }]);

/** The cells of a row as they are now: what a failed change is set back to. */
export function currentCells(
  store: ColumnStore,
  row: number,
  names: readonly GridColumn[],
): Partial<Record<GridColumn, Cell>> {
  const cells: Partial<Record<GridColumn, Cell>> = {};
  for (const name of names) {
    const kind = store.columns.get(name)?.kind;
    cells[name] = kind === 'text' || kind === 'coded' ? textAt(store, name, row) : numberAt(store, name, row);
  }
  return cells;
}
