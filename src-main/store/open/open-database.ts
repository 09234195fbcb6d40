import { createRequire } from 'node:module';
import { basename } from 'node:path';
import Database from 'better-sqlite3';
import { DomainError } from '../../failure/domain-error';
import { type FileKey, isEncryptedHead, isKnownHead } from './file-key';
import { firstBytesOf } from './first-bytes';
import { knownKey } from './keyring';

/**
 * AEGIS-256, which encrypts a page and proves it in one: one that was altered is not read. It is made of the processor's own rounds
 * of AES and costs next to nothing; ChaCha20-Poly1305 of this library takes nine times as long to read a file as a plain one takes.
 */
const CIPHER = 'aegis';
const ALGORITHM = 'aegis-256';

let ciphers: typeof Database | null = null;

/** SQLite with ciphers, the same program and calls otherwise; loaded by the first portfolio that is encrypted. */
function withCiphers(): typeof Database {
  ciphers ??= createRequire(import.meta.url)('better-sqlite3-multiple-ciphers') as typeof Database;
  return ciphers;
}

/**
 * The one door to files of SQLite that may be portfolios.
 *
 * @param key `null`: the file is plain, or is to become a plain one
 */
export function openDatabase(path: string, key: FileKey | null, options: Database.Options = {}): Database.Database {
  if (key === null) return new Database(path, options);
  const db = new (withCiphers())(path, options);
  try {
    prepared(db);
    setKey(db, key);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** A database that is held in memory; of an encrypted file it can be written into an encrypted one again. */
export const openBytes = (bytes: Buffer, encrypted: boolean): Database.Database =>
  encrypted ? prepared(new (withCiphers())(bytes)) : new Database(bytes);

/** A connection of the program with ciphers to a plain file, to bring its content into an encrypted one or out of it. */
export const openBesideEncrypted = (path: string): Database.Database => prepared(new (withCiphers())(path));

/** How files are encrypted that this connection opens or attaches with a key. */
function prepared(db: Database.Database): Database.Database {
  db.pragma(`cipher = '${CIPHER}'`);
  db.pragma(`aegis_algorithm = '${ALGORITHM}'`);
  // What is sorted or set aside while a statement runs would lie in temporary files as it is.
  db.pragma('temp_store = MEMORY');
  return db;
}

/** How the program with ciphers is told a key; '' = the file is plain. Never put into the text of a statement. */
export const keyText = (key: FileKey | null): string => (key === null ? '' : `raw:${key.key}${key.head}`);

function setKey(db: Database.Database, key: FileKey): void {
  const keyed = db as Database.Database & { key(bytes: Buffer): void }; // of the program with ciphers
  const bytes = Buffer.from(keyText(key), 'latin1');
  keyed.key(bytes);
  bytes.fill(0);
}

/**
 * The key of a file that is open nowhere in this process (looking into one that is would drop its locks); `null`: it is plain.
 *
 * @throws DomainError `locked` where it is encrypted and was not unlocked here
 */
export function keyOf(path: string): FileKey | null {
  const head = encryptedHeadOf(path);
  if (head === null) return null;
  const key = knownKey(head.toString('hex'));
  if (key === null) throw lockedError(path, head);
  return key;
}

/** Whether a file needs a passphrase that nobody gave here. */
export const isLocked = (path: string): boolean => {
  const head = encryptedHeadOf(path);
  return head !== null && knownKey(head.toString('hex')) === null;
};

/** The head of an encrypted portfolio; `null`: it is none, or it cannot be read. */
export function encryptedHeadOf(path: string): Buffer | null {
  const bytes = firstBytesOf(path, 16);
  return bytes !== null && isEncryptedHead(bytes) ? bytes : null;
}

function lockedError(path: string, head: Buffer): DomainError {
  const name = basename(path);
  return isKnownHead(head)
    ? new DomainError('locked', `${name} is encrypted. Give its passphrase to open it.`)
    : new DomainError(
        'bad_file',
        `${name} was encrypted by a newer Modelfolio, or its first bytes are damaged. Update Modelfolio, or open a backup; the file was not touched.`,
      );
}
