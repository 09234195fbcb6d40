import type { Reply } from '#contract/define';
import type { EngineEvent } from '#contract/events';
import type { FromEngine, ToEngine } from '../engine/process/engine-port';
import { DomainError } from '../failure/domain-error';
import { type KeyKeeper, type KeyRequest, keepsNoKeys } from '../platform/key-keeper';
import { Backoff } from './backoff';
import type { EngineProcess } from './engine-process';
import { PendingReplies } from './pending-replies';
import { replyOf } from './reply-bytes';

export interface EngineClientOptions {
  readonly start: () => EngineProcess;
  readonly log: (event: string, fields: Readonly<Record<string, unknown>>) => void;
  /** Prints a page of the engine's as a PDF; left out where the host has no window. */
  readonly print?: (html: string) => Promise<Uint8Array>;
  /** Keeps keys of encrypted portfolios, so that an engine that is started again need not ask for the passphrase. */
  readonly keys?: KeyKeeper;
  /** How long a call waits for an engine that is starting, in milliseconds. */
  readonly readyWithin?: number;
  /** How long an engine may take to close its file, in milliseconds. */
  readonly closeWithin?: number;
}

export const STOPPED =
  'The engine stopped while it worked on this and is starting again. Look whether the change is there, then repeat it.';
const NOT_READY = 'The engine is starting again and does not answer yet. Wait a moment, then repeat it.';
const NOT_TAKEN = 'The engine did not take this file in. Wait a moment, then choose it again.';
/** A portfolio at whose opening the engine died this often is not opened again by itself. */
const REOPEN_DEATHS = 2;

const unavailable = (message: string): Reply => ({ ok: false, failure: { code: 'unavailable', message } });
/** One object, so that it can be told from an engine's own answer. */
const STOPPED_REPLY = unavailable(STOPPED);

/** The host's end of the engine: keeps one running, and answers every request whatever happens to it. */
export class EngineClient {
  readonly #options: EngineClientOptions;
  readonly #backoff = new Backoff();
  readonly #replies = new PendingReplies<Reply | Uint8Array>();
  /** Of replies that come in pieces. */
  readonly #pieces = new Map<number, Uint8Array>();
  readonly #grants = new PendingReplies<string | null>();
  readonly #listeners = new Set<(event: EngineEvent) => void>();
  readonly #openedListeners = new Set<(path: string | null) => void>();
  readonly #waiting = new Set<(ready: boolean) => void>();
  #engine: EngineProcess | null = null;
  #ready = false;
  #closed: Promise<void> | null = null;
  #openedPath: string | null = null;
  #reopening = false;
  #reopenDeaths = 0;

  constructor(options: EngineClientOptions) {
    this.#options = options;
    this.#start();
  }

  /**
   * @param language of the person who reads the answer; left out: a program does
   * @param seen of a command: the newest journal entry that its giver had before them; left out: they looked at nothing
   */
  async answer(channel: string, input: unknown, language?: string, seen?: number): Promise<Reply | Uint8Array> {
    if (!(await this.#whenReady())) return unavailable(NOT_READY);
    const beside = { ...(language !== undefined && { language }), ...(seen !== undefined && { seen }) };
    return this.#request(this.#replies, STOPPED_REPLY, (id) => ({ type: 'call', id, channel, input, ...beside }));
  }

  /** The same for whoever wants to look into the answer. */
  async call(channel: string, input: unknown): Promise<Reply> {
    return replyOf(await this.answer(channel, input));
  }

  /** Lets a path in and answers the token that stands for it. Throws `unavailable` when the engine does not answer. */
  async grant(path: string): Promise<string> {
    const token = (await this.#whenReady()) ? await this.#requestGrant(path) : null;
    if (token === null) throw new DomainError('unavailable', NOT_TAKEN);
    return token;
  }

  subscribe(listener: (event: EngineEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The open portfolio's path; `null` = none is open. */
  openedPath(): string | null {
    return this.#openedPath;
  }

  onOpened(listener: (path: string | null) => void): () => void {
    this.#openedListeners.add(listener);
    return () => this.#openedListeners.delete(listener);
  }

  /** Asks the engine to close its file and end; kills it when it takes too long. */
  close(): Promise<void> {
    this.#closed ??= new Promise((resolve) => {
      const engine = this.#engine;
      this.#release(false);
      if (engine === null) return resolve();
      const timer = setTimeout(() => engine.kill(), this.#options.closeWithin ?? 5000);
      engine.onExit(() => {
        clearTimeout(timer);
        resolve();
      });
      this.#post(engine, { type: 'close' });
    });
    return this.#closed;
  }

  #start(): void {
    let engine: EngineProcess;
    try {
      engine = this.#options.start();
    } catch (error) {
      this.#options.log('engine.not_started', { message: String(error) });
      this.#restart();
      return;
    }
    this.#engine = engine;
    engine.onMessage((message) => {
      if (this.#engine === engine) this.#receive(message);
    });
    engine.onExit((code) => {
      if (this.#engine === engine) this.#gone(code);
    });
  }

  #receive(message: FromEngine): void {
    if (message.type === 'reply') this.#replies.settle(message.id, message.reply);
    else if (message.type === 'piece') this.#takePiece(message);
    else if (message.type === 'granted') this.#grants.settle(message.id, message.token);
    else if (message.type === 'event') this.#publish(message.event);
    else if (message.type === 'keys') void this.#answerKeys(message.id, message.request);
    else if (message.type === 'print') void this.#print(message.id, message.html);
    else if (message.type === 'opened') this.#setOpened(message.path);
    else void this.#prepare();
  }

  #takePiece({ id, of, from, bytes }: FromEngine & { readonly type: 'piece' }): void {
    const whole = this.#pieces.get(id) ?? new Uint8Array(of);
    whole.set(bytes, from);
    if (from + bytes.length < of) {
      this.#pieces.set(id, whole);
      return;
    }
    this.#pieces.delete(id);
    this.#replies.settle(id, whole);
  }

  /** The new engine answers: give it the portfolio that was open, then let the waiting calls in. */
  async #prepare(): Promise<void> {
    const engine = this.#engine;
    if (this.#openedPath !== null) await this.#reopen(this.#openedPath);
    if (engine !== this.#engine || engine === null || this.#closed !== null) return;
    this.#backoff.started();
    this.#release(true);
    this.#publish({ type: 'engine.state', state: 'ready' });
  }

  async #reopen(path: string): Promise<void> {
    this.#reopening = true;
    const file = await this.#requestGrant(path);
    if (file === null) return;
    const reply = await this.#request(this.#replies, STOPPED_REPLY, (id) => ({
      type: 'call',
      id,
      channel: 'workspace.open',
      input: { file },
    }));
    if (reply === STOPPED_REPLY) return;
    this.#reopening = false;
    this.#reopenDeaths = 0;
    if (reply instanceof Uint8Array || reply.ok) return;
    this.#options.log('engine.not_reopened', { code: reply.failure.code });
    this.#setOpened(null);
  }

