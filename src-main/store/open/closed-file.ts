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
