import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { DomainError } from '../../failure/domain-error';
import { isIntact } from './closed-file';

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

function sync(path: string): void {
  const descriptor = openSync(path, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
