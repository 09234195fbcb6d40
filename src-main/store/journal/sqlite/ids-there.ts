import type Database from 'better-sqlite3';

/**
 * Those of some ids that a table has.
 *
 * @param table a name of the schema, never somebody's text
 */
export function idsThere(db: Database.Database, table: string, ids: readonly string[]): ReadonlySet<string> {
  const found = db.prepare<[string], string>(`SELECT id FROM "${table}" WHERE id IN (SELECT value FROM json_each(?))`);
  return new Set(found.pluck().all(JSON.stringify(ids)));
}
