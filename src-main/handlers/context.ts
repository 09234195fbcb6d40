import type { EngineEvent } from '#contract/events';
import type { Input, Output, QueryChannel } from '#contract/index';
import type { Composition } from '../../resources/sample/step';
import type { BackupFailure } from '../engine/automatic-backups';
import type { SharingDesk } from '../engine/sharing/desk';
import type { Workspace } from '../engine/workspace';
import type { Job, JobList } from '../jobs/job-list';
import type { Files } from '../platform/files';
import type { KeyKeeper } from '../platform/key-keeper';
import type { PagePrinter } from '../platform/page-printer';
import type { Preferences } from '../platform/preferences';
import type { SigningKey } from '../platform/signing-key';
import type { Readers } from '../readers/readers';
import type { ReadHandle, WriteHandle, Written } from '../store/journal/handle';
import type { Store } from '../store/store';
import type { ReportNote } from './reports/report-note';

/** What a query may use. `read` throws `no_portfolio` where none is open. */
export interface QueryContext {
  readonly read: ReadHandle;
  readonly store: Store;
  readonly workspace: Workspace;
  readonly preferences: Preferences;
  readonly files: Files;
  /** What reads the files of strangers. */
  readonly readers: Readers;
  readonly jobs: JobList;
  /** Who keeps keys of encrypted portfolios for longer than this engine runs. */
  readonly keys: KeyKeeper;
  /** The open portfolio as one that a team shares. */
  readonly sharing: SharingDesk;
  /** Tables of an open portfolio in which something was found to be damaged; empty: none was, or nobody has looked yet. */
  damageOf(store: Store): readonly string[];
  /** Why the last automatic backup of the open portfolio was not made; `null`: it was, or none was needed. */
  backupFailure(): BackupFailure | null;
  readonly appVersion: string;
  /** Who works here, for the journal. */
  readonly actor: string;
  /** The time of this call, ISO. */
  readonly now: string;
  readonly newId: () => string;
  /** The key that this computer signs with; made when it is first asked for. */
  readonly signing: () => SigningKey;
  /** Turns HTML into a PDF. */
  readonly printPage: PagePrinter;
  /**
   * Another channel's answer at the same moment. For what puts many subjects together (reports, the sample): it says what
   * the screens say, because it asks what they ask. A failure of that channel is thrown.
   */
  ask<N extends QueryChannel>(channel: N, input: Input<N>): Promise<Output<N>>;
}

export interface WriteOptions {
  /** Bulk work that can be run again: a power cut may lose it, never corrupt the file. */
  readonly bulk?: boolean;
  /** Keeps a backup of what is there before the work begins. */
  readonly keep?: 'import' | 'bulk' | undefined;
  /** About so many bytes are added to the portfolio, where it may be many. */
  readonly adds?: number | undefined;
}

/** From so many rows on, a change is one of many. */
const MANY = 100;
/** The backup that a change of these rows wants. */
export const keepBefore = (ids: readonly string[]): Pick<WriteOptions, 'keep'> =>
  ids.length >= MANY ? { keep: 'bulk' } : {};

/** What a command may use besides: one write is one transaction, one journal entry, one undo. */
export interface CommandContext extends QueryContext {
  write<T>(work: (write: WriteHandle) => Promise<Written<T>>, options?: WriteOptions): Promise<T>;
  /**
   * The same context of one moment of the portfolio: whatever is read or asked in it holds together, while others go on
   * writing.
   */
  atOneMoment<T>(work: (context: CommandContext) => Promise<T>): Promise<T>;
  /** Notes a report. It is the one thing that is written by whoever only reads, so it is asked for by its name. */
  noteReport(note: ReportNote): Promise<void>;
  publish(event: EngineEvent): void;
  /** A portfolio file made from the commands of other days and people; the open one is not touched. */
  compose(path: string, composition: Composition, job: Job): Promise<void>;
  readonly portfolioFolder: string;
}
