import type { Reply } from '#contract/define';
import type { EngineEvent } from '#contract/events';
import type { KeyAnswer, KeyRequest } from '../../platform/key-keeper';

/** What a host tells its engine. Ids are the host's own; each call and grant is answered once. */
export type ToEngine =
  | {
      readonly type: 'call';
      readonly id: number;
      readonly channel: string;
      readonly input: unknown;
      /** Of the one person who reads the answer, as her system names it; left out: a program reads it. */
      readonly language?: string;
      /** Of a command: the newest journal entry that its giver had before them. */
      readonly seen?: number;
    }
  | { readonly type: 'grant'; readonly id: number; readonly path: string }
  /** `null`: the page could not be printed. */
  | { readonly type: 'printed'; readonly id: number; readonly pdf: Uint8Array | null }
  /** Of a request for keys. */
  | { readonly type: 'keys'; readonly id: number; readonly answer: KeyAnswer }
  | { readonly type: 'close' };

/** What the engine tells its host. */
export type FromEngine =
  | { readonly type: 'ready' }
  /** A long one as JSON, in bytes. */
  | { readonly type: 'reply'; readonly id: number; readonly reply: Reply | Uint8Array }
  /** A part of a reply that is longer still: of so many bytes altogether, these from there on. They come in order. */
  | {
      readonly type: 'piece';
      readonly id: number;
      readonly of: number;
      readonly from: number;
      readonly bytes: Uint8Array;
    }
  /** `null`: the engine did not let the path in. */
  | { readonly type: 'granted'; readonly id: number; readonly token: string | null }
  | { readonly type: 'event'; readonly event: EngineEvent }
  /** Asks for a PDF of a page; the id is the engine's own. */
  | { readonly type: 'print'; readonly id: number; readonly html: string }
  /** Asks the host for a key of an encrypted portfolio, or to keep one; the id is the engine's own. */
  | { readonly type: 'keys'; readonly id: number; readonly request: KeyRequest }
  /** Another portfolio is open now, so that a restarted engine can be given it again; `null` = none. */
  | { readonly type: 'opened'; readonly path: string | null };

/** The engine's end of the line to its host, whichever host that is. */
export interface EnginePort {
  /** The host has windows, and prints pages. */
  readonly hostPrints: boolean;
  send(message: FromEngine): void;
  /** Resolves when the line has it, or is gone: whoever sends much waits, so that it does not lie here a second time. */
  sent(message: FromEngine): Promise<void>;
  onMessage(listener: (message: ToEngine) => void): void;
  /** The host is gone without having said `close`. */
  onHostGone(listener: () => void): void;
}

/** Electron's `process.parentPort`, as far as it is used: the engine knows nothing else of Electron. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: ToEngine }) => void): unknown;
}

/** Opens the line to whoever started this process: Electron's main process or a plain Node parent. */
export function openEnginePort(): EnginePort {
  // `parentPort` exists only where Electron started the process, and Node's types do not know it.
  const { parentPort } = process as { readonly parentPort?: ParentPort };
  if (parentPort !== undefined) return electronPort(parentPort);
  if (process.send === undefined) throw new Error('The engine is started by a host, not by hand.');
  return childPort();
}

function electronPort(parentPort: ParentPort): EnginePort {
  return {
    hostPrints: true,
    send: (message) => parentPort.postMessage(message),
    sent: async (message) => {
      parentPort.postMessage(message);
      await new Promise((resolve) => setImmediate(resolve));
    },
    onMessage: (listener) => parentPort.on('message', (event) => listener(event.data)),
    // Electron ends its utility processes itself when the main process goes.
    onHostGone: () => undefined,
  };
}

function childPort(): EnginePort {
  return {
    hostPrints: false,
    send: (message) => {
      if (process.connected) process.send?.(message, undefined, undefined, () => undefined);
    },
    sent: (message) =>
      new Promise((resolve) => {
        if (process.connected) process.send?.(message, undefined, undefined, () => resolve());
        else resolve();
      }),
    onMessage: (listener) => process.on('message', (message: ToEngine) => listener(message)),
    onHostGone: (listener) => process.once('disconnect', listener),
  };
}
