import type Database from 'better-sqlite3';
import type { Kysely } from 'kysely';
import type { Tables } from '../tables';
import type { ReadHandle } from './handle';

/**
 * What stands behind a read handle. Only the rooms of the store ask for it (`scripts/zones.mjs`): nobody above them holds
 * SQL or knows which engine is under them.
 */
export interface Connection {
  readonly db: Kysely<Tables>;
  readonly sqlite: Database.Database;
}

const connections = new WeakMap<ReadHandle, Connection>();

export function readHandle(connection: Connection): ReadHandle {
  const read = Object.freeze({}) as ReadHandle; // its brand is of the type only
  connections.set(read, connection);
  return read;
}

export function connectionOf(read: ReadHandle): Connection {
  const connection = connections.get(read);
  if (!connection) throw new Error('a read handle that no store has given out');
  return connection;
}

/** Asks tables; the type offers no way to change a row that would bypass the journal. */
export const tables = (read: ReadHandle): Pick<Kysely<Tables>, 'selectFrom' | 'fn' | 'getExecutor'> =>
  connectionOf(read).db;

/** For the functions of a subject that only SQLite has: they lie in its `sqlite/`, and take this connection. */
export const sqlite = (read: ReadHandle): Database.Database => connectionOf(read).sqlite;
