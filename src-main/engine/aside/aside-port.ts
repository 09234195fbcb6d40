import type { Did, Reply } from '#contract/define';
import type { EngineEvent } from '#contract/events';
import type { ReportNote } from '../../handlers/reports/report-note';
import type { FileKey } from '../../store/files';

/** A call that another thread answers: all that it needs to know of the engine whose call it is. */
export interface AsideCall {
  readonly channel: string;
  readonly input: unknown;
  /** Of the one person who reads the answer; left out: a program reads it. */
  readonly language: string | undefined;
  /** The time of the call, ISO. */
  readonly at: string;
  readonly actor: string;
  /** The open portfolio. */
  readonly path: string;
  /** What opens it; `null`: it is plain. */
  readonly key: FileKey | null;
  /** What the *file* fields of the input stand for. */
  readonly files: Readonly<Record<string, string>>;
}

/** What the engine tells the thread beside it. Ids are the engine's own; each call is answered once. */
export type ToAside =
  | { readonly type: 'call'; readonly id: number; readonly call: AsideCall }
  | { readonly type: 'cancel'; readonly jobId: string }
  /** Let the file go: it is being closed, or another one takes its place. */
  | { readonly type: 'release'; readonly id: number }
  /** `null`: the page could not be printed. */
  | { readonly type: 'printed'; readonly id: number; readonly pdf: Uint8Array | null }
  | { readonly type: 'noted'; readonly id: number; readonly noted: Noted };

export type Noted =
  | { readonly ok: true; readonly did: Did | null }
  | { readonly ok: false; readonly failure: (Reply & { ok: false })['failure'] };

export type FromAside =
  | { readonly type: 'ready' }
  /** An answer as it travels: written where it was read, so that nobody else has to. */
  | { readonly type: 'answered'; readonly id: number; readonly bytes: Uint8Array }
  | { readonly type: 'failed'; readonly id: number; readonly reply: Reply & { ok: false } }
  | { readonly type: 'event'; readonly event: EngineEvent }
  | { readonly type: 'released'; readonly id: number }
  | { readonly type: 'print'; readonly id: number; readonly html: string }
  /** Only the engine writes: it is asked to note a report in the journal, as part of the call. */
  | { readonly type: 'note'; readonly id: number; readonly call: number; readonly note: ReportNote };

/** As the data of the thread. */
export interface AsideOptions {
  readonly configFolder: string;
  readonly portfolioFolder: string;
  readonly appVersion: string;
  /** The built `readers/reader.ts`. */
  readonly readerScript: string;
}
