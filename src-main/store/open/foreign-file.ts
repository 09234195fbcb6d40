import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import { DomainError } from '../../failure/domain-error';
import { copyInUse } from './copy-in-use';

/** Larger databases of drift results are refused: they are copied before they are read. */
const MOST_BYTES = 4 * 1024 ** 3;
/** A row of a table takes so many bytes of its file at least: its place on the page, its size, its id and its header. */
const LEAST_ROW_BYTES = 5;

export interface ForeignFile {
  /** Columns of each ordinary table, names in lower case. */
  readonly tables: ReadonlyMap<string, ReadonlySet<string>>;
  rows(table: string, columns: readonly string[]): IterableIterator<readonly unknown[]>;
  count(table: string): number;
  close(): Promise<void>;
}

/**
 * Opens the SQLite file of another program. The file is copied first, with its write-ahead log and as it was at one
 * moment (`copy-in-use.ts`), so that nothing is ever written beside it and a program that is using it is not disturbed;
 * the copy is opened read-only, trusts nothing in the schema, and only ordinary tables can be read: no view, trigger or virtual table of it ever runs. No step of SQLite is
 * long, however the pages of the file are knotted: rows come one by one as they lie, and never more than it has room for.
 *
 * @param folders how the names of private folders begin, one of which holds the copy
 */
export async function openForeignFile(path: string, folders = 'modelfolio-read-'): Promise<ForeignFile> {
  const fileName = basename(path);
  const folder = await mkdtemp(join(tmpdir(), folders));
  try {
    const { copy, bytes } = await copyWithLog(path, fileName, folder);
    const db = new Database(copy, { readonly: true, fileMustExist: true });
    try {
      return openTables(db, folder, fileName, Math.ceil(bytes / LEAST_ROW_BYTES));
    } catch (error) {
      db.close();
      throw error;
    }
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw readable(error, fileName);
  }
}

async function copyWithLog(
  path: string,
  fileName: string,
  folder: string,
): Promise<{ readonly copy: string; readonly bytes: number }> {
  const { size } = await stat(path);
  if (size > MOST_BYTES) {
    throw new DomainError(
      'bad_file',
      `${fileName} has more than 4 GB, the most that is read of a database. Export a part.`,
    );
  }
  const copy = join(folder, 'copy.sqlite');
  return { copy, bytes: await copyInUse(path, copy, fileName) };
}

function openTables(db: Database.Database, folder: string, fileName: string, mostRows: number): ForeignFile {
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
  const tables = new Map(
    ordinaryTables(db).map((name) => [
      name.toLowerCase(),
      new Set(columnsOf(db, name).map((one) => one.toLowerCase())),
    ]),
  );
  /** Names come from us, not from the file, but are checked against it all the same. */
  const known = (table: string, columns: readonly string[] = []): void => {
    const found = tables.get(table);
    const missing = columns.find((column) => !found?.has(column));
    if (found && missing === undefined) return;
    const lacks = found ? `no column “${missing}” in its table “${table}”` : `no table “${table}”`;
    throw new DomainError(
      'bad_file',
      `${fileName} has ${lacks}, as its tool writes it. Export it again from its tool.`,
    );
  };
  return {
    tables,
    rows: (table, columns) => {
      known(table, columns);
      const list = columns.map((column) => `"${column}"`).join(', ');
      // Without an index they come as they lie, by rowid, and nothing has to be put in order first.
      return readRows(
        () => db.prepare<[], readonly unknown[]>(`SELECT ${list} FROM "${table}" NOT INDEXED`).raw().iterate(),
        fileName,
        mostRows,
      );
    },
    count: (table) => {
      known(table);
      try {
        const counted = db.prepare<[number], number>(
          `SELECT count(*) FROM (SELECT 1 FROM "${table}" NOT INDEXED LIMIT ?)`,
        );
        return Number(counted.pluck().get(mostRows));
      } catch (error) {
        throw readable(error, fileName);
      }
    },
    close: async () => {
      db.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Damage shows only where it lies: what is then said is of this file, and never of the portfolio. */
function* readRows<T>(open: () => IterableIterator<T>, fileName: string, most: number): Generator<T> {
  try {
    let rows = 0;
    for (const row of open()) {
      rows += 1;
      // Pages that point at one another would give the same rows for ever.
      if (rows > most) throw damaged(fileName);
      yield row;
    }
  } catch (error) {
    throw readable(error, fileName);
  }
}

function ordinaryTables(db: Database.Database): readonly string[] {
  return db
    .prepare<[], string>(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' AND name NOT LIKE 'sqlite_%'",
    )
    .pluck()
    .all();
}

/** Generated columns are left out: they would run an expression of the file. */
function columnsOf(db: Database.Database, table: string): readonly string[] {
  return db.prepare<[string], string>('SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0').pluck().all(table);
}

const damaged = (fileName: string): DomainError =>
  new DomainError('bad_file', `${fileName} is a damaged or encrypted database. Export it again from its tool.`);

function readable(error: unknown, fileName: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/^SQLITE_(NOTADB|CORRUPT|ERROR|FORMAT|SCHEMA|TOOBIG)/.test(code)) return damaged(fileName);
  if (code === 'ENOENT') return new DomainError('bad_file', `${fileName} is no longer there. Choose the file again.`);
  if (code === 'ENOSPC') {
    return new DomainError(
      'bad_file',
      `There is no room on the disk for a copy of ${fileName}. Make room and try again.`,
    );
  }
  return error;
}
