import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { DAMAGED } from '#domain/base/damaged-file';
import { DomainError } from '../../failure/domain-error';
import { deriveKey, type FileKey, HEAD_BYTES, isKnownHead } from './file-key';
import { firstBytesOf } from './first-bytes';
import { rememberKey } from './keyring';
import { encryptedHeadOf, openDatabase } from './open-database';

/** So says a failure whose passphrase was tried and does not fit. */
export const WRONG_PASSPHRASE = 'wrong_passphrase';

/**
 * Works out the key of an encrypted file and holds it in memory from now on; a plain file needs none.
 *
 * @param copies of the file (its backups): where the passphrase opens one that was made with the same key, it is right and the
 *   file is damaged
 * @throws DomainError `locked` where it does not fit, `bad_file` where the file is damaged or of a newer program
 */
export async function unlockFile(
  path: string,
  passphrase: string,
  copies: readonly string[] = [],
): Promise<FileKey | null> {
  const head = encryptedHeadOf(path);
  if (head === null) return null;
  const name = basename(path);
  if (!isKnownHead(head))
    throw new DomainError('bad_file', `${name} was encrypted by a newer Modelfolio. Update Modelfolio to open it.`);
  const key = await deriveKey(passphrase, head);
  if (fits(path, key)) {
    rememberKey(key);
    return key;
  }
  const sameKey = (copy: string): boolean => encryptedHeadOf(copy)?.equals(head) === true;
  if (copies.some((copy) => sameKey(copy) && fits(copy, key))) {
    rememberKey(key);
    throw new DomainError(
      'bad_file',
      `The passphrase is right, but ${name} is damaged at its beginning and was not changed. Open a backup.`,
      DAMAGED,
    );
  }
  throw wrongPassphrase(name);
}

export const wrongPassphrase = (name: string): DomainError =>
  new DomainError(
    'locked',
    `This passphrase does not open ${name}. Capital letters and blanks count; try it again.`,
    WRONG_PASSPHRASE,
  );

/** Whether a key that was kept opens the file, which may have been given another passphrase since. */
export function takeKey(path: string, key: FileKey): boolean {
  const right = encryptedHeadOf(path)?.toString('hex') === key.head && fits(path, key);
  if (right) rememberKey(key);
  return right;
}

/** Bytes 16 and 17 of a file are the size of its pages, in the clear. */
const PAGE_SIZE_AT = HEAD_BYTES;

/**
 * Whether a key opens the first page of a file. A copy of that page alone is tried: SQLite lays files beside one that it opens, and
 * the file may be open elsewhere.
 */
function fits(path: string, key: FileKey): boolean {
  const pageSize = firstBytesOf(path, PAGE_SIZE_AT + 2)?.readUInt16BE(PAGE_SIZE_AT) ?? 0;
  const page = pageSize < 512 ? null : firstBytesOf(path, pageSize);
  if (page === null) return false;
  const folder = mkdtempSync(join(tmpdir(), 'modelfolio-read-'));
  try {
    const copy = join(folder, 'page');
    writeFileSync(copy, page, { mode: 0o600 });
    const db = openDatabase(copy, key);
    try {
      db.pragma('application_id', { simple: true });
      return true;
    } finally {
      db.close();
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'SQLITE_NOTADB') return false;
    // The page itself is what it should be; that the others are missing is found behind it.
    if (code === 'SQLITE_CORRUPT') return true;
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
