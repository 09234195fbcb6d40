import type { Did } from '#contract/define';
import type { ReadHandle, WriteHandle, Written } from './journal/handle';
import type { FactTable } from './tables';

export interface WriteRequest {
  readonly channel: string;
  readonly actor: string;
  readonly at: string;
  /** For rows that follow from the work, such as retraining that is due by it. */
  readonly newId: () => string;
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
