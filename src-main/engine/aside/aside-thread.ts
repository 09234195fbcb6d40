import { Worker } from 'node:worker_threads';
import type { Reply } from '#contract/define';
import { DomainError } from '../../failure/domain-error';
import { PendingReplies } from '../../rpc/pending-replies';
import type { Aside, AsideHooks, LogEntry } from '../backend-types';
import type { AsideCall, AsideOptions, FromAside, ToAside } from './aside-port';

/** What holds on to the file longer than this (milliseconds) while it is being closed, is ended. */
const RELEASE_MS = 3_000;
/** After so many deaths everything is answered by the engine itself. */
const DEATHS = 3;

const GONE: Reply & { ok: false } = {
  ok: false,
  failure: { code: 'unavailable', message: 'What read the portfolio stopped; nothing was changed. Try again.' },
};

interface Waiting {
  readonly call: AsideCall;
  readonly settle: (answer: Uint8Array | (Reply & { ok: false })) => void;
}

/** A thread of this process beside the engine. */
export function createAsideThread(
  script: URL,
  options: AsideOptions,
  log: (entry: LogEntry) => void,
): (hooks: AsideHooks) => Aside {
  return (hooks) => new AsideThread(script, options, log, hooks);
}

class AsideThread implements Aside {
  private worker: Worker | null = null;
  private deaths = 0;
  private last = 0;
  private readonly calls = new Map<number, Waiting>();
  private readonly released = new PendingReplies<void>();

  constructor(
    private readonly script: URL,
    private readonly options: AsideOptions,
    private readonly log: (entry: LogEntry) => void,
    private readonly hooks: AsideHooks,
  ) {
    // At once: the first page asks for it, and a thread takes a third of a second to begin.
    this.started();
  }

  answer(call: AsideCall): Promise<Uint8Array | (Reply & { ok: false }) | null> {
    const worker = this.started();
    if (worker === null) return Promise.resolve(null);
    this.last += 1;
    const id = this.last;
    return new Promise((settle) => {
      this.calls.set(id, { call, settle });
      this.send(worker, { type: 'call', id, call });
    });
  }

  cancel(jobId: string): boolean {
    const runs = [...this.calls.values()].some(({ call }) => jobOf(call.input) === jobId);
    if (runs && this.worker) this.send(this.worker, { type: 'cancel', jobId });
    return runs;
  }

  async release(): Promise<void> {
    const { worker } = this;
    if (worker === null) return;
    const [id, released] = this.released.add();
    this.send(worker, { type: 'release', id });
    let late: NodeJS.Timeout | undefined;
    const tooLate = new Promise<void>((resolve) => {
      late = setTimeout(() => void worker.terminate().then(() => resolve()), RELEASE_MS);
    });
    await Promise.race([released, tooLate]);
    clearTimeout(late);
  }

  async rest(): Promise<boolean> {
    if (this.calls.size > 0) return false;
    await this.release();
    return true;
  }

  async close(): Promise<void> {
    await this.worker?.terminate();
  }

  private started(): Worker | null {
    if (this.worker !== null) return this.worker;
    if (this.deaths >= DEATHS) return null;
    try {
      const worker = new Worker(this.script, { workerData: this.options, stderr: false });
      worker.unref();
      worker.on('message', (message: FromAside) => this.receive(worker, message));
      worker.on('error', (error) => this.log({ level: 'error', event: 'aside.failed', error: String(error) }));
      worker.on('exit', () => this.gone(worker));
      this.worker = worker;
      return worker;
    } catch (error) {
      this.deaths = DEATHS;
      this.log({ level: 'error', event: 'aside.not_started', error: String(error) });
      return null;
    }
  }

  private receive(worker: Worker, message: FromAside): void {
    if (message.type === 'answered') this.settle(message.id, message.bytes);
    else if (message.type === 'failed') this.settle(message.id, message.reply);
    else if (message.type === 'event') this.hooks.publish(message.event);
    else if (message.type === 'released') this.released.settle(message.id, undefined);
    else if (message.type === 'print') void this.print(worker, message.id, message.html);
    else if (message.type === 'note') void this.note(worker, message);
    else this.deaths = 0;
  }

  private settle(id: number, answer: Uint8Array | (Reply & { ok: false })): void {
    const waiting = this.calls.get(id);
    this.calls.delete(id);
    waiting?.settle(answer);
  }

  private async print(worker: Worker, id: number, html: string): Promise<void> {
    const signal = new AbortController().signal;
    const pdf = await this.hooks.print({ html, signal }).catch(() => null);
    this.send(worker, { type: 'printed', id, pdf });
  }

  private async note(worker: Worker, { id, call, note }: FromAside & { type: 'note' }): Promise<void> {
    const waiting = this.calls.get(call);
    if (!waiting) return;
    try {
      const did = await this.hooks.note(waiting.call, note);
      this.send(worker, { type: 'noted', id, noted: { ok: true, did } });
    } catch (error) {
      const failure = error instanceof DomainError ? error.toFailure() : GONE.failure;
      this.send(worker, { type: 'noted', id, noted: { ok: false, failure } });
    }
  }

  private gone(worker: Worker): void {
    if (this.worker !== worker) return;
    this.worker = null;
    this.deaths += 1;
    this.released.settleAll(undefined);
    for (const id of [...this.calls.keys()]) this.settle(id, GONE);
  }

  private send(worker: Worker, message: ToAside): void {
    worker.postMessage(message);
  }
}

/** The job that an input names. */
function jobOf(input: unknown): string | null {
  const id = typeof input === 'object' && input !== null && 'jobId' in input ? input.jobId : null;
  return typeof id === 'string' ? id : null;
}
