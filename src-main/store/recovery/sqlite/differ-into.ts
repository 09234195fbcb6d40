import type Database from 'better-sqlite3';
import { wholeFacts } from '../../imports/shared-values';
import { sqlite } from '../../journal/connection';
import type { FactPatch, ReadHandle, WriteHandle } from '../../journal/handle';
import { looseColumns } from '../../journal/verify';
import { FACTS, type FactTable, type FactTables } from '../../tables';
import type { Breath } from './salvage-rows';

/** What one table was changed by, so that it is what a damaged file holds. */
export interface TableDifference {
  readonly table: FactTable;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  /** Parts of it could not be read: rows that lay there are as the journal last proves them, or not there. */
  readonly holes: boolean;
}

type Row = Readonly<Record<string, unknown>> & { readonly id: string };

const PAGE = 500;

/**
 * Makes the facts of a portfolio those of another one of the same structure, row by row, as the work of one journal entry.
 *
 * @param from rows whose parents are all there
 * @param holes tables of `from` that are known not to be whole
 */
export async function differInto(
  from: Database.Database,
  write: WriteHandle,
  holes: ReadonlySet<string>,
  breath: Breath,
): Promise<readonly TableDifference[]> {
  const into = sqlite(write.read);
  // Rows come table by table; that each has its parent is seen to at the end.
  into.pragma('defer_foreign_keys = ON');
  const removed = new Map<FactTable, number>();
  // What hangs on a row goes before it.
  for (const table of FACTS.toReversed()) {
    for (const ids of idPages(into, table))
      removed.set(table, (removed.get(table) ?? 0) + (await write.remove(table, missingOf(from, table, ids))));
    await breath();
  }
  const unwatched = new Set(['models.health', ...looseColumns(write.read)]);
  const differences: TableDifference[] = [];
  for (const table of FACTS) {
    let added = 0;
    let changed = 0;
    for (const page of pagesOf(from, table)) {
      const there = rowsById(write.read, table, page);
      const fresh = page.filter(({ id }) => !there.has(id));
      // Brought over column by column from a table of the same structure.
      await write.insert(table, fresh as unknown as readonly FactTables[typeof table][]);
      added += fresh.length;
      for (const row of page) {
        const before = there.get(row.id);
        const patch = before && patchOf(table, before, row, unwatched);
        if (patch) changed += await write.update(table, [row.id], patch as FactPatch<typeof table>);
      }
      await breath();
    }
    differences.push({ table, added, changed, removed: removed.get(table) ?? 0, holes: holes.has(table) });
  }
  return differences;
}

/** Columns that differ; `null`: none does. Columns that the journal does not hold are no difference. */
function patchOf(table: string, before: Row, after: Row, unwatched: ReadonlySet<string>): object | null {
  const columns = Object.keys(after).filter(
    (column) => before[column] !== after[column] && !unwatched.has(`${table}.${column}`),
  );
  return columns.length === 0 ? null : Object.fromEntries(columns.map((column) => [column, after[column]]));
}

function* pagesOf(db: Database.Database, table: string): Generator<readonly Row[]> {
  const page = db.prepare<[string, number], Row>(`SELECT * FROM "${table}" WHERE id > ? ORDER BY id LIMIT ?`);
  for (let after = ''; ; ) {
    const rows = page.all(after, PAGE);
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    after = last.id;
  }
}

/** Asked page by page, since rows go meanwhile. */
function* idPages(db: Database.Database, table: string): Generator<readonly string[]> {
  const page = db
    .prepare<[string, number], string>(`SELECT id FROM "${table}" WHERE id > ? ORDER BY id LIMIT ?`)
    .pluck();
  for (let after = ''; ; ) {
    const ids = page.all(after, PAGE);
    if (ids.length > 0) yield ids;
    const last = ids.at(-1);
    if (last === undefined || ids.length < PAGE) return;
    after = last;
  }
}

function missingOf(db: Database.Database, table: string, ids: readonly string[]): readonly string[] {
  const there = new Set(
    db
      .prepare<unknown[], string>(`SELECT id FROM "${table}" WHERE id IN (${ids.map(() => '?').join(', ')})`)
      .pluck()
      .all(...ids),
  );
  return ids.filter((id) => !there.has(id));
}

function rowsById(read: ReadHandle, table: FactTable, rows: readonly Row[]): ReadonlyMap<string, Row> {
  const found = sqlite(read)
    .prepare<unknown[], Row>(`SELECT * FROM "${table}" WHERE id IN (${rows.map(() => '?').join(', ')})`)
    .all(...rows.map(({ id }) => id));
  return new Map(wholeFacts(read, table, found).map((row) => [row.id, row]));
}

/** Two rows that cannot stand beside each other, or one whose parent is not there. */
export const isConstraint = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT');
