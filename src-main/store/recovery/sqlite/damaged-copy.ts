import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type Database from 'better-sqlite3';
import { migrations } from '../../migrations';
import { schemaDifference } from '../../open/exact-schema';
import type { FileKey } from '../../open/file-key';
import { keyOf, openDatabase } from '../../open/open-database';

/**
 * Works on a copy of a damaged portfolio and its log, in a folder that nobody else may enter and that is gone afterwards: the
 * file itself is not touched, whatever SQLite does with what it finds.
 *
 * @param work is given what the file is encrypted with, so that nothing of it is written as it is, and `null` where not even the structure can be read, or it is none of ours
 */
export async function onDamagedCopy<T>(
  path: string,
  work: (db: Database.Database | null, key: FileKey | null) => Promise<T>,
): Promise<T> {
  const key = keyOf(path);
  const folder = mkdtempSync(join(tmpdir(), 'modelfolio-damaged-'));
  let db: Database.Database | null = null;
  try {
    const copy = join(folder, basename(path));
    copyFileSync(path, copy);
    for (const log of ['-wal', '-journal'])
      if (existsSync(`${path}${log}`)) copyFileSync(`${path}${log}`, `${copy}${log}`);
    db = opened(copy, key);
    return await work(db, key);
  } finally {
    db?.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function opened(copy: string, key: FileKey | null): Database.Database | null {
  const db = openDatabase(copy, key);
  try {
    db.pragma('trusted_schema = OFF');
    db.pragma('mmap_size = 0');
    // A damaged cell is not read past its page.
    db.pragma('cell_size_check = ON');
    if (schemaDifference(db, migrations) === null) return db;
  } catch {
    // Not even the first page is whole.
  }
  db.close();
  return null;
}
