import { chmodSync, closeSync, existsSync, fsyncSync, openSync, renameSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type Database from 'better-sqlite3';
import { DomainError } from '../../failure/domain-error';
import { checkCopy } from './check-copy';
import { copyContent } from './copy-content';
import type { FileKey } from './file-key';
import { rememberKey } from './keyring';
import { removeAll, withSource } from './rewrite';
import { syncFile } from './sync-file';

/**
 * Encrypts a closed portfolio, takes its encryption away, or gives it another key: a whole new file, checked as any copy is, takes
 * its place in one step. A kill or a power cut leaves the old file or the new one.
 *
 * @throws DomainError `busy` where another program has it open
 */
export function rewriteInPlace(path: string, from: FileKey | null, to: FileKey | null): void {
  const unfinished = `${path}.part`;
  try {
    withSource({ path, key: from }, { path: unfinished, key: to }, (db) => {
      holdAlone(db, path);
      db.exec('BEGIN EXCLUSIVE');
      copyContent(db, 'source', 'main');
      db.exec('COMMIT');
    });
    if (to !== null) rememberKey(to);
    checkCopy(unfinished);
    chmodSync(unfinished, statSync(path).mode & 0o777);
    syncFile(unfinished);
    // A log that came back belongs to somebody who opened the old file just now, and would be taken for the new one's.
    if (hasLog(path)) throw busy(path);
    renameSync(unfinished, path);
    syncFolder(dirname(path));
  } finally {
    removeAll(unfinished);
  }
}

/** Writes the log of the old file back and takes it away, which nobody can who is not alone with it. */
function holdAlone(db: Database.Database, path: string): void {
  try {
    db.pragma('source.locking_mode = EXCLUSIVE');
    if (db.pragma('source.journal_mode = DELETE', { simple: true }) === 'delete') return;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY'))) throw error;
  }
  throw busy(path);
}

const busy = (path: string): DomainError =>
  new DomainError(
    'busy',
    `${basename(path)} is open in another Modelfolio. Close it there, then try again; nothing was changed.`,
  );

const hasLog = (path: string): boolean => existsSync(`${path}-wal`) && statSync(`${path}-wal`).size > 0;

/** That the new name is on the disk, too; a system that opens no folders sees to it by itself. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
