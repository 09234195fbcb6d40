import type Database from 'better-sqlite3';
import { Kysely, SqliteDialect, sql } from 'kysely';
import { DomainError } from '../rpc/errors';
import type { ReadHandle, WriteHandle, Written } from './handle';
import { appendEntry, nextSeq } from './journal';
import { Recorder } from './recorder';
import { type Connections, closeConnections } from './sqlite/open';
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
  /** 0: nothing had to change and no entry was written. */
  readonly changes: number;
  readonly seq: number;
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
  let knownSeq = lastSeq(connections.reader);

  return {
    path: connections.path,
    readOnly: connections.readOnly,
    read: reader,
    raw: connections.reader,
    write: (request, work) => {
      if (connections.readOnly) {
        throw new DomainError(
          'read_only',
          'This portfolio is open for reading only, because its disk or folder may not be written. Copy it to another place and open the copy to change it.',
        );
      }
      return writer.connection().execute(async (connection) => {
        const result = await writeOnce(connection, connections.writer, request, work);
        if (result.changes > 0) knownSeq = result.seq;
        return result;
      });
    },
    changedElsewhere: () => {
      const current = dataVersion(connections.reader);
      if (current === version) return false;
      version = current;
      // Our own commits are seen by the reader as well: only an entry that we did not write is somebody else's.
      const seq = lastSeq(connections.reader);
      const foreign = seq > knownSeq;
      knownSeq = Math.max(seq, knownSeq);
      return foreign;
    },
    close: async () => {
      // Waits for a running transaction: Kysely hands out its one connection in turn.
      if (!connections.readOnly) await writer.connection().execute(async () => undefined);
      closeConnections(connections);
    },
  };
}

const dataVersion = (db: Database.Database): number => Number(db.pragma('data_version', { simple: true }));
const lastSeq = (db: Database.Database): number =>
  Number(db.prepare('SELECT coalesce(max(seq), 0) FROM journal').pluck().get());

async function writeOnce<T>(
  connection: Kysely<Tables>,
  raw: Database.Database,
  request: WriteRequest,
  work: (write: WriteHandle) => Promise<Written<T>>,
): Promise<WriteResult<T>> {
  raw.pragma(`synchronous = ${request.bulk ? 'NORMAL' : 'FULL'}`);
  await begin(connection);
  try {
    const seq = await nextSeq(connection);
    const recorder = new Recorder(connection, seq, raw);
    const written = await work(recorder);
    if (recorder.changes > 0) {
      await appendEntry(connection, recorder, {
        ...request,
        seq,
        label: written.label,
        kind: written.kind ?? { kind: 'do' },
      });
    }
    await sql`COMMIT`.execute(connection);
    return {
      value: written.value,
      changes: recorder.changes,
      seq,
      tables: recorder.topics,
      modelIds: recorder.modelIds,
    };
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
