import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import Database from 'better-sqlite3';
import { DomainError } from '../../failure/domain-error';
import { readPortfolioHeader } from './file-header';

/** As long as a write waits for another process. */
const BUSY_MS = 5_000;
const RETRY_MS = 50;
/** All at once: nobody reads a portfolio that is half of one and half of another, but a step a page would be slow. */
const ALL_PAGES = 0x7fffffff;

/**
 * A whole copy of an open portfolio as it is now, which stands under its name only when it has been checked and has
 * reached the disk. A target that exists is replaced.
 */
export function writeVerifiedCopy(db: Database.Database, target: string): void {
  const unfinished = `${target}.part`;
  try {
    rmSync(unfinished, { force: true });
    db.prepare('VACUUM INTO ?').run(unfinished);
    if (!isIntact(unfinished)) throw new Error(`the copy ${target} is damaged`);
    sync(unfinished);
    renameSync(unfinished, target);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

/** Throws `bad_file` with a sentence unless the file is a whole, undamaged portfolio that this program can read. */
export function checkCopy(path: string, newestVersion: number): void {
  readPortfolioHeader(path, newestVersion);
  if (!isIntact(path)) {
    throw new DomainError('bad_file', `${basename(path)} is damaged; nothing was changed. Choose another backup.`);
  }
}

/** How many models a portfolio file holds that is not open; `null`: it cannot be read. */
export function countModelsIn(path: string): number | null {
  try {
    return readOnly(path, (db) => Number(db.prepare('SELECT count(*) FROM models').pluck().get()));
  } catch {
    return null;
  }
}

/**
 * Puts the content of one portfolio file into another, which may be open here and elsewhere: SQLite writes it as one
 * transaction, so that everybody sees either the old content or the new one, also after a crash.
 */
export async function replaceContent(target: string, from: string): Promise<void> {
  const end = performance.now() + BUSY_MS;
  const source = new Database(from, { readonly: true, fileMustExist: true });
  try {
    for (;;) {
      // A target that somebody else is writing to answers with no pages instead of an error.
      const { totalPages } = await source.backup(target, { progress: () => allUntil(end) });
      if (totalPages > 0) return;
      allUntil(end);
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  } finally {
    source.close();
  }
}

function allUntil(end: number): number {
  if (performance.now() <= end) return ALL_PAGES;
  throw new DomainError(
    'busy',
    'Another Modelfolio is writing to this portfolio. Nothing was changed; try again when it has finished.',
  );
}

function isIntact(path: string): boolean {
  try {
    return readOnly(path, (db) => db.pragma('quick_check', { simple: true }) === 'ok');
  } catch {
    return false;
  }
}

function readOnly<T>(path: string, read: (db: Database.Database) => T): T {
  const db = new Database(path, { readonly: true, fileMustExist: true });
  try {
    db.pragma('trusted_schema = OFF');
    return read(db);
  } finally {
    db.close();
  }
}

function sync(path: string): void {
  const descriptor = openSync(path, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
