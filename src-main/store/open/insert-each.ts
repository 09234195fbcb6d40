import type Database from 'better-sqlite3';
import { keptStatement } from './kept-statement';

type Row = Readonly<Record<string, unknown>>;

const COLUMN = /^[a-z][a-z0-9_]*$/;

function statementOf(db: Database.Database, table: string, columns: readonly string[]): Database.Statement<unknown[]> {
  const strange = columns.find((column) => !COLUMN.test(column));
  if (strange !== undefined) throw new TypeError(`“${strange}” names no column`);
  const names = columns.map((column) => `"${column}"`).join(', ');
  return keptStatement(db, `INSERT INTO "${table}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`);
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
