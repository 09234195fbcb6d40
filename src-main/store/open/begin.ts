import type Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { readHandle } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import { migrations } from '../migrations';
import { APPLICATION_ID } from './file-header';
import { keptStatements } from './kept-statements';
import { migrate } from './migrate';
import type { Tables } from '../tables';

export const versionOf = (db: Database.Database): number => Number(db.pragma('user_version', { simple: true }));

export const hasTable = (db: Database.Database, table: string): boolean =>
  db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(table) !== undefined;

/** An empty portfolio of the structure that a damaged one has. */
export function beginPortfolio(db: Database.Database, version: number, now: string): void {
  db.pragma(`application_id = ${APPLICATION_ID}`);
  migrate(db, migrations.slice(0, version), now);
}

/** A file that is no open portfolio, for the functions of the store that read. */
export const handleOf = (db: Database.Database): ReadHandle =>
  readHandle({ db: new Kysely<Tables>({ dialect: new SqliteDialect({ database: keptStatements(db) }) }), sqlite: db });
