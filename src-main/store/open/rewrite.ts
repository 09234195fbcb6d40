import { rmSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { copyContent } from './copy-content';
import type { FileKey } from './file-key';
import { keyText, openBesideEncrypted, openDatabase } from './open-database';

/** As long as a write waits for another process. */
const BUSY_MS = 2_000;

/** A file of SQLite and what opens it; `null`: it is plain. */
export interface Keyed {
  readonly path: string;
  readonly key: FileKey | null;
}

/** Writes what a closed file holds into a new one with another key, or none. One of the two is encrypted. */
export function writeRewritten(from: Keyed, to: Keyed): void {
  withSource(from, to, (db) => {
    db.exec('BEGIN');
    copyContent(db, 'source', 'main');
    db.exec('COMMIT');
  });
}

/** Works on a connection whose main database is a new file, and which reads another as `source`. */
export function withSource(from: Keyed, to: Keyed, work: (db: Database.Database) => void): void {
  removeAll(to.path);
  const db = to.key === null ? openBesideEncrypted(to.path) : openDatabase(to.path, to.key);
  try {
    db.pragma('trusted_schema = OFF');
    db.pragma('foreign_keys = OFF');
    db.pragma(`busy_timeout = ${BUSY_MS}`);
    // The new file is nobody's before it is whole: what is half of it is thrown away.
    db.pragma('journal_mode = MEMORY');
    db.pragma('synchronous = OFF');
    // A page that is set aside before it is full is encrypted twice.
    db.pragma('cache_size = -131072');
    db.prepare('ATTACH ? AS source KEY ?').run(from.path, keyText(from.key));
    db.pragma('source.cell_size_check = ON');
    work(db);
  } finally {
    db.close();
  }
}

/** Takes away a file with all that SQLite lays beside one. */
export function removeAll(path: string): void {
  for (const name of [path, `${path}-wal`, `${path}-shm`, `${path}-journal`]) rmSync(name, { force: true });
}
