import type Database from 'better-sqlite3';

type Row = Readonly<Record<string, unknown>>;

/** One statement for each table and list of columns of a connection. */
const kept = new WeakMap<Database.Database, Map<string, Database.Statement<unknown[]>>>();

function statementOf(db: Database.Database, table: string, columns: readonly string[]): Database.Statement<unknown[]> {
  const own = kept.get(db) ?? new Map<string, Database.Statement<unknown[]>>();
  kept.set(db, own);
  const name = `${table} ${columns.join(' ')}`;
  const known = own.get(name);
  if (known) return known;
  const names = columns.map((column) => `"${column}"`).join(', ');
  const made = db.prepare<unknown[]>(`INSERT INTO "${table}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`);
  own.set(name, made);
  return made;
}

/**
 * Inserts rows one by one through a statement that is kept. A query builder that makes a text of two hundred rows anew each
 * time was a sixth of the work of an import.
 *
 * @param table and the rows' keys are names of the schema, never somebody's text
 */
export function insertEach(db: Database.Database, table: string, rows: readonly object[]): void {
  let columns: readonly string[] = [];
  let statement: Database.Statement<unknown[]> | null = null;
  for (const row of rows as readonly Row[]) {
    const own = Object.keys(row);
    if (statement === null || own.length !== columns.length || own.some((column, at) => column !== columns[at])) {
      columns = own;
      statement = statementOf(db, table, columns);
    }
    statement.run(...columns.map((column) => row[column]));
  }
}
