import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { DomainError } from '../../failure/domain-error';
import { isIntact } from './closed-file';
import { copyContent, dropContent } from './copy-content';
import type { FileKey } from './file-key';
import { keyOf, keyText, openDatabase } from './open-database';
import { writeRewritten } from './rewrite';
import { syncFile } from './sync-file';

/** As long as a write waits for another process. */
const BUSY_MS = 5_000;
const RETRY_MS = 50;
/** All at once: nobody reads a portfolio that is half of one and half of another, but a step a page would be slow. */
const ALL_PAGES = 0x7fffffff;

/**
 * A whole copy of an open portfolio as it is now, which stands under its name only when it has been checked and has
 * reached the disk. A target that exists is replaced.
 *
 * @param key what the portfolio is encrypted with, and so the copy; `null`: neither is
 */
export function writeVerifiedCopy(db: Database.Database, target: string, key: FileKey | null): void {
  const unfinished = `${target}.part`;
  try {
    rmSync(unfinished, { force: true });
    if (key !== null && db.memory) encryptFromMemory(db, unfinished, key);
    else db.prepare('VACUUM INTO ?').run(unfinished);
    if (!isIntact(unfinished)) throw new Error(`the copy ${target} is damaged`);
    syncFile(unfinished);
    renameSync(unfinished, target);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

/** What was read into memory (a disk that may not be written) is decrypted there; what is kept of it is not. */
function encryptFromMemory(db: Database.Database, target: string, key: FileKey): void {
  db.prepare('ATTACH ? AS target KEY ?').run(target, keyText(key));
  try {
    db.pragma('foreign_keys = OFF');
    db.transaction(() => copyContent(db, 'main', 'target'))();
  } finally {
    db.exec('DETACH target');
    db.pragma('foreign_keys = ON');
  }
}

/**
 * Puts the content of one portfolio file into another, which may be open here and elsewhere: SQLite writes it as one
 * transaction, so that everybody sees either the old content or the new one, also after a crash.
 */
export async function replaceContent(target: string, key: FileKey | null, from: string): Promise<void> {
  if (key !== null) return replaceEncrypted(target, key, from);
  if (keyOf(from) === null) return replacePlain(target, from);
  // Of an encrypted backup a plain portfolio is made again; what lies between is gone afterwards.
  const folder = mkdtempSync(join(tmpdir(), 'modelfolio-read-'));
  try {
    const plain = join(folder, 'plain.modelfolio');
    writeRewritten({ path: from, key: keyOf(from) }, { path: plain, key: null });
    await replacePlain(target, plain);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function replaceEncrypted(target: string, key: FileKey, from: string): void {
  const db = openDatabase(target, key, { timeout: BUSY_MS, fileMustExist: true });
  try {
    db.pragma('trusted_schema = OFF');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = OFF');
    db.prepare('ATTACH ? AS source KEY ?').run(from, keyText(keyOf(from)));
    db.transaction(() => {
      dropContent(db, 'main');
      copyContent(db, 'source', 'main');
    }).immediate();
  } catch (error) {
    throw error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY') ? busy() : error;
  } finally {
    db.close();
  }
}

async function replacePlain(target: string, from: string): Promise<void> {
  const end = performance.now() + BUSY_MS;
  const source = openDatabase(from, null, { readonly: true, fileMustExist: true });
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
  throw busy();
}

const busy = (): DomainError =>
  new DomainError(
    'busy',
    'Another Modelfolio is writing to this portfolio. Nothing was changed; try again when it has finished.',
  );
