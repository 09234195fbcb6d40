import type { Cell, Row, Sheet } from '../xlsx/cells';

export interface TableSheetColumn<T> {
  readonly head: string;
  /** In characters. */
  readonly width: number;
  readonly cell: (item: T) => Cell | null;
}

export type Listed<T> = Iterable<T> | AsyncIterable<T>;

export const tableColumn = <T>(
  head: string,
  width: number,
  cell: TableSheetColumn<T>['cell'],
): TableSheetColumn<T> => ({ head, width, cell });

/** A sheet that is one table: its head stays in view and carries filters. */
export function tableSheet<T>(name: string, columns: readonly TableSheetColumn<T>[], items: Listed<T>): Sheet {
  async function* rows(): AsyncGenerator<Row> {
    yield columns.map(({ head }) => ({ value: head, look: 'head' as const }));
    for await (const item of items) yield columns.map(({ cell }) => cell(item));
  }
  return { name, columns, rows: rows(), freeze: { rows: 1, columns: 1 }, filterRow: 1 };
}
