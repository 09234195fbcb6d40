import type { ReadHandle, WriteHandle, Written } from './journal/handle';
import type { FileKey } from './open/file-key';
import type { Changes, WriteRequest, WriteResult } from './requests';
import type { SharedCopy } from './shared/shared-copy';

export type { Asked, Changes, StraightRequest, WriteRequest, WriteResult } from './requests';

/**
 * Where the file that is open lies now: under its name still, gone from there (deleted, renamed, its disk taken away), or
 * another file lies under it (a synchronised folder puts a colleague's copy there).
 */
export type FilePlace = 'here' | 'gone' | 'replaced';

/** An open portfolio: facts are read from a snapshot, and changed in a transaction that ends with a journal entry. */
export interface Store {
  readonly path: string;
  /** What opens its file, for whoever reads besides; `null`: it is plain. */
  readonly key: FileKey | null;
  readonly readOnly: boolean;
  readonly read: ReadHandle;
  /** Whether the open file still lies under its path; while it does not, nothing can be changed. */
  place(): FilePlace;
  /** Whether only this store can read it just now: a large import is writing it, and questions are answered from a copy. */
  isElsewhere(): boolean;
  write<T>(request: WriteRequest, work: (write: WriteHandle) => Promise<Written<T>>): Promise<WriteResult<T>>;
  /** The store as the copy of a portfolio that a team shares. */
  readonly shared: SharedCopy;
  /** Reads one moment of the portfolio for as long as the work takes, while others go on writing. */
  snapshot<T>(work: (read: ReadHandle) => Promise<T>): Promise<T>;
  /** Tables of which SQLite finds something that is not as it should be; between two of them others take their turn. */
  findDamage(): Promise<readonly string[]>;
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
   * @returns with the models whose health is another one now
   */
  passTime(now: string): Promise<Changes>;
  /** Whether another process has written since this was asked last. */
  changedElsewhere(): boolean;
  close(): Promise<void>;
}
