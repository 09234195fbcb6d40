/** A database of another program, read from a copy of its file. Only plain tables can be asked for. */
export interface ForeignDatabase {
  /** Columns of each ordinary table, in lower case as SQLite compares them. */
  readonly tables: ReadonlyMap<string, ReadonlySet<string>>;
  /** Rows of a table in the order of their places, some at a time; values are as stored. */
  rows(table: string, columns: readonly string[]): IterableIterator<readonly unknown[]>;
  count(table: string): number;
  close(): Promise<void>;
}

/** Given from outside: SQLite is opened in one place only. */
export type OpenDatabase = (path: string, signal: AbortSignal | undefined) => Promise<ForeignDatabase>;
