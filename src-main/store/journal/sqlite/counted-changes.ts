import type Database from 'better-sqlite3';

/** Commits of others that this connection has seen, and its own changes. */
export const countedChanges = (db: Database.Database): string =>
  `${db.pragma('data_version', { simple: true })} ${db.prepare('SELECT total_changes()').pluck().get()}`;
