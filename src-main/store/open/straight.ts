import { rmSync, statSync } from 'node:fs';
import type Database from 'better-sqlite3';
import type { StraightRequest } from '../store';
import type { Movable } from './movable';
import { type Connections, isBusy, openOwnReader, openReader, readingCopyOf } from './open';

/** What adds less is left to the log. */
const LEAST_ADDED = 64_000_000;
/** A larger portfolio is not copied for its readers: that would take longer than what it saves. */
const LARGEST_COPIED = 512_000_000;
/** How long other programs that have just begun to read are waited for, and how often they are looked at. */
const LONGEST_MS = 5_000;
const LOOK_MS = 50;

/** A portfolio that is being written without a log. */
export interface Straight {
  /** What lies in the file without what is being written, to be read meanwhile. */
  readonly copy: string;
  /** Back to the log, and readers back to the file. */
  end(): Promise<void>;
}

/**
 * Has the next transaction write into the file itself and not into the write-ahead log, which would grow to the size of all that
 * one transaction adds: SQLite then notes only the pages that were there before, in a rollback journal, from which a crash, a
 * full disk or a cancel leads back to the byte. Nobody can read the file meanwhile, so that readers of this program are given a
 * copy of it, and it is done only where no other program has the portfolio open.
 *
 * @param reader of the store, which is moved to the copy
 * @returns `null` where it cannot be; the log takes it then, as it takes everything else
 */
export async function writeStraight(
  connections: Connections,
  reader: Movable,
  { adds, othersLetGo }: StraightRequest,
): Promise<Straight | null> {
  const { path, key, writer } = connections;
  const isWorthIt = adds >= LEAST_ADDED && statSync(path).size <= LARGEST_COPIED;
  if (!isWorthIt || !(await othersLetGo())) return null;
  const copy = readingCopyOf(path);
  if (!copied(writer, copy)) return null;
  const before = reader.now();
  const onCopy = openReader(copy, key);
  const readFrom = (next: Database.Database): void => {
    reader.move(next);
    closeIfPossible(onCopy);
    removeCopy(copy);
  };
  // A connection that is giving out rows cannot be closed.
  if (!closeIfPossible(before)) {
    readFrom(before);
    return null;
  }
  reader.move(onCopy);
  if (journalMode(writer, 'DELETE') !== 'delete') {
    readFrom(openOwnReader(path, key));
    return null;
  }
  return {
    copy,
    end: async () => {
      await backToLog(writer);
      readFrom(openOwnReader(path, key));
    },
  };
}

/** Encrypted as the portfolio is. `false`: there is no room for it. */
function copied(db: Database.Database, copy: string): boolean {
  removeCopy(copy);
  try {
    db.prepare('VACUUM INTO ?').run(copy);
    return true;
  } catch {
    removeCopy(copy);
    return false;
  }
}

/** Somewhere a file that is open cannot be removed: leftovers are taken away when a portfolio is opened. */
function removeCopy(copy: string): void {
  try {
    rmSync(copy, { force: true });
  } catch {
    // Later.
  }
}

/** `false`: it is in the middle of a question, and goes on with what it has. */
function closeIfPossible(db: Database.Database): boolean {
  try {
    db.close();
    return true;
  } catch {
    return false;
  }
}

/** Another program that has begun to read in the meantime keeps the log away for as long as it has the file open. */
export async function backToLog(writer: Database.Database): Promise<void> {
  if (writer.memory || writer.pragma('journal_mode', { simple: true }) === 'wal') return;
  for (const end = performance.now() + LONGEST_MS; performance.now() < end; ) {
    if (journalMode(writer, 'WAL') === 'wal') return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

/** @returns the mode that holds now: another one where somebody else has the file open */
export function journalMode(writer: Database.Database, wanted: 'WAL' | 'DELETE'): string {
  const patience = Number(writer.pragma('busy_timeout', { simple: true }));
  writer.pragma('busy_timeout = 0');
  try {
    return String(writer.pragma(`journal_mode = ${wanted}`, { simple: true }));
  } catch (error) {
    if (!isBusy(error)) throw error;
    return String(writer.pragma('journal_mode', { simple: true }));
  } finally {
    writer.pragma(`busy_timeout = ${patience}`);
  }
}
