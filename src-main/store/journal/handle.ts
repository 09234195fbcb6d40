import type Database from 'better-sqlite3';
import type { Kysely } from 'kysely';
import type { FactChange, FactTable, FactTables, Tables } from '../tables';
import type { JournalRow } from './tables';

/** Reads facts; the type offers no way to change one that would bypass the journal. */
export type ReadHandle = Pick<Kysely<Tables>, 'selectFrom' | 'fn' | 'getExecutor'>;

export type FactPatch<T extends FactTable> = Partial<Omit<FactTables[T], 'id'>>;

/** Changes facts inside one transaction; each call is recorded for the journal entry that closes it. */
export interface WriteHandle {
  readonly read: ReadHandle;
  /** The writing connection, for the functions in store/sqlite only: what they change is no fact, or hangs on one. */
  readonly raw: Database.Database;
  /** Models whose drift state the work itself has brought up to date; the others follow when it ends. */
  readonly settledModels: Set<string>;
  insert<T extends FactTable>(table: T, rows: readonly FactTables[T][]): Promise<void>;
  /** Columns that already hold the value are left alone; answers how many rows really changed. */
  update<T extends FactTable>(table: T, ids: readonly string[], patch: FactPatch<T>): Promise<number>;
  remove(table: FactTable, ids: readonly string[]): Promise<number>;
  /** Turns recorded changes back, in the order given. */
  reverse(changes: readonly FactChange[]): Promise<void>;
}

export interface Written<T> {
  /** What the person did, in words: it names the undo. */
  readonly label: string;
  readonly value: T;
  /** What is no ordinary change says what it is; everything else is a `do`. */
  readonly kind?: EntryKind;
}

/**
 * `undo` and `redo` name the entry that they turn back; `start` is the birth of the portfolio, which nothing undoes;
 * `note` tells what happened to the file as a whole, changes no fact and stays out of undo's way.
 */
export type EntryKind =
  | { readonly kind: 'do' | 'start' | 'note' }
  | { readonly kind: 'undo' | 'redo'; readonly of: JournalRow };
