import type { Did, Reply } from '#contract/define';
import type { EngineEvent } from '#contract/events';
import type { ReportNote } from '../handlers/reports/report-note';
import type { KeyKeeper } from '../platform/key-keeper';
import type { PagePrinter } from '../platform/page-printer';
import type { ReaderLimits } from '../readers/reader-limits';
import type { AsideCall } from './aside/aside-port';
import type { CentralDoor } from './sharing/door';

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
  /** Left out: no key is kept, and each opening asks for the passphrase. */
  readonly keys?: KeyKeeper | undefined;
  /** The way to servers of shared portfolios; left out: there is none. */
  readonly door?: CentralDoor | undefined;
  /** Where scripts leave what proves who they are (PGPASSWORD, PGPASSFILE); left out: people type it. */
  readonly environment?: NodeJS.ProcessEnv | undefined;
  /** Left out: an installed browser prints. */
  readonly printPage?: PagePrinter | undefined;
  /** The built `readers/reader.ts`: files of strangers are read in threads of it. */
  readonly readerScript: string;
  /** Left out: those that people get. */
  readonly readerLimits?: Partial<ReaderLimits> | undefined;
  readonly log: (entry: LogEntry) => void;
  /** False: no backup is made but those that are asked for, whatever the person chose. */
  readonly automaticBackups?: boolean | undefined;
  /** Left out: everything is answered in this thread. */
  readonly aside?: ((hooks: AsideHooks) => Aside) | undefined;
}

/** What a thread beside the engine has from it. */
export interface AsideHooks {
  readonly publish: (event: EngineEvent) => void;
  readonly print: PagePrinter;
  /** Only the engine writes; answers the entry that the note became. */
  readonly note: (call: AsideCall, note: ReportNote) => Promise<Did | null>;
}

/** A thread beside the engine that answers what takes long, so that nothing waits behind it. */
export interface Aside {
  /** The reply as JSON, or a failure; `null`: there is no such thread, and the call is to be answered where it came from. */
  answer(call: AsideCall): Promise<Uint8Array | (Reply & { ok: false }) | null>;
  /** False: it runs no such job. */
  cancel(jobId: string): boolean;
  /** Resolves when the portfolio is not held any more. */
  release(): Promise<void>;
  /** … `false`: it is in the middle of an answer, and goes on with it. */
  rest(): Promise<boolean>;
  close(): Promise<void>;
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
   * @param seen of a command: the journal entry that stood before whoever gave it (`Scene.seen`). Left out: nobody looked.
   */
  dispatch(channel: string, input: unknown, language?: string, seen?: number): Promise<Reply>;
  /** The same for a host that hands on what it gets: a long answer comes as JSON, which nobody has to write or read on the way. */
  answer(channel: string, input: unknown, language?: string, seen?: number): Promise<Reply | Uint8Array>;
  subscribe(listener: (event: EngineEvent) => void): () => void;
  /** Lets a path in: answers the token that stands for it in a *file* field. Only a host calls this. */
  grantFile(path: string): string;
  /** Stops running jobs, writes the log back into the file and closes it. */
  close(): Promise<void>;
}
