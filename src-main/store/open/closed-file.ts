import type Database from 'better-sqlite3';
import { keyOf, openDatabase } from './open-database';

/** Whether SQLite finds a file whole; `false` also where it cannot be read. */
export function isIntact(path: string): boolean {
  try {
    return readClosedFile(path, (db) => db.pragma('quick_check', { simple: true }) === 'ok');
  } catch {
    return false;
  }
}

/** Whether every index holds what its table holds, besides: one that does not hides rows from some questions. */
export const isWhole = (db: Database.Database): boolean => db.pragma('integrity_check(1)', { simple: true }) === 'ok';

/** Reads a portfolio file that is not open here, trusting nothing in it. */
export function readClosedFile<T>(path: string, read: (db: Database.Database) => T): T {
  const db = openDatabase(path, keyOf(path), { readonly: true, fileMustExist: true });
  try {
    db.pragma('trusted_schema = OFF');
    return read(db);
  } finally {
    db.close();
  }
}
