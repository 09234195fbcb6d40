import type Database from 'better-sqlite3';
import type { Cell, LinePart } from '../line-part';

/** Written in another way than row by row: steps, the journal, points; what SQLite keeps for its planner; and what is of this copy alone. */
const OTHERWISE =
  /^(sqlite_|schema_migrations$|journal$|journal_changes$|journal_blocks$|journal_block_models$|drift_segments$|drift_tail$|sharing$|sharing_waiting$|sharing_given$)/;
const PAGE = 500;

/** Tables whose rows are lines of their own, those that others hang on first as far as their names in the schema say. */
export const tableNames = (db: Database.Database): readonly string[] =>
  db
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid")
    .pluck()
    .all()
    .filter((name) => !OTHERWISE.test(name));

/** All rows of a table in their order, in pages. */
export function* tableRows(db: Database.Database, table: string): Generator<readonly LinePart[]> {
  const order = isWithoutRowid(db, table) ? '' : ' ORDER BY rowid';
  const rows = db.prepare<[], Record<string, unknown>>(`SELECT * FROM "${table}"${order}`).iterate();
  let page: LinePart[] = [];
  for (const row of rows) {
    page.push({ table, row: Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, told(cell)])) });
    if (page.length < PAGE) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

export const steps = (db: Database.Database): readonly LinePart[] =>
  db
    .prepare<[], { version: number; name: string; hash: string; applied_at: string }>(
      'SELECT version, name, hash, applied_at FROM schema_migrations ORDER BY version',
    )
    .all()
    .map((step) => ({ step }));

const isWithoutRowid = (db: Database.Database, table: string): boolean =>
  db.prepare("SELECT wr FROM pragma_table_list(?) WHERE schema = 'main'").pluck().get(table) === 1;

/** JSON has no infinity and no bytes. */
function told(value: unknown): Cell {
  if (Buffer.isBuffer(value)) return { base64: value.toString('base64') };
  if (typeof value === 'number' && !Number.isFinite(value)) return { number: String(value) };
  return value as string | number | null; // what else a STRICT table holds
}
