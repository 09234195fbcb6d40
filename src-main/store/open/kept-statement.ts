import type Database from 'better-sqlite3';

const kept = new WeakMap<Database.Database, Map<string, Database.Statement<unknown[], unknown>>>();

/**
 * The one statement that a connection has of a text, prepared when it is first asked for: for texts of which there are few, and
 * whose rows are read to the end at once.
 *
 * @typeParam Given what is bound; Row what each row is read as: whoever wrote the text knows both
 */
export function keptStatement<Given extends unknown[], Row = unknown>(
  db: Database.Database,
  sql: string,
): Database.Statement<Given, Row> {
  const own = kept.get(db) ?? new Map<string, Database.Statement<unknown[], unknown>>();
  kept.set(db, own);
  const made = own.get(sql) ?? db.prepare<unknown[], unknown>(sql);
  own.set(sql, made);
  return made as Database.Statement<Given, Row>;
}
