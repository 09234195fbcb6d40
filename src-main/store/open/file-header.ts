import { closeSync, fstatSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type Database from 'better-sqlite3';
import { DAMAGED } from '#domain/base/damaged-file';
import { DomainError } from '../../failure/domain-error';
import { isEncryptedHead } from './file-key';
import { openAnything } from './first-bytes';

/** 'MFLO' in the header of every portfolio file. */
export const APPLICATION_ID = 0x4d464c4f;

const MAGIC = 'SQLite format 3\0';

export interface FileHeader {
  readonly sizeBytes: number;
  /** What lies beside the file and belongs to it, so that it is not whole by itself; `null`: nothing. */
  readonly log: string | null;
}

/** A write-ahead log that was not written back, or the journal of a large import that was broken off (`straight.ts`). */
const LOGS = ['-wal', '-journal'] as const;
const logOf = (path: string): string | null =>
  LOGS.map((end) => `${path}${end}`).find((log) => (statSync(log, { throwIfNoEntry: false })?.size ?? 0) > 0) ?? null;

/**
 * Reads the first 100 bytes and says whether this is a portfolio that this program may open. SQLite itself is not
 * asked yet: it would create files beside a stranger's database. Of an encrypted one, which opens with nothing but its own key,
 * `refuseUnfit` says the rest when it is open.
 */
export function readPortfolioHeader(path: string, newestVersion: number): FileHeader {
  const name = basename(path);
  const header = firstBytes(path, name);
  if (header.size === 0)
    throw new DomainError(
      'bad_file',
      `${name} is empty (0 bytes). Choose another file, or create a new portfolio.`,
      hasOurName(name) ? DAMAGED : undefined,
    );
  const log = logOf(path);
  if (header.size >= 100 && isEncryptedHead(header.bytes)) {
    refuseTorn(name, header);
    return { sizeBytes: header.size, log };
  }
  if (hasOurName(name) && !(header.size >= 100 && beginsAsSqlite(header)))
    throw new DomainError(
      'bad_file',
      `${name} has the name of a portfolio and does not begin as one: its beginning is damaged, or it is something else. It was not touched; what lies in backups beside it can be opened.`,
      DAMAGED,
    );
  if (header.size < 100 || !beginsAsSqlite(header)) {
    throw new DomainError(
      'bad_file',
      `${name} is not a Modelfolio portfolio. If it is a table of models, use Import instead; the file was not touched.`,
    );
  }
  if (header.bytes.readUInt32BE(68) !== APPLICATION_ID) {
    throw ofAnother(name);
  }
  refuseNewer(name, header.bytes.readUInt32BE(60), newestVersion);
  refuseTruncated(name, header, log !== null);
  return { sizeBytes: header.size, log };
}

const hasOurName = (name: string): boolean => /\.modelfolio$/i.test(name);
const beginsAsSqlite = ({ bytes }: FirstBytes): boolean => bytes.toString('latin1', 0, 16) === MAGIC;

/** The version of an opened file; throws where it is none of ours, or of a newer program. */
export function refuseUnfit(db: Database.Database, name: string, newestVersion: number): number {
  if (Number(db.pragma('application_id', { simple: true })) !== APPLICATION_ID) throw ofAnother(name);
  const version = Number(db.pragma('user_version', { simple: true }));
  refuseNewer(name, version, newestVersion);
  return version;
}

function refuseNewer(name: string, version: number, newestVersion: number): void {
  if (version <= newestVersion) return;
  throw new DomainError(
    'bad_file',
    `${name} was written by a newer Modelfolio (format ${version}; this one reads up to ${newestVersion}). Update Modelfolio to open it; the file was not touched.`,
  );
}

const ofAnother = (name: string): DomainError =>
  new DomainError(
    'bad_file',
    `${name} is an SQLite database of another program, not a Modelfolio portfolio; it was not touched.`,
  );

/** Whether a file is a portfolio by its mark, whatever its state; `false` also where nothing can be read there. */
export function isPortfolioFile(path: string): boolean {
  try {
    const { bytes, size } = firstBytes(path, path);
    return size >= bytes.length && (isEncryptedHead(bytes) || bytes.readUInt32BE(68) === APPLICATION_ID);
  } catch {
    return false;
  }
}

interface FirstBytes {
  readonly bytes: Buffer;
  readonly size: number;
}

function firstBytes(path: string, name: string): FirstBytes {
  let descriptor: number;
  try {
    descriptor = openAnything(path);
  } catch (error) {
    throw new DomainError('bad_file', unreadable(name, error));
  }
  try {
    const stat = fstatSync(descriptor);
    if (!stat.isFile()) throw new DomainError('bad_file', `${name} is not a file. Choose a .modelfolio file.`);
    const bytes = Buffer.alloc(100);
    readSync(descriptor, bytes, 0, 100, 0);
    return { bytes, size: stat.size };
  } finally {
    closeSync(descriptor);
  }
}

function unreadable(name: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ENOENT') return `${name} is not there any more. It may have been moved or renamed; choose it again.`;
  if (code === 'EACCES' || code === 'EPERM')
    return `${name} may not be read by you. Ask its owner for access, or choose another file.`;
  return `${name} cannot be read (${String(code) || 'unknown error'}). Check the disk, then try again.`;
}

function pageSizeOf({ bytes }: FirstBytes): number {
  const declared = bytes.readUInt16BE(16);
  return declared === 1 ? 65_536 : declared;
}

/** How many pages an encrypted file has, cannot be read; that they are whole ones, can. */
function refuseTorn(name: string, header: FirstBytes): void {
  const pageSize = pageSizeOf(header);
  if (pageSize >= 512 && header.size % pageSize === 0) return;
  throw new DomainError(
    'bad_file',
    `${name} is cut short, or its beginning is damaged. Copy it again from where it came, or open a backup; the file was not touched.`,
    DAMAGED,
  );
}

function refuseTruncated(name: string, header: FirstBytes, hasLog: boolean): void {
  const pageSize = pageSizeOf(header);
  const pages = header.bytes.readUInt32BE(28);
  const expected = pages * pageSize;
  // With a log beside it the file may rightly be behind its log, or in the middle of what the log takes back.
  if (!hasLog && (pageSize < 512 || header.size < expected)) {
    throw new DomainError(
      'bad_file',
      `${name} is cut short: ${header.size} of ${expected} bytes are there. Copy it again from where it came, or open a backup; the file was not touched.`,
      DAMAGED,
    );
  }
}
