import type Database from 'better-sqlite3';
import type { SqliteDatabase, SqliteStatement } from 'kysely';

/** Characters of all kept texts together: what SQLite keeps for them is some twenty times as much. */
const MOST_KEPT = 500_000;

/**
 * A connection for Kysely, which has each text prepared anew, and that was a fifth of the work of a command: here what
 * was asked before is kept.
 */
export function keptStatements(db: Database.Database): SqliteDatabase {
  const kept = new Map<string, Database.Statement & SqliteStatement>();
  let characters = 0;
  return {
    close: () => void db.close(),
    prepare: (sql) => {
      const known = kept.get(sql);
      // One whose rows are still being read cannot begin anew.
      if (known && !known.busy) return known;
      const statement = db.prepare(sql) as Database.Statement & SqliteStatement; // Kysely's own type of the same thing
      if (!known) characters += sql.length;
      if (characters > MOST_KEPT) {
        kept.clear();
        characters = sql.length;
      }
      kept.set(sql, statement);
      return statement;
    },
  };
}
