import { chmodSync, copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileKey } from './file-key';
import { openDatabase } from './open-database';

/**
 * What an encrypted file holds, as a plain database in memory; its log is not asked. SQLite reads files and nothing else of what is
 * encrypted, so a copy as it lies there, in a private folder, is asked and taken away again.
 */
export function decryptedBytes(path: string, key: FileKey): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'modelfolio-read-'));
  try {
    const copy = join(folder, 'copy.modelfolio');
    copyFileSync(path, copy);
    chmodSync(copy, 0o600);
    const db = openDatabase(copy, key, { fileMustExist: true });
    try {
      return db.serialize();
    } finally {
      db.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
