import type Database from 'better-sqlite3';
import type { ReadHandle } from '../../journal/handle';
import { insertEach } from '../../open/insert-each';
import { beginPortfolio, handleOf } from '../../open/begin';
import type { FileKey } from '../../open/file-key';
import { rememberKey } from '../../open/keyring';
import { openDatabase } from '../../open/open-database';
import type { Cell, Step } from '../line-part';
import { tableNames } from './read-tables';

/** A file that is being made of lines, in one transaction. */
export interface LinesFile {
  readonly read: ReadHandle;
  step(step: Step): void;
  row(table: string, row: Readonly<Record<string, Cell>>): void;
  insert(table: 'journal', row: object): void;
  /** @throws Error where rows have not their parents */
  commit(): void;
  close(): void;
}

/** @param version of the structure that the lines were written in */
export function beginFile(path: string, key: FileKey | null, version: number, now: string): LinesFile {
  const db = openDatabase(path, key);
  if (key !== null) rememberKey(key);
  try {
    db.pragma('foreign_keys = OFF');
    beginPortfolio(db, version, now);
    const columns = new Map(tableNames(db).map((table) => [table, columnsOf(db, table)]));
    db.exec('BEGIN; DELETE FROM schema_migrations');
    return {
      read: handleOf(db),
      step: (step) => insertEach(db, 'schema_migrations', [step]),
      row: (table, row) => {
        const known = columns.get(table);
        if (known === undefined) throw new Error(`this structure has no table ${table}`);
        const strange = Object.keys(row).find((column) => !known.has(column));
        if (strange !== undefined) throw new Error(`the table ${table} has no column ${strange}`);
        insertEach(db, table, [Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, stored(cell)]))]);
      },
      insert: (table, row) => insertEach(db, table, [row]),
      commit: () => {
        const orphans = db.pragma('foreign_key_check');
        if (Array.isArray(orphans) && orphans.length > 0) throw new Error('it has rows without their parents');
        db.exec('COMMIT');
        db.pragma('optimize = 0x10002');
      },
      close: () => {
        if (db.inTransaction) db.exec('ROLLBACK');
        db.close();
      },
    };
  } catch (error) {
    db.close();
    throw error;
  }
}

const columnsOf = (db: Database.Database, table: string): ReadonlySet<string> =>
  new Set(db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table));

function stored(cell: Cell): string | number | null | Buffer {
  if (cell === null || typeof cell !== 'object') return cell;
  return 'base64' in cell ? Buffer.from(cell.base64, 'base64') : Number(cell.number);
}
