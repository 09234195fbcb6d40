import type { FactChange, FactTable, FactTables } from '../tables';
import type { JournalRow } from './tables';

declare const brand: unique symbol;

/**
 * The facts as they can be read. Above the store it is only handed on, to the functions of the subjects that read; what
 * stands behind it, `connection.ts` knows.
 */
export interface ReadHandle {
  readonly [brand]: 'read';
}

export type FactPatch<T extends FactTable> = Partial<Omit<FactTables[T], 'id'>>;

/** Changes facts inside one transaction; each call is recorded for the journal entry that closes it. */
export interface WriteHandle {
  readonly read: ReadHandle;
  /** For rows that follow from the work. */
  readonly newId: () => string;
  /** Models whose drift state the work itself has brought up to date; the others follow when it ends. */
  readonly settledModels: Set<string>;
  insert<T extends FactTable>(table: T, rows: readonly FactTables[T][]): Promise<void>;
  /** Columns that already hold the value are left alone; answers how many rows really changed. */
  update<T extends FactTable>(table: T, ids: readonly string[], patch: FactPatch<T>): Promise<number>;
  remove(table: FactTable, ids: readonly string[]): Promise<number>;
  /** Turns recorded changes back, in the order given. */
  reverse(changes: readonly FactChange[]): Promise<void>;
}

export type Written<T> = {
  /** What the person did, in words: it names the undo. */
  readonly label: string;
  /** What is no ordinary change says what it is; everything else is a `do`. */
  readonly kind?: EntryKind;
} & (
  | { readonly value: T }
  /** Read when what follows from the change has been worked out, in the same transaction: a model's health hangs on its tier. */
  | { readonly settledValue: () => Promise<T> }
);

/**
 * `undo` and `redo` name the entry that they turn back; `start` is the birth of the portfolio, which nothing undoes;
 * `note` tells what happened to the file as a whole, changes no fact but the digests of results that a repair lost, and stays out of undo's way.
 */
export type EntryKind =
  | { readonly kind: 'do' | 'start' | 'note' }
  | { readonly kind: 'undo' | 'redo'; readonly of: JournalRow };
