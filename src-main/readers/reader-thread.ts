import { readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { DomainError } from '../failure/domain-error';
import { badFile } from '../importers/tabular/failures';
import { type Asked, type FromReader, readFolders, type ToReader } from './messages';
import type { ReaderLimits } from './reader-limits';
import { watchReader } from './watch-reader';

export interface Receiver {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

type Progress = Extract<FromReader, { type: 'progress' }>;
type Told = Exclude<FromReader, { type: 'ready' | 'progress' }> | { readonly type: 'ended'; readonly error: Error };

/** A thread that reads one file at a time, and that can be ended from outside whatever it is at. */
export class ReaderThread {
  /** Ended: of no more use. */
  dead = false;
  private readonly worker: Worker;
  private readonly folders: string;
  private take: (event: Told | Progress) => void = () => undefined;

  constructor(
    script: string,
    private readonly limits: ReaderLimits,
    private readonly log: (why: string) => void,
  ) {
    // The flags of this process are not the reader's.
    this.worker = new Worker(script, { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: limits.heapMb } });
    this.folders = readFolders(process.pid, this.worker.threadId);
    let ready = false;
    this.worker.on('message', (message: FromReader) => {
      if (message.type === 'ready') ready = true;
      else this.take(message);
    });
    this.worker.on('error', (error: Error & { code?: string }) => {
      // Before it has begun, no file is to blame.
      if (!ready) this.end(() => error);
      this.end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuchMemory : broken);
      this.note(error.stack ?? error.message);
    });
    this.worker.on('exit', () => this.end(broken));
    this.worker.unref();
  }

  /** Asks for one thing; the pieces of the answer come one by one, its value at the end. */
  async *ask(asked: Asked, { signal, onProgress }: Receiver): AsyncGenerator<unknown, unknown> {
    const fileName = basename(asked.path);
    const waiting: Told[] = [];
    let wake = (): void => undefined;
    this.fileName = fileName;
    this.take = (event) => {
      watch.heard();
      if (event.type === 'progress') onProgress?.(event.done, event.total);
      else waiting.push(event);
      wake();
    };
    const watch = watchReader(this.limits, {
      quiet: () => this.end(quiet(this.limits.quietMs)),
      grown: () => this.end(tooMuchMemory),
    });
    const cancel = (): void => this.end(cancelled);
    signal?.addEventListener('abort', cancel);
    const next = async (): Promise<Told> => {
      for (;;) {
        const event = waiting.shift();
        if (event) return event;
        watch.wait();
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        watch.rest();
      }
    };
    let open = true;
    this.worker.ref();
    try {
      if (this.dead) throw broken(fileName);
      this.tell({ type: 'ask', asked });
      for (;;) {
        const event = await next();
        if (event.type === 'piece') {
          yield event.piece;
          this.tell({ type: 'used' });
          continue;
        }
        open = false;
        return this.valueOf(event, fileName);
      }
    } finally {
      if (open && !this.dead) {
        this.tell({ type: 'enough' });
        while (!['done', 'failed', 'broken', 'ended'].includes((await next()).type));
      }
      signal?.removeEventListener('abort', cancel);
      watch.stop();
      this.take = () => undefined;
      this.worker.unref();
    }
  }

  private fileName = '';

  private valueOf(event: Exclude<Told, { type: 'piece' }>, fileName: string): unknown {
    if (event.type === 'done') return event.value;
    if (event.type === 'ended') throw event.error;
    if (event.type === 'failed') throw new DomainError(event.code, event.message, event.detail);
    this.note(event.why);
    throw broken(fileName);
  }

  private note(why: string): void {
    this.log(`${this.fileName}: ${why}`);
  }

  private tell(message: ToReader): void {
    this.worker.postMessage(message);
  }

  /** Whatever it is at; what it left on the disk is removed. */
  end(why: (fileName: string) => Error = broken): void {
    if (this.dead) return;
    this.dead = true;
    this.take({ type: 'ended', error: why(this.fileName) });
    void this.worker.terminate().then(() => removeFolders(this.folders));
  }
}

function removeFolders(prefix: string): void {
  try {
    for (const name of readdirSync(tmpdir())) {
      if (name.startsWith(prefix)) rmSync(join(tmpdir(), name), { recursive: true, force: true });
    }
  } catch {
    // What cannot be removed now, the next start removes.
  }
}

const AGAIN = 'Save or export it again and choose that file.';

const broken = (fileName: string): DomainError =>
  badFile(`${fileName} cannot be read: it is damaged in a way that no program that writes it would leave. ${AGAIN}`);
const tooMuchMemory = (fileName: string): DomainError =>
  badFile(
    `${fileName} cannot be read: it asks for more memory than one file is given. If it is whole, split it and take the parts.`,
  );
const quiet =
  (ms: number) =>
  (fileName: string): DomainError =>
    badFile(`${fileName} cannot be read: nothing came of it for ${Math.round(ms / 1000)} seconds. ${AGAIN}`);
const cancelled = (): DomainError =>
  new DomainError('cancelled', 'Reading the file was cancelled. Nothing was changed.');
