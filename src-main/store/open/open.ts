import { accessSync, constants, existsSync, readFileSync, rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type Database from 'better-sqlite3';
import { DAMAGED } from '#domain/base/damaged-file';
import { DomainError } from '../../failure/domain-error';
import { type Migration, migrations } from '../migrations';
import type { TellRenewal } from '../renewal';
import type { FilePlace } from '../store';
import { decryptedBytes } from './decrypted-bytes';
import { hasOwnLedger, schemaDifference } from './exact-schema';
import { APPLICATION_ID, type FileHeader, readPortfolioHeader, refuseUnfit } from './file-header';
import type { FileKey } from './file-key';
import { watchPlace } from './file-place';
import { rememberKey } from './keyring';
import { migrate, readLedger, refuseForeignSteps } from './migrate';
import { keyOf, openBytes, openDatabase } from './open-database';
import { watchStatements } from './watch-statements';

/** Two connections on one file: queries read a snapshot while a command or an import writes. */
export interface Connections {
  readonly path: string;
  /** What opens the file; `null`: it is plain. */
  readonly key: FileKey | null;
  readonly readOnly: boolean;
  readonly writer: Database.Database;
  readonly reader: Database.Database;
  readonly place: () => FilePlace;
  /** The verified copy that was made before an update of the structure. */
  readonly copyBeforeUpdate: string | null;
}

const BUSY_MS = 5_000;
/** On a read-only disk the file is held in memory, so it must be one that fits. */
export const IN_MEMORY_LIMIT = 1024 ** 3;

/** @param key what it is encrypted with; `null`: it is plain */
export function createPortfolioFile(
  path: string,
  now: string,
  list: readonly Migration[] = migrations,
  key: FileKey | null = null,
): Connections {
  if (existsSync(path)) {
    throw new DomainError(
      'conflict',
      `${basename(path)} exists already and was not overwritten. Choose another name, or open it.`,
    );
  }
  try {
    accessSync(dirname(path), constants.W_OK);
  } catch {
    throw new DomainError(
      'bad_file',
      `${basename(path)} cannot be created: the folder ${basename(dirname(path)) || 'chosen'} is not there or may not be written. Choose another folder.`,
    );
  }
  const writer = openDatabase(path, key, { timeout: BUSY_MS });
  // Its copies are looked into.
  if (key !== null) rememberKey(key);
  writer.pragma(`application_id = ${APPLICATION_ID}`);
  migrate(writer, list, now);
  return connect(path, key, writer, null);
}

/** @param heard is told how far the structure of an old one is */
export function openPortfolioFile(
  path: string,
  now: string,
  list: readonly Migration[] = migrations,
  heard?: TellRenewal,
): Connections {
  const header = readPortfolioHeader(path, list.length);
  if (!isWritable(path)) return openInMemory(path, header);
  const key = keyOf(path);
  const writer = openDatabase(path, key, { timeout: BUSY_MS, fileMustExist: true });
  try {
    harden(writer);
    refuseUnfit(writer, basename(path), list.length);
    refuseForeignStructure(writer, basename(path), list);
    const copy = migrate(writer, list, now, key, heard);
    return connect(path, key, writer, copy);
  } catch (error) {
    writer.close();
    // Without room for a log nothing can be written, but what is there can be read.
    if (isFull(error)) return openInMemory(path, header, FULL_DISK);
    throw damaged(basename(path), error);
  }
}

/** Closing writes the log back, so that at rest the portfolio is one file. */
export function closeConnections(connections: Connections): void {
  if (connections.reader !== connections.writer) connections.reader.close();
  if (!connections.readOnly) tidy(connections.writer);
  connections.writer.close();
}

/**
 * Where another process is writing, it tidies up when it closes: what was asked here is answered, and not waited with. A damaged file
 * is left as it is, and is closed all the same.
 */
function tidy(writer: Database.Database): void {
  writer.pragma('busy_timeout = 0');
  try {
    writer.pragma('optimize');
    writer.pragma('wal_checkpoint(TRUNCATE)');
  } catch (error) {
    if (!isBusy(error) && !isCorrupt(error)) throw error;
  }
}

const isCorrupt = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CORRUPT');

export const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');

/**
 * Writes the log back and empties it: what a large import left in it would lie beside the portfolio, as large, until the
 * next change. Where another process is reading, it stays until then after all; nobody is waited for.
 */
export function emptyLog(writer: Database.Database): void {
  writer.pragma('busy_timeout = 0');
  writer.pragma('wal_checkpoint(TRUNCATE)');
  writer.pragma(`busy_timeout = ${BUSY_MS}`);
}

function connect(
  path: string,
  key: FileKey | null,
  writer: Database.Database,
  copyBeforeUpdate: string | null,
): Connections {
  harden(writer);
  writer.pragma('journal_mode = WAL');
  writer.pragma('synchronous = FULL');
  writer.pragma('foreign_keys = ON');
  writer.pragma('journal_size_limit = 16777216');
  // The structure reaches the file itself before anybody relies on its header.
  emptyLog(writer);
  watchStatements(writer);
  rmSync(readingCopyOf(path), { force: true });
  const reader = openOwnReader(path, key);
  return { path, key, readOnly: false, writer, reader, place: watchPlace(path), copyBeforeUpdate };
}

/** What is read while a large import writes the file itself (`straight.ts`); one that is left over is of a program that was killed. */
export const readingCopyOf = (path: string): string => `${path}.reading.modelfolio.part`;

/** The one connection that the questions of a store are asked over. */
export const openOwnReader = (path: string, key: FileKey | null): Database.Database =>
  withReadingCache(openReader(path, key), key);

/** For a thread that only reads a portfolio whose structure was found right by whoever opened it. */
export function openReading(path: string, key: FileKey | null): Connections {
  const reader = withReadingCache(openReader(path, key), key);
  return { path, key, readOnly: false, writer: reader, reader, place: watchPlace(path), copyBeforeUpdate: null };
}

/**
 * In KiB. More makes nothing quicker that was measured: what is read whole does not fit, and the system keeps the file too. What is
 * encrypted is unlocked again with each page that the system gives.
 */
function withReadingCache(reader: Database.Database, key: FileKey | null): Database.Database {
  reader.pragma(`cache_size = ${key === null ? -8_192 : -32_768}`);
  return reader;
}

/** One more connection to an open portfolio, for reading. */
export function openReader(path: string, key: FileKey | null): Database.Database {
  const reader = openDatabase(path, key, { timeout: BUSY_MS, readonly: true });
  harden(reader);
  watchStatements(reader);
  return reader;
}

/** The file may come from anybody: no code in its schema is run, and damaged cells are noticed. */
function harden(db: Database.Database): void {
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
  db.pragma('mmap_size = 0');
}

/** Nothing of a file is read or run before its structure is found to be exactly that of its version. */
function refuseForeignStructure(db: Database.Database, name: string, list: readonly Migration[]): void {
  const difference = schemaDifference(db, list);
  if (difference === null) return;
  // A program of other steps would be told what it is; that table can be trusted only where its own text is ours.
  if (hasOwnLedger(db, list)) refuseForeignSteps(list, readLedger(db));
  throw new DomainError(
    'bad_file',
    `${name} ${difference}. It was not opened and not changed; use a backup, or ask whoever sent it.`,
  );
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    accessSync(dirname(path), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

const READ_ONLY_DISK = 'a read-only disk';
const FULL_DISK = 'a full disk';

/** A portfolio file as it lies there, read whole; its log is not asked, and nothing is written beside it. */
export function readIntoMemory(path: string): Database.Database {
  const key = keyOf(path);
  const bytes = key === null ? readFileSync(path) : decryptedBytes(path, key);
  // Header bytes 18 and 19: 2 = write-ahead log, which a database in memory cannot have.
  bytes[18] = 1;
  bytes[19] = 1;
  const db = openBytes(bytes, key !== null);
  harden(db);
  refuseUnfit(db, basename(path), migrations.length);
  refuseForeignStructure(db, basename(path), migrations);
  return db;
}

/** @param disk why it is not opened where it lies, for the sentences of what stands against reading it */
function openInMemory(path: string, { sizeBytes, log }: FileHeader, disk = READ_ONLY_DISK): Connections {
  const name = basename(path);
  const mend =
    disk === FULL_DISK
      ? 'Make room on it and open the portfolio again.'
      : 'Copy it to a disk that can be written, and open the copy.';
  if (log !== null) {
    const beside = basename(log);
    throw new DomainError(
      'read_only',
      disk === FULL_DISK
        ? `${name} lies on a full disk together with changes that were not written back (${beside}). ${mend}`
        : `${name} lies on a read-only disk together with changes that were not written back (${beside}). Copy both files to a disk that can be written, and open the copy.`,
    );
  }
  if (sizeBytes > IN_MEMORY_LIMIT) {
    throw new DomainError('read_only', `${name} lies on ${disk} and is larger than 1 GB. ${mend}`);
  }
  try {
    const db = readIntoMemory(path);
    const version = Number(db.pragma('user_version', { simple: true }));
    if (version < migrations.length) {
      throw new DomainError('read_only', `${name} needs an update of its structure but lies on ${disk}. ${mend}`);
    }
    watchStatements(db);
    return {
      path,
      key: keyOf(path),
      readOnly: true,
      writer: db,
      reader: db,
      place: watchPlace(path),
      copyBeforeUpdate: null,
    };
  } catch (error) {
    throw damaged(name, error);
  }
}

const isFull = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  (/^SQLITE_(FULL|IOERR)/.test(String(error.code)) || error.code === 'ENOSPC');

export function damaged(name: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB')) {
    return new DomainError(
      'bad_file',
      `${name} is damaged and was not changed. Open a backup, or send a copy of the file to whoever keeps your backups.`,
      DAMAGED,
    );
  }
  if (isBusy(error)) {
    return new DomainError(
      'busy',
      `${name} is being written by another Modelfolio. Wait until it has finished, then open it again.`,
    );
  }
  return error;
}
