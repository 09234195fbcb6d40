import type Database from 'better-sqlite3';
import { Kysely, SqliteDialect, sql } from 'kysely';
import type { Did } from '#contract/define';
import { DomainError } from '../failure/domain-error';
import { isOverdue, refreshOverdue, reviewRetrainingItems, settleDrift } from './drift/settle';
import type { ReadHandle, WriteHandle, Written } from './journal/handle';
import { appendEntry, nextSeq } from './journal/journal';
import { Recorder } from './journal/recorder';
import { replaceContent, writeVerifiedCopy } from './open/copy';
import { type Connections, closeConnections } from './open/open';
import type { FactTable, Tables } from './tables';

export interface WriteRequest {
  readonly channel: string;
  readonly actor: string;
  readonly at: string;
  /** Bulk work that can be run again: a power cut may lose it, never corrupt the file. */
  readonly bulk?: boolean;
}

export interface WriteResult<T> {
  readonly value: T;
  /** `null`: nothing had to change and no entry was written. */
  readonly entry: Did | null;
  readonly tables: ReadonlySet<FactTable>;
  readonly modelIds: ReadonlySet<string>;
}

/** An open portfolio: facts are read from a snapshot, and changed in a transaction that ends with a journal entry. */
export interface Store {
  readonly path: string;
  readonly readOnly: boolean;
  readonly read: ReadHandle;
  /** For the functions in store/sqlite only. */
  readonly raw: Database.Database;
  write<T>(request: WriteRequest, work: (write: WriteHandle) => Promise<Written<T>>): Promise<WriteResult<T>>;
  /** Writes a whole, checked copy to a path where nothing is yet; the portfolio may be read and written meanwhile. */
  copyTo(target: string): Promise<void>;
  /**
   * Copies the present content to `keepAt`, then takes over that of another portfolio file, in one step and while own
   * writes wait. The structure may then be an older one: open the portfolio anew.
   */
  takeOver(from: string, keepAt: string): Promise<void>;
  /**
   * Brings up to date what changes because time passes (silence); no fact changes, so nothing is journaled.
   *
   * @returns the models whose health is another one now
   */
  passTime(now: string): Promise<readonly string[]>;
  /** Whether another process has written since this was asked last. */
  changedElsewhere(): boolean;
  close(): Promise<void>;
}

export function createStore(connections: Connections): Store {
  const reader = new Kysely<Tables>({ dialect: new SqliteDialect({ database: connections.reader }) });
  const writer =
    connections.reader === connections.writer
      ? reader
      : new Kysely<Tables>({ dialect: new SqliteDialect({ database: connections.writer }) });

  let version = dataVersion(connections.reader);
  let knownHead = journalHead(connections.reader);

  return {
    path: connections.path,
    readOnly: connections.readOnly,
    read: reader,
    raw: connections.reader,
    write: (request, work) => {
      refuseReadOnly(connections);
      return writer.connection().execute(async (connection) => {
        const result = await writeOnce(connection, connections.writer, request, work);
        knownHead = result.head ?? knownHead;
        return result.written;
      });
    },
    copyTo: async (target) => writeVerifiedCopy(connections.reader, target),
    takeOver: (from, keepAt) => {
      refuseReadOnly(connections);
      return writer.connection().execute(async () => {
        writeVerifiedCopy(connections.reader, keepAt);
        await replaceContent(connections.path, from);
        knownHead = journalHead(connections.reader);
      });
    },
    passTime: (now) => {
      // A disk that may not be written was read into memory: there the day passes as well.
      if (!isOverdue(connections.reader, now)) return Promise.resolve([]);
      return writer.connection().execute(async (connection) => {
        await begin(connection);
        try {
          const changed = await refreshOverdue(connection, connections.writer, now);
          await sql`COMMIT`.execute(connection);
          return changed;
        } catch (error) {
          await sql`ROLLBACK`.execute(connection);
          throw error;
        }
      });
    },
    changedElsewhere: () => {
      const current = dataVersion(connections.reader);
      if (current === version) return false;
      version = current;
      // Our own commits are seen by the reader as well: only a head that we did not write is somebody else's. Its number
      // would not do: a restored backup may end with any.
      const head = journalHead(connections.reader);
      const foreign = head !== knownHead;
      knownHead = head;
      return foreign;
    },
    close: async () => {
      // Waits for a running transaction: Kysely hands out its one connection in turn.
      if (!connections.readOnly) await writer.connection().execute(async () => undefined);
      closeConnections(connections);
    },
  };
}

function refuseReadOnly({ readOnly }: Connections): void {
  if (!readOnly) return;
  throw new DomainError(
    'read_only',
    'This portfolio is open for reading only, because its disk or folder may not be written. Copy it to another place and open the copy to change it.',
  );
}

const dataVersion = (db: Database.Database): number => Number(db.pragma('data_version', { simple: true }));
const journalHead = (db: Database.Database): string =>
  String(db.prepare('SELECT hash FROM journal ORDER BY seq DESC LIMIT 1').pluck().get() ?? '');

async function writeOnce<T>(
  connection: Kysely<Tables>,
  raw: Database.Database,
  request: WriteRequest,
  work: (write: WriteHandle) => Promise<Written<T>>,
): Promise<{ readonly written: WriteResult<T>; readonly head: string | null }> {
  raw.pragma(`synchronous = ${request.bulk ? 'NORMAL' : 'FULL'}`);
  await begin(connection);
  try {
    const seq = await nextSeq(connection);
    const recorder = new Recorder(connection, seq, raw);
    const written = await work(recorder);
    if (recorder.changes > 0) await settleDrift(recorder, request.at);
    const kind = written.kind ?? { kind: 'do' };
    if (kind.kind === 'do') await reviewRetrainingItems(recorder, request);
    const worthAnEntry = recorder.changes > 0 || kind.kind === 'note';
    const { label } = written;
    const head = worthAnEntry ? await appendEntry(connection, recorder, { ...request, seq, label, kind }) : null;
    await sql`COMMIT`.execute(connection);
    const { topics: tables, modelIds } = recorder;
    const entry = worthAnEntry ? { seq, label, undoable: kind.kind === 'do' || kind.kind === 'redo' } : null;
    return { written: { value: written.value, entry, tables, modelIds }, head };
  } catch (error) {
    await sql`ROLLBACK`.execute(connection);
    throw error;
  }
}

async function begin(connection: Kysely<Tables>): Promise<void> {
  try {
    // IMMEDIATE: another process is waited for here, never in the middle of the work.
    await sql`BEGIN IMMEDIATE`.execute(connection);
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')) {
      throw new DomainError(
        'busy',
        'Another Modelfolio is writing to this portfolio. Nothing was changed; try again when it has finished.',
      );
    }
    throw error;
  }
  await sql`PRAGMA defer_foreign_keys = ON`.execute(connection);
}
