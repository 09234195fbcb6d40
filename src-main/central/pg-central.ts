import { DomainError } from '../failure/domain-error';
import type { JournalRow } from '../store/journal/tables';
import type {
  Central,
  CentralEntry,
  CentralHead,
  CentralLost,
  Member,
  Present,
  Role,
  SnapshotHead,
  Stage,
  Whereabouts,
} from '../store/shared/central';
import type { FactChange } from '../store/tables';
import type { Login } from './connection/address';
import { isHeldUp, isOvertaken } from './connection/failures';
import { NOTICES_A_CUT_AT_ONCE } from './connection/open-client';
import { Session } from './connection/session';
import { entriesAfter } from './entries';
import { changesJson, entryJson } from './entry-json';
import { greet, type Hello } from './hello';
import { iso, listMembers, listPresence } from './people';
import { type Packed, PIECE_BYTES, pack } from './pieces';
import { versionProblem } from './server/install';
import { SERVER_VERSION, schemaOf } from './server/migrations';
import { fetchSnapshot, leaveSnapshot, newestSnapshot } from './snapshots';
import { openStage } from './stage';
import { verify } from './verify';

/** How often the head is asked for beside what the server tells by itself, and how often others hear that one is still here. */
const ASK_MS = 2_000;
const STAY_MS = 30_000;
/** A large entry is weighed by the server in one go. */
const LONG_MS = 15 * 60_000;

/** A shared portfolio on a PostgreSQL server, over one connection. */
export class PgCentral implements Central {
  readonly member: Member;
  private readonly listeners: ((news: 'entry' | 'presence') => void)[] = [];
  private readonly timers: ReturnType<typeof setInterval>[] = [];
  private held = false;
  private here = false;
  /** The newest entry of which anybody was told. */
  private told: number | null = null;

  /**
   * @throws CentralLost when there is no connection, DomainError `refused` for whoever is no member and for another version
   */
  static async connect(login: Login, id: string): Promise<PgCentral> {
    const schema = schemaOf(id);
    const session = await Session.open(login);
    try {
      const hello = await greet(session, schema);
      const problem = versionProblem(hello.version, hello.role);
      const program = { theirs: hello.version, ours: SERVER_VERSION, role: hello.role };
      if (problem !== '') throw new DomainError('refused', problem, { program });
      const central = new PgCentral(session, schema, hello);
      await central.begin();
      return central;
    } catch (error) {
      await session.close();
      throw error;
    }
  }

  private constructor(
    private readonly session: Session,
    readonly schema: string,
    readonly hello: Hello,
  ) {
    const { user, name, role } = hello;
    if (name === null || role === null)
      throw new DomainError('refused', `“${user}” is no member of this shared portfolio. Ask one of its owners.`);
    this.member = { user, name, role, seenAt: iso(hello.seenAt), lastEntryAt: hello.lastEntryAt };
  }

  get provedBy(): string | null {
    return this.session.proved?.issuer ?? null;
  }

  private async begin(): Promise<void> {
    this.session.onNotice((text) => {
      if (!text.startsWith('e')) return this.tell('presence');
      this.told = Number(text.slice(1));
      this.tell('entry');
    });
    // Some who speak PostgreSQL's language have no notices: then the head is asked for, as it is beside them anyway.
    await this.session.ask(`listen ${this.schema}`).catch((error: unknown) => {
      if (this.session.lost) throw error;
    });
    const every = (ms: number, work: () => Promise<unknown>): void => {
      const timer = setInterval(() => {
        if (!this.held && !this.session.lost) work().catch(() => {});
      }, ms);
      timer.unref();
      this.timers.push(timer);
    };
    every(ASK_MS, async () => {
      const { seq, format } = await this.head();
      // Whoever is here with an older program than it was brought to is to look as well.
      if ((this.told !== null && seq > this.told) || format !== this.hello.format) this.tell('entry');
      this.told = seq;
    });
    every(STAY_MS, async () => this.here && this.session.ask(`select ${this.schema}.stay()`));
    this.session.onLost(() => this.stopTimers());
  }

  async head(): Promise<CentralHead> {
    return this.session.one<CentralHead>(
      `select h.seq, h.hash, p.format from ${this.schema}.head h, ${this.schema}.portfolio p`,
    );
  }

  async append(
    entry: JournalRow,
    changes: readonly FactChange[],
    payload: Buffer | null,
  ): Promise<'accepted' | 'behind'> {
    const packed = payload && (await pack(payload));
    const json = changesJson(changes);
    if (json.length > 8 * PIECE_BYTES || (packed && packed.pieces.length > 4)) {
      const stage = await this.stage();
      let taken = false;
      try {
        await stage.add(changes);
        await stage.seal(entry.kind, payload);
        taken = (await stage.take(entry)) !== 'behind';
        return taken ? 'accepted' : 'behind';
      } finally {
        if (!taken) await stage.drop().catch(() => undefined);
      }
    }
    const answer = await this.write(`select ${this.schema}.append($1, $2, $3, $4) as answer`, [
      entryJson(entry),
      json,
      packed && Buffer.concat(packed.pieces),
      packed?.digest ?? null,
    ]);
    return answer === 'behind' ? answer : 'accepted';
  }

