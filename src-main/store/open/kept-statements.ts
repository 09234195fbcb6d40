import type Database from 'better-sqlite3';
import type { SqliteDatabase, SqliteStatement } from 'kysely';

/** What a portfolio is asked differs by some hundred texts; lists of ids make more of them. */
const MOST_KEPT = 400;
/** A text of hundreds of parameters seldom comes again. */
const LONGEST_KEPT = 4_000;

/**
 * A connection for Kysely, which has each text prepared anew, and that was a fifth of the work of a command: here what
 * was asked before is kept.
 */
export function keptStatements(db: Database.Database): SqliteDatabase {
  const kept = new Map<string, Database.Statement & SqliteStatement>();
  return {
    close: () => void db.close(),
    prepare: (sql) => {
      const known = kept.get(sql);
      // One whose rows are still being read cannot begin anew.
      if (known && !known.busy) return known;
      const statement = db.prepare(sql) as Database.Statement & SqliteStatement; // Kysely's own type of the same thing
      if (sql.length > LONGEST_KEPT) return statement;
      if (kept.size >= MOST_KEPT) kept.clear();
      kept.set(sql, statement);
      return statement;
    },
  };
}
