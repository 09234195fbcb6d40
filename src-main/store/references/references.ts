import { sql } from 'kysely';
import { chunks } from '../chunks';
import { sqlite, tables } from '../journal/connection';
import type { FactPatch, ReadHandle } from '../journal/handle';
import { EMPTY_COLUMNS, type FactTable } from '../tables';
import { listForeignKeys } from './sqlite/foreign-keys';

/** A column of facts that points at other facts, as the structure of the open file says. */
export interface Reference {
  readonly table: FactTable;
  readonly column: string;
  readonly to: FactTable;
  /** Whether the column may not be empty. */
  readonly required: boolean;
}

const isFact = (table: string): table is FactTable => table in EMPTY_COLUMNS;

/** All references to the rows of one table: a table that a migration adds is among them without being named anywhere. */
export function listReferences(read: ReadHandle, to: FactTable): readonly Reference[] {
  return listForeignKeys(sqlite(read)).flatMap(({ table, column, to: target, required }) =>
    target === to && isFact(table) ? [{ table, column, to, required }] : [],
  );
}

/** The ids of the rows that point at one of these. */
export async function listPointing(
  read: ReadHandle,
  { table, column }: Reference,
  ids: Iterable<string>,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const chunk of chunks([...ids], 900)) {
    const rows = await tables(read)
      .selectFrom(table)
      .select('id')
      .where(sql.ref<string>(column), 'in', [...chunk])
      .orderBy('id')
      .execute();
    found.push(...rows.map(({ id }) => id));
  }
  return found;
}

/** What an update writes, for the column is one of the table by the structure of the file. */
export const pointAt = ({ column }: Reference, id: string | null): FactPatch<FactTable> =>
  ({ [column]: id }) as FactPatch<FactTable>;

/** Those among `ids` that rows of another table point at. @param leftOut tables that say nothing by it */
export async function listPointedAt(
  read: ReadHandle,
  to: FactTable,
  ids: readonly string[],
  leftOut: ReadonlySet<FactTable>,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const { table, column } of listReferences(read, to)) {
    if (leftOut.has(table)) continue;
    for (const chunk of chunks(ids, 900)) {
      const rows = await tables(read)
        .selectFrom(table)
        .select(sql.ref<string>(column).as('target'))
        .where(sql.ref<string>(column), 'in', [...chunk])
        .execute();
      for (const { target } of rows) found.add(target);
    }
  }
  return found;
}
