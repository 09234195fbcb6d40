import { basename } from 'node:path';
import type Database from 'better-sqlite3';
import { Kysely, SqliteDialect, sql } from 'kysely';
import { DomainError } from '../../failure/domain-error';
import { isOverdue, refreshOverdue } from '../drift/settle';
import { journalHead as journalHeadOf } from '../journal/changed-since';
import { readHandle } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import { storeBeside } from '../kept/keep-beside';
import { createReplica } from '../shared/replica';
import { takeBackWaiting } from '../shared/rewind';
import type { Transact } from '../shared/shared-copy';
import { dropSharing, noteRole, putSharing, sharedAs } from '../shared/sharing';
import { noteOfWaiting } from '../shared/waiting';
import { wholeJournal } from '../shared/whole-journal';
import type { Store } from '../store';
import type { Tables } from '../tables';
import { traced } from '../trace/trace';
import { replaceContent, writeVerifiedCopy } from './copy';
import { damagedTables } from './damaged-tables';
import { keptStatements } from './kept-statements';
import { movable } from './movable';
import { type Connections, closeConnections, emptyLog, openReader } from './open';
import { backToLog, type Straight, writeStraight } from './straight';

/** In KiB, as SQLite has it by itself, and for bulk work: a few indexes are not written in their order. */
const SMALL_CACHE = -2_000;
const BULK_CACHE = -32_000;
/** No version of data: what there is was read over another connection. */
const ANOTHER = -1;

export function createStore(connections: Connections): Store {
  const own = movable(connections.reader);
  const reader = new Kysely<Tables>({ dialect: new SqliteDialect({ database: keptStatements(own.db) }) });
  const writer =
    connections.reader === connections.writer
      ? reader
      : new Kysely<Tables>({ dialect: new SqliteDialect({ database: keptStatements(connections.writer) }) });
  const read = readHandle({ db: reader, sqlite: own.db });
  let straight: Straight | null = null;

  /** Does the work on the one writing connection, in a transaction of its own. */
  const transact: Transact = ({ bulk = false, unsynced = false, straight: asked }, work) =>
    writer.connection().execute(async (db) => {
      connections.writer.pragma(`synchronous = ${unsynced ? 'NORMAL' : 'FULL'}`);
      connections.writer.pragma(`cache_size = ${bulk ? BULK_CACHE : SMALL_CACHE}`);
      await backToLog(connections.writer);
      straight = asked ? await writeStraight(connections, own, asked) : null;
      try {
        await begin(db, straight !== null);
        const result = await work(readHandle({ db, sqlite: connections.writer }));
        await sql`COMMIT`.execute(db);
        return result;
      } catch (error) {
        // A full disk makes SQLite roll back by itself: doing it again would fail, and that failure would hide the cause.
        if (connections.writer.inTransaction) await sql`ROLLBACK`.execute(db);
        throw error;
      } finally {
        await straight?.end();
        if (straight) version = ANOTHER;
        straight = null;
      }
    });

  const replica = createReplica(read, transact);

  let version = dataVersion(own.db);
  let knownHead = journalHead(own.db);
  /** Where readers of their own read the last commit. */
  const place = (): string => straight?.copy ?? connections.path;

  return {
    path: connections.path,
    readOnly: connections.readOnly,
    key: connections.key,
    read,
    place: connections.place,
    isElsewhere: () => straight !== null,
    write: async (request, work) => {
      refuseReadOnly(connections);
      refuseElsewhere(connections, 'was not done');
      const { value, writes } = await traced(() => replica.write(request, work));
      knownHead = value.head ?? knownHead;
      // Taken away while it was written: what was done stands in the open copy only, and is not said to be safe.
      refuseElsewhere(connections, 'stands only in the copy that is open here');
      if (request.bulk) await writer.connection().execute(async () => emptyLog(connections.writer));
      return { ...value.written, sources: writes };
    },
    shared: {
      use: replica.use,
      catchUp: async (now) => {
        const caught = await replica.catchUp(now);
        knownHead = journalHead(own.db);
        return caught;
      },
      put: (sharing) => transact({}, (writing) => putSharing(writing, sharing)),
      found: (sharing, work) =>
        transact({}, async (writing) => {
          const { seq, hash } = journalHeadOf(writing);
          await work(wholeJournal(writing), { seq, hash });
          await putSharing(writing, { ...sharing, seq, hash });
        }),
      drop: () => transact({}, dropSharing),
      noteRole: (name, role) => transact({}, (writing) => noteRole(writing, name, role)),
      takeBack: async (id, now) => {
        const { value, writes } = await traced(() => transact({}, (writing) => takeBackWaiting(writing, id, now)));
        knownHead = journalHead(own.db);
        return { sources: writes, modelIds: value };
      },
      noteOfWaiting: (id, note) => transact({}, (writing) => noteOfWaiting(writing, id, note)),
    },
    snapshot: async (work) => {
      // A disk that may not be written was read into memory, and nobody writes there. What lies under the name of a file that
      // was taken away is another's.
      if (connections.readOnly || connections.place() !== 'here') return work(read);
      const one = openReader(place(), connections.key);
      try {
        one.exec('BEGIN');
        // The moment is that of the first reading.
        journalHead(one);
        const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: keptStatements(one) }) });
        return await work(readHandle({ db, sqlite: one }));
      } finally {
        one.close();
      }
    },
    findDamage: async () => {
      if (connections.readOnly) return (await damagedTables(own.db, turn)).damaged;
      const one = openReader(place(), connections.key);
      try {
        return (await damagedTables(one, turn)).damaged;
      } finally {
        one.close();
      }
    },
    copyTo: async (target) => writeVerifiedCopy(own.db, target, connections.key),
    takeOver: (from, keepAt) => {
      refuseReadOnly(connections);
      refuseElsewhere(connections, 'was not done');
      refuseShared(read);
      return writer.connection().execute(async () => {
        writeVerifiedCopy(own.db, keepAt, connections.key);
        await replaceContent(connections.path, connections.key, from);
        knownHead = journalHead(own.db);
      });
    },
    passTime: async (now) => {
      if (connections.place() !== 'here') return { sources: [], modelIds: new Set() };
      // A disk that may not be written was read into memory: there the day passes as well.
      if (!(await isOverdue(read, now))) return { sources: [], modelIds: new Set() };
      const { value, writes } = await traced(() => transact({ bulk: true }, (writing) => refreshOverdue(writing, now)));
      return { sources: writes, modelIds: new Set(value) };
    },
    changedElsewhere: () => {
      const current = dataVersion(own.db);
      if (current === version) return false;
      version = current;
      // Our own commits are seen by the reader as well: only a head that we did not write is somebody else's. Its number
      // would not do: a restored backup may end with any.
      const head = journalHead(own.db);
      const foreign = head !== knownHead;
      knownHead = head;
      return foreign;
    },
    close: async () => {
      storeBeside(read);
      // Waits for a running transaction: Kysely hands out its one connection in turn.
      if (!connections.readOnly) await writer.connection().execute(async () => undefined);
      own.now().close();
      closeConnections(connections);
    },
  };
}

function refuseShared(read: ReadHandle): void {
  if (sharedAs(read) === null) return;
  throw new DomainError(
    'refused',
    'This portfolio is shared, and a backup would take away from everybody what came after it. Open the backup as a file of its own, or leave the shared portfolio first.',
  );
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

async function begin(connection: Kysely<Tables>, alone: boolean): Promise<void> {
  try {
    // At once: another process is waited for here, never in the middle of the work.
    await (alone ? sql`BEGIN EXCLUSIVE` : sql`BEGIN IMMEDIATE`).execute(connection);
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
