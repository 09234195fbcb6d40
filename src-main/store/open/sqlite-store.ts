import { basename } from 'node:path';
import type Database from 'better-sqlite3';
import { Kysely, SqliteDialect, sql } from 'kysely';
import { DomainError } from '../../failure/domain-error';
import { isOverdue, refreshOverdue } from '../drift/settle';
import { readHandle } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import type { Store, WriteRequest } from '../store';
import type { Tables } from '../tables';
import { traced } from '../trace/trace';
import { writeOnce } from '../write-once';
import { replaceContent, writeVerifiedCopy } from './copy';
import { damagedTables } from './damaged-tables';
import { keptStatements } from './kept-statements';
import { type Connections, closeConnections, emptyLog, openReader } from './open';

/** In KiB, as SQLite has it by itself, and for bulk work: a few indexes are not written in their order. */
const SMALL_CACHE = -2_000;
const BULK_CACHE = -32_000;

export function createStore(connections: Connections): Store {
  const reader = new Kysely<Tables>({ dialect: new SqliteDialect({ database: keptStatements(connections.reader) }) });
  const writer =
    connections.reader === connections.writer
      ? reader
      : new Kysely<Tables>({ dialect: new SqliteDialect({ database: keptStatements(connections.writer) }) });
  const read = readHandle({ db: reader, sqlite: connections.reader });

  /** Does the work on the one writing connection, in a transaction of its own. */
  const transact = <T>(
    { bulk = false, unsynced = false }: Pick<WriteRequest, 'bulk' | 'unsynced'>,
    work: (read: ReadHandle) => Promise<T>,
  ): Promise<T> =>
    writer.connection().execute(async (db) => {
      connections.writer.pragma(`synchronous = ${unsynced ? 'NORMAL' : 'FULL'}`);
      connections.writer.pragma(`cache_size = ${bulk ? BULK_CACHE : SMALL_CACHE}`);
      await begin(db);
      try {
        const result = await work(readHandle({ db, sqlite: connections.writer }));
        await sql`COMMIT`.execute(db);
        return result;
      } catch (error) {
        // A full disk makes SQLite roll back by itself: doing it again would fail, and that failure would hide the cause.
        if (connections.writer.inTransaction) await sql`ROLLBACK`.execute(db);
        throw error;
      }
    });

  let version = dataVersion(connections.reader);
  let knownHead = journalHead(connections.reader);

  return {
    path: connections.path,
    readOnly: connections.readOnly,
    key: connections.key,
    read,
    place: connections.place,
    write: async (request, work) => {
      refuseReadOnly(connections);
      refuseElsewhere(connections, 'was not done');
      const { value, writes } = await traced(() => transact(request, (own) => writeOnce(own, request, work)));
      knownHead = value.head ?? knownHead;
      // Taken away while it was written: what was done stands in the open copy only, and is not said to be safe.
      refuseElsewhere(connections, 'stands only in the copy that is open here');
      if (request.bulk) await writer.connection().execute(async () => emptyLog(connections.writer));
      return { ...value.written, sources: writes };
    },
    snapshot: async (work) => {
      // A disk that may not be written was read into memory, and nobody writes there. What lies under the name of a file that
      // was taken away is another's.
      if (connections.readOnly || connections.place() !== 'here') return work(read);
      const own = openReader(connections.path, connections.key);
      try {
        own.exec('BEGIN');
        // The moment is that of the first reading.
        journalHead(own);
        const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: keptStatements(own) }) });
        return await work(readHandle({ db, sqlite: own }));
      } finally {
        own.close();
      }
    },
    findDamage: async () => {
      if (connections.readOnly) return (await damagedTables(connections.reader, turn)).damaged;
      const own = openReader(connections.path, connections.key);
      try {
        return (await damagedTables(own, turn)).damaged;
      } finally {
        own.close();
      }
    },
    copyTo: async (target) => writeVerifiedCopy(connections.reader, target, connections.key),
    takeOver: (from, keepAt) => {
      refuseReadOnly(connections);
      refuseElsewhere(connections, 'was not done');
      return writer.connection().execute(async () => {
        writeVerifiedCopy(connections.reader, keepAt, connections.key);
        await replaceContent(connections.path, connections.key, from);
        knownHead = journalHead(connections.reader);
      });
    },
    passTime: async (now) => {
      if (connections.place() !== 'here') return { sources: [], modelIds: new Set() };
      // A disk that may not be written was read into memory: there the day passes as well.
      if (!(await isOverdue(read, now))) return { sources: [], modelIds: new Set() };
      const { value, writes } = await traced(() => transact({ bulk: true }, (own) => refreshOverdue(own, now)));
      return { sources: writes, modelIds: new Set(value) };
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

/** @param what became of the command */
function refuseElsewhere({ path, place }: Connections, what: string): void {
  const now = place();
  if (now === 'here') return;
  const name = basename(path);
  const happened =
    now === 'gone'
      ? `${name} is not in its folder any more: it was moved, renamed or deleted, or its disk is gone.`
      : `Another program put another file in the place of ${name}.`;
  throw new DomainError(
    'conflict',
    `${happened} This change ${what}; what you did before is kept here. Keep your copy under another name, or open what lies there now.`,
  );
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const dataVersion = (db: Database.Database): number => Number(db.pragma('data_version', { simple: true }));
const journalHead = (db: Database.Database): string =>
  String(db.prepare('SELECT hash FROM journal ORDER BY seq DESC LIMIT 1').pluck().get() ?? '');

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
