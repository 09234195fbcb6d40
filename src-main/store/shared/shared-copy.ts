import type { Head } from '../journal/changed-since';
import type { ReadHandle } from '../journal/handle';
import type { Changes, WriteRequest } from '../requests';
import type { Central, CentralEntry } from './central';
import type { Sharing } from './sharing';

/** Does work in a transaction of the one writing connection. */
export type Transact = <T>(request: Partial<WriteRequest>, work: (read: ReadHandle) => Promise<T>) => Promise<T>;

export interface CaughtUp extends Changes {
  readonly entries: number;
}

/** Who speaks with the server for this copy. */
export interface Line {
  /** `null`: the server is not there. */
  central(): Central | null;
  /** Why nothing may be written, with or without the server (another program, an altered journal); `null`: it may. */
  barred(): string | null;
  /** Resolves when nothing that waited is being given again just now, or when that takes longer than a person is kept. */
  given(): Promise<void>;
  /** Tries at once to have it back after an answer was lost; `null`: it is not there. */
  again(): Promise<Central | null>;
}

/** What the writing side may note of a command that waits; none of it is a fact. */
export type WaitingNote =
  | { readonly do: 'run'; readonly at: string }
  | { readonly do: 'refuse'; readonly refusal: string }
  | { readonly do: 'let_go' };

/** What an engine tells the copy of a shared portfolio. Whatever it writes beside entries of the journal is no fact. */
export interface SharedCopy {
  /** Who speaks with the server from now on; `null`: nobody. */
  use(line: Line | null): void;
  catchUp(now: string): Promise<CaughtUp>;
  /** This file is a copy of a shared portfolio from now on; `false`: it does not end with that entry, and nothing was noted. */
  put(sharing: Sharing): Promise<boolean>;
  /** The portfolio is shared from now on, when the work has brought it to a server; nobody writes it meanwhile. */
  found(
    sharing: Omit<Sharing, 'seq' | 'hash'>,
    work: (entries: AsyncIterable<CentralEntry>, head: Head) => Promise<void>,
  ): Promise<void>;
  /** It is a private one again, with all that stands in it. */
  drop(): Promise<void>;
  noteRole(name: string, role: string): Promise<void>;
  noteOfWaiting(id: string, note: WaitingNote): Promise<void>;
  /**
   * Takes a command back that waits: with all that only this copy has, where it has an entry here.
   *
   * @param id `null`: none is let go, and what only this copy has is taken back
   */
  takeBack(id: string | null, now: string): Promise<Changes>;
}
