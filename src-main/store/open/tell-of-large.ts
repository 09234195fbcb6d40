import type Database from 'better-sqlite3';
import type { TellRenewal } from '../renewal';

/** Nobody waits for smaller ones long enough to read a word. */
const LARGE_BYTES = 16 * 1024 * 1024;

const bytesOf = (db: Database.Database): number =>
  Number(db.pragma('page_count', { simple: true })) * Number(db.pragma('page_size', { simple: true }));

/** Tells of large files only. */
export const tellsOf = (db: Database.Database, tell: TellRenewal | undefined): TellRenewal =>
  tell !== undefined && bytesOf(db) >= LARGE_BYTES ? tell : () => undefined;
