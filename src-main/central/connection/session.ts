import { connect } from 'node:net';
import type { Client } from 'pg';
import { CentralLost } from '../../store/shared/central';
import { type Login, sayServer } from './address';
import { isHeldUp, isOvertaken, whyItFailed } from './failures';
import { openClient, type ProvedServer } from './open-client';

/** After this long without an answer the server is looked for over another line; both together stay below five seconds. */
const SILENT_MS = 2_500;
const LOOK_MS = 1_800;
/** A line that was forgotten on the way answers never, though the server can be reached. */
const PATIENCE_MS = 60_000;

type Row = object;

/** One connection: its questions are asked one after the other, and when it breaks all of them hear of it as `CentralLost`. */
export class Session {
  /** When each question that is under way was asked, and until when its answer is waited for. */
  private readonly asked = new Set<{ readonly since: number; readonly until: number }>();
  private readonly onBroken: ((error: CentralLost) => void)[] = [];
  private readonly watch: ReturnType<typeof setInterval>;
  private broken: CentralLost | null = null;
  private looking = false;
  private closing = false;
  /** The question before is answered: a connection carries one at a time. */
  private turn: Promise<void> = Promise.resolve();
  private giveUp: (error: CentralLost) => void = () => {};
  private readonly gone: Promise<never>;

  static async open(login: Login): Promise<Session> {
    const { client, proved } = await openClient(login);
    return new Session(client, login, proved);
  }

  private constructor(
    private readonly client: Client,
    readonly login: Login,
    readonly proved: ProvedServer | null,
  ) {
    this.gone = new Promise((_, reject) => {
      this.giveUp = reject;
    });
    this.gone.catch(() => {});
    client.on('error', (error) => this.lose(whyItFailed(error, login, false)));
    client.on('end', () => this.lose(null));
    // Behind whatever has come in meanwhile: this program may itself have been busy, and a server that answered is not silent.
    this.watch = setInterval(() => setImmediate(() => this.look()), 500);
    this.watch.unref();
  }

  /** @throws DomainError with the server's sentence, CentralLost, or what `isOvertaken` and `isHeldUp` know */
  async ask<R extends Row>(
    text: string,
    values: readonly unknown[] = [],
    patience = PATIENCE_MS,
  ): Promise<readonly R[]> {
    const before = this.turn;
    let answered: () => void = () => {};
    this.turn = new Promise((resolve) => {
      answered = resolve;
    });
    await before;
    if (this.broken) {
      answered();
      throw new CentralLost(this.broken.message, false, this.broken.final);
    }
    const since = performance.now();
    const question = { since, until: since + patience };
    this.asked.add(question);
    try {
      const { rows } = await Promise.race([this.client.query(text, [...values]), this.gone]);
      return rows as R[]; // columns as the question names them
    } catch (error) {
      if (isOvertaken(error) || isHeldUp(error)) throw error;
      const why = whyItFailed(error, this.login, true);
      if (why instanceof CentralLost) this.lose(why);
      throw why instanceof CentralLost && !why.sent && !why.final ? new CentralLost(why.message, true, why.final) : why;
    } finally {
      this.asked.delete(question);
      answered();
    }
  }

  async one<R extends Row>(text: string, values: readonly unknown[] = [], patience = PATIENCE_MS): Promise<R> {
    const [row] = await this.ask<R>(text, values, patience);
    if (!row) throw new CentralLost(`PostgreSQL at ${sayServer(this.login)} answered nothing.`, true);
    return row;
  }

  onNotice(listener: (text: string) => void): void {
    this.client.on('notification', ({ payload }) => listener(payload ?? ''));
  }

  onLost(listener: (why: CentralLost) => void): void {
    if (this.broken) listener(this.broken);
    else this.onBroken.push(listener);
  }

  get lost(): boolean {
    return this.broken !== null;
  }

  async close(): Promise<void> {
    this.closing = true;
    clearInterval(this.watch);
    if (this.broken) return;
    this.broken = new CentralLost('The connection was closed.', false);
    await Promise.race([this.client.end(), new Promise((done) => setTimeout(done, 1_000).unref())]);
    this.giveUp(new CentralLost('The connection was closed.', true));
  }

  private lose(why: unknown): void {
    if (this.broken || this.closing) return;
    this.broken =
      why instanceof CentralLost
        ? why
        : new CentralLost(`The connection to ${sayServer(this.login)} broke off. It is tried again.`, false);
    clearInterval(this.watch);
    this.giveUp(new CentralLost(this.broken.message, true, this.broken.final));
    this.client.end().catch(() => {});
    for (const listener of this.onBroken.splice(0)) listener(this.broken);
  }

  /** A line that was cut says nothing by itself for many minutes; a long question may be under way as well. */
  private look(): void {
    const now = performance.now();
    const given = [...this.asked];
    if (given.some(({ until }) => now > until)) this.lose(this.silent());
    if (this.broken || this.looking || !given.some(({ since }) => now - since > SILENT_MS)) return;
    this.looking = true;
    const { host, port } = this.login;
    const probe = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
    let told = false;
    const done = (there: boolean): void => {
      if (told) return;
      told = true;
      probe.destroy();
      clearTimeout(timer);
      // Looked for again only after a while: a long import is under way.
      setTimeout(() => {
        this.looking = false;
      }, 2_000).unref();
      if (!there) this.lose(this.silent());
    };
    const timer = setTimeout(() => setImmediate(() => done(false)), LOOK_MS);
    probe.once('connect', () => done(true));
    probe.once('error', () => done(false));
  }

  private silent(): CentralLost {
    return new CentralLost(`${sayServer(this.login)} does not answer any more. It is tried again.`, true);
  }
}
