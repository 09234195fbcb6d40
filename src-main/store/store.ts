import type { Did } from '#contract/define';
import type { ReadHandle, WriteHandle, Written } from './journal/handle';
import type { UndoState } from './journal/journal';
import type { FileKey } from './open/file-key';
import type { CaughtUp, Line } from './shared/replica';
import type { Sharing } from './shared/sharing';
import type { WaitingNote } from './shared/waiting';

export interface WriteRequest {
  readonly channel: string;
  readonly actor: string;
  readonly at: string;
  /** For rows that follow from the work, such as retraining that is due by it. */
  readonly newId: () => string;
  /** The newest entry that the screen showed on which this was decided; left out: whoever decided knows what is there. */
  readonly seen?: number | undefined;
  /** What was asked for, where it may be asked for once more when a server is back. */
  readonly asked?: Asked | undefined;
  /** Thousands of rows: it gets more memory, and its log is emptied afterwards. */
  readonly bulk?: boolean;
  /** For a file that is made anew if it breaks: a power cut may lose what was written, never corrupt the file. */
  readonly unsynced?: boolean;
  /** Adds so much that it is not to pass the log (`open/straight.ts`). */
  readonly straight?: StraightRequest;
}

/** A command as it came in. */
export interface Asked {
  readonly channel: string;
  readonly input: unknown;
  /** The ids that were given out for it so far. */
  readonly ids: readonly string[];
  /** It was asked for before: the row of `sharing_waiting` that it is settled with. */
  readonly again?: string | undefined;
}

/** What is written into the file itself, while readers are given a copy of it. */
export interface StraightRequest {
  /** About so many bytes will be added. */
  readonly adds: number;
  /** Has whoever else in this program reads let the file go; `false`: they are in the middle of something. */
  readonly othersLetGo: () => Promise<boolean>;
}

/** What is another than it was, for whoever holds copies of it. */
export interface Changes {
  /** Sources in the words of `NamedSources.writes`: facts, and what follows from them. */
  readonly sources: readonly string[];
  /** The models concerned. */
  readonly modelIds: ReadonlySet<string>;
}

export interface WriteResult<T> extends Changes {
  readonly value: T;
  /** `null`: nothing had to change and no entry was written. */
  readonly entry: (Did & UndoState) | null;
}

/**
 * Where the file that is open lies now: under its name still, gone from there (deleted, renamed, its disk taken away), or
 * another file lies under it (a synchronised folder puts a colleague's copy there).
 */
export type FilePlace = 'here' | 'gone' | 'replaced';

/** What an engine tells the copy of a shared portfolio. Whatever it writes beside entries of the journal is no fact. */
export interface SharedCopy {
  /** Who speaks with the server from now on; `null`: nobody. */
  use(line: Line | null): void;
  catchUp(now: string): Promise<CaughtUp>;
  /** The portfolio is shared from now on, and this is its copy; `false`: it has gone on since that entry, and nothing was noted. */
  put(sharing: Sharing): Promise<boolean>;
  /** It is a private one again, with all that stands in it. */
  drop(): Promise<void>;
  noteRole(name: string, role: string): Promise<void>;
  noteOfWaiting(id: string, note: WaitingNote): Promise<void>;
  /** Takes a command back that waits: with all that only this copy has, where it has an entry here. */
  takeBack(id: string, now: string): Promise<Changes>;
}

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
