import type { Did } from '#contract/define';
import type { UndoState } from './journal/journal';

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
  /** The ids that it gives out: done again, it gives out the same. */
  readonly kept: {
    readonly ids: readonly string[];
    position(): number;
    backTo(position: number): void;
  };
  /** It was asked for before: the row of `sharing_waiting` that it is settled with. */
  readonly again?: string | undefined;
  /** The newest shared entry that this copy had then. */
  readonly had?: number | undefined;
  /** It was sent before, and whether the server took it is not known. */
  readonly unanswered?: boolean | undefined;
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