  #gone(code: number | null): void {
    this.#engine = null;
    this.#ready = false;
    this.#replies.settleAll(STOPPED_REPLY);
    this.#pieces.clear();
    this.#grants.settleAll(null);
    if (this.#closed !== null) return;
    this.#options.log('engine.gone', { code });
    if (this.#reopening && ++this.#reopenDeaths >= REOPEN_DEATHS) this.#setOpened(null);
    this.#reopening = false;
    this.#publish({ type: 'engine.state', state: 'restarting' });
    this.#restart();
  }

  async #print(id: number, html: string): Promise<void> {
    const engine = this.#engine;
    let pdf: Uint8Array | null = null;
    try {
      pdf = (await this.#options.print?.(html)) ?? null;
    } catch (error) {
      this.#options.log('print.failed', { message: String(error) });
    }
    if (engine !== null && engine === this.#engine) this.#post(engine, { type: 'printed', id, pdf });
  }

  async #answerKeys(id: number, request: KeyRequest): Promise<void> {
    const engine = this.#engine;
    const answer = await (this.#options.keys ?? keepsNoKeys)(request);
    if (engine !== null && engine === this.#engine) this.#post(engine, { type: 'keys', id, answer });
  }

  #restart(): void {
    setTimeout(() => {
      if (this.#closed === null) this.#start();
    }, this.#backoff.next());
  }

  #requestGrant(path: string): Promise<string | null> {
    return this.#request(this.#grants, null, (id) => ({ type: 'grant', id, path }));
  }

  #request<T>(pending: PendingReplies<T>, otherwise: T, message: (id: number) => ToEngine): Promise<T> {
    const engine = this.#engine;
    if (engine === null) return Promise.resolve(otherwise);
    const [id, reply] = pending.add();
    if (!this.#post(engine, message(id))) pending.settle(id, otherwise);
    return reply;
  }

  /** False: the message could not leave. A line that breaks later is answered for by the process's end. */
  #post(engine: EngineProcess, message: ToEngine): boolean {
    try {
      engine.send(message);
      return true;
    } catch (error) {
      this.#options.log('engine.unreachable', { message: String(error) });
      return false;
    }
  }

  #whenReady(): Promise<boolean> {
    if (this.#ready) return Promise.resolve(true);
    if (this.#closed !== null) return Promise.resolve(false);
    return new Promise((resolve) => {
      const settle = (ready: boolean) => {
        clearTimeout(timer);
        this.#waiting.delete(settle);
        resolve(ready);
      };
      const timer = setTimeout(() => settle(false), this.#options.readyWithin ?? 10_000);
      this.#waiting.add(settle);
    });
  }

  #release(ready: boolean): void {
    this.#ready = ready;
    for (const settle of [...this.#waiting]) settle(ready);
  }

  #setOpened(path: string | null): void {
    this.#openedPath = path;
    for (const listener of this.#openedListeners) listener(path);
  }

  #publish(event: EngineEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}
