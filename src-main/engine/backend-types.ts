import type { Reply } from '#contract/define';
import type { EngineEvent } from '#contract/events';
import type { PagePrinter } from '../platform/page-printer';
import type { ReaderLimits } from '../readers/reader-limits';

/** What the engine needs from outside; tests pass a fixed clock and counted ids. */
export interface BackendOptions {
  /** Recent portfolios and the person's name live here, outside of any portfolio. */
  readonly configFolder: string;
  /** Where a new portfolio goes when its place was not chosen. */
  readonly portfolioFolder: string;
  /** True where a *file* may be a path (command host, tests); elsewhere only granted tokens are taken. */
  readonly acceptPaths: boolean;
  /** The actor of journal entries until the person gives a name. */
  readonly defaultActor: string;
  readonly appVersion: string;
  readonly clock: () => Date;
  readonly newId: () => string;
  /** Left out: an installed browser prints. */
  readonly printPage?: PagePrinter | undefined;
  /** The built `readers/reader.ts`: files of strangers are read in threads of it. */
  readonly readerScript: string;
  /** Left out: those that people get. */
  readonly readerLimits?: Partial<ReaderLimits> | undefined;
  readonly log: (entry: LogEntry) => void;
  /** False: no backup is made but those that are asked for, whatever the person chose. */
  readonly automaticBackups?: boolean | undefined;
}

export interface LogEntry {
  readonly level: 'info' | 'warn' | 'error';
  readonly event: string;
  readonly [field: string]: unknown;
}

/** The engine as its hosts see it: one dispatch, one stream of events, no Electron and no HTTP. */
export interface Backend {
  /**
   * @param language of the one person who reads the answer, as her system names it: what the program wrote is in her forms, or in
   *   those that she chose. Left out: a program reads it, and all is as the contract says.
   */
  dispatch(channel: string, input: unknown, language?: string): Promise<Reply>;
  subscribe(listener: (event: EngineEvent) => void): () => void;
  /** Lets a path in: answers the token that stands for it in a *file* field. Only a host calls this. */
  grantFile(path: string): string;
  /** Stops running jobs, writes the log back into the file and closes it. */
  close(): Promise<void>;
}