  async stage(): Promise<Stage> {
    return openStage(this.session, this.schema, {
      patience: LONG_MS,
      take: (entry, stage, digest) =>
        this.write(
          `select ${this.schema}.stage_take($1, $2, $3) as answer`,
          [entryJson(entry), stage, digest],
          LONG_MS,
        ),
    });
  }

  entriesAfter(seq: number): AsyncGenerator<CentralEntry> {
    return entriesAfter(this.session, this.schema, seq);
  }

  async hashOf(seq: number): Promise<string | null> {
    const [row] = await this.session.ask<{ hash: string }>(`select hash from ${this.schema}.journal where seq = $1`, [
      seq,
    ]);
    return row?.hash ?? null;
  }

  async hold(): Promise<{ release(): Promise<void> }> {
    this.held = true;
    try {
      // Once there and back: everybody waits for as long as this takes.
      await this.session.ask(`begin; ${NOTICES_A_CUT_AT_ONCE}; select ${this.schema}.hold()`);
    } catch (error) {
      await this.letGo('rollback');
      throw isHeldUp(error) ? await this.heldUp() : error;
    }
    return { release: () => this.letGo('rollback') };
  }

  newestSnapshot(): Promise<SnapshotHead | null> {
    return newestSnapshot(this.session, this.schema);
  }

  fetchSnapshot(seq: number, into: string, progress?: (done: number) => void): Promise<void> {
    return fetchSnapshot(this.session, this.schema, seq, into, progress);
  }

  leaveSnapshot(seq: number, hash: string, file: string): Promise<void> {
    return leaveSnapshot(this.session, this.schema, { seq, hash, file });
  }

  verify(): Promise<{ readonly entries: number; readonly head: string; readonly firstBroken: number | null }> {
    return verify(this.session, this.schema, LONG_MS);
  }

  members(): Promise<readonly Member[]> {
    return listMembers(this.session, this.schema);
  }

  async setRole(user: string, name: string, role: Role | null): Promise<void> {
    await this.session.ask(`select ${this.schema}.set_role($1, $2, $3)`, [user, name, role]);
  }

  async announce(at: Whereabouts | null): Promise<void> {
    this.here = at !== null;
    await this.session.ask(`select ${this.schema}.announce($1, $2, $3)`, [at?.page, at?.modelId, at?.edits]);
  }

  presence(): Promise<readonly Present[]> {
    return listPresence(this.session, this.schema);
  }

  onNews(listener: (news: 'entry' | 'presence') => void): void {
    this.listeners.push(listener);
  }

  onLost(listener: (why: CentralLost) => void): void {
    this.session.onLost(listener);
  }

  get lost(): boolean {
    return this.session.lost;
  }

  async close(): Promise<void> {
    this.stopTimers();
    await this.session.close();
  }

  /** Gives a portfolio that is being shared its past, many entries at a time; only before it is opened. */
  async adopt(
    entries: readonly {
      readonly entry: JournalRow;
      readonly changes: readonly FactChange[];
      readonly packed: Packed | null;
    }[],
  ): Promise<'accepted' | 'behind'> {
    const json = JSON.stringify(
      entries.map(({ entry, changes, packed }) => ({
        entry,
        changes,
        payload: packed && Buffer.concat(packed.pieces).toString('base64'),
        digest: packed?.digest,
      })),
    );
    const answer = await this.write(`select ${this.schema}.adopt($1) as answer`, [json], LONG_MS);
    return answer === 'behind' ? answer : 'accepted';
  }

  /** From here on every member may write. */
  async open(): Promise<void> {
    await this.session.ask(`select ${this.schema}.open_portfolio()`);
  }

  /** For an owner whose program has a newer format of files. */
  async raiseFormat(format: number, tables: readonly string[]): Promise<void> {
    await this.session.ask(`select ${this.schema}.set_format($1, $2)`, [format, tables]);
  }

  /** An entry that is taken ends a hold, since it is acknowledged only when it lies on the server's disk. */
  private async write(text: string, values: readonly unknown[], patience?: number): Promise<string> {
    try {
      const { answer } = await this.session.one<{ answer: string }>(text, values, patience);
      if (this.held && answer !== 'behind') await this.letGo('commit');
      return answer;
    } catch (error) {
      if (this.held) await this.letGo('rollback');
      if (isOvertaken(error)) return 'behind';
      throw isHeldUp(error) ? await this.heldUp() : error;
    }
  }

  private async letGo(how: 'commit' | 'rollback'): Promise<void> {
    if (!this.held) return;
    this.held = false;
    if (!this.session.lost) await this.session.ask(how);
  }

  private async heldUp(): Promise<DomainError> {
    const { who } = await this.session.one<{ who: string | null }>(`select ${this.schema}.blockers() as who`);
    return new DomainError(
      'busy',
      `${who ?? 'Somebody'} has kept the shared portfolio to ${who?.includes(',') ? 'themselves' : 'one person'} for more than 20 seconds; nothing was written. Try again.`,
    );
  }

  private tell(news: 'entry' | 'presence'): void {
    for (const listener of this.listeners) listener(news);
  }

  private stopTimers(): void {
    for (const timer of this.timers.splice(0)) clearInterval(timer);
  }
}
