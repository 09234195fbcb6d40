import { sqlite } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import type { FactTable } from '../tables';
import type { SharedColumns } from './lean-source';
import { leanRows, loosenAll, loosenRows, loosenSources, wholeRows } from './sqlite/lean-rows';

/**
 * What sources share with their models (`lean-source.ts`), for those who read and write rows of any table: the recorder, which no
 * change of a fact passes by, the verification and the recovery.
 */

type Row = Readonly<Record<string, unknown>>;

/** Rows of a table as they mean. */
export const wholeFacts = <T extends Row>(read: ReadHandle, table: FactTable, rows: readonly T[]): readonly T[] =>
  table === 'model_sources' ? wholeRows(sqlite(read), rows) : rows;

/** … as they are stored; `fresh`: models as they lie in the file. */
export const storedFacts = <T extends Row>(
  read: ReadHandle,
  table: FactTable,
  rows: readonly T[],
  fresh: ReadonlyMap<string, SharedColumns>,
): readonly T[] => (table === 'model_sources' ? leanRows(sqlite(read), rows, fresh) : rows);

/** To be called before rows of a table are changed, or go: what others share with them stays as it is. */
export function unshare(
  read: ReadHandle,
  table: FactTable,
  ids: readonly string[],
  columns: ReadonlySet<string> | 'all',
): void {
  if (table === 'models') loosenSources(sqlite(read), ids, columns === 'all' ? null : columns);
  if (table === 'model_sources' && columns !== 'all') loosenRows(sqlite(read), ids);
}

/** To be called before facts are written in another way than by the recorder. */
export const unshareAll = (read: ReadHandle): void => loosenAll(sqlite(read));
