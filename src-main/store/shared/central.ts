import type { JournalRow } from '../journal/tables';
import type { FactChange } from '../tables';

/**
 * The one journal that the members of a shared portfolio write, as a replica speaks with it. What implements it talks to a
 * server; every promise of it may break with `CentralLost`.
 */
export interface Central {
  /** Who is connected, as the server knows it, and the name under which entries are signed. */
  readonly member: Member;
  /** Who vouches for the server: the issuer of its certificate; `null`: it is this computer. */
  readonly provedBy: string | null;
  /** The newest entry, and which program wrote the shared portfolio. */
  head(): Promise<CentralHead>;
  /**
   * Writes an entry with its changes behind the newest one, in one round trip. The server works out both hashes again, sees
   * that the signature is that of the session, and what its role may do.
   *
   * @param payload what of the entry is not journaled (drift points), packed; `null`: nothing
   * @returns `behind`: somebody else was first, nothing was written
   * @throws DomainError `refused` with the server's sentence
   */
  append(entry: JournalRow, changes: readonly FactChange[], payload: Buffer | null): Promise<'accepted' | 'behind'>;
  /** Brings changes of a large entry to the server outside of any lock; `append` of the stage then takes them. */
  stage(): Promise<Stage>;
  /** Entries after this one in their order, each with its changes as pages: an import may hold millions. */
  entriesAfter(seq: number): AsyncGenerator<CentralEntry>;
  /** The hash of one entry; `null`: there is none yet. Asked where an answer was lost. */
  hashOf(seq: number): Promise<string | null>;
  /**
   * Keeps everybody else from writing until `release`: for whoever was behind twice. The server lets go by itself after some
   * seconds, or when the connection breaks.
   */
  hold(): Promise<{ release(): Promise<void> }>;
  /** A checked copy of the portfolio at some entry, for whoever joins; `null`: none was left. */
  newestSnapshot(): Promise<SnapshotHead | null>;
  /**
   * Writes that snapshot, unpacked and compared with its digest, into a file that is not there yet.
   *
   * @throws DomainError `not_found` where newer ones took its place before all of it was fetched
   */
  fetchSnapshot(seq: number, into: string, progress?: (done: number) => void): Promise<void>;
  /** @param file a closed copy of the portfolio, whose newest entry this is */
  leaveSnapshot(seq: number, hash: string, file: string): Promise<void>;
  /** The head as the server works it out from all entries with its own means. */
  verify(): Promise<{ readonly entries: number; readonly head: string; readonly firstBroken: number | null }>;
  members(): Promise<readonly Member[]>;
  /** @throws DomainError `refused` for whoever is no owner, and for the last owner */
  setRole(user: string, name: string, role: Role | null): Promise<void>;
  /** Says where this person is; others hear of it. @param at `null`: gone */
  announce(at: Whereabouts | null): Promise<void>;
  presence(): Promise<readonly Present[]>;
  /** Called whenever somebody wrote or moved about, as soon as the server tells it or is asked. */
  onNews(listener: (news: 'entry' | 'presence') => void): void;
  /** Called once when the connection is gone and will not come back by itself. */
  onLost(listener: (why: CentralLost) => void): void;
  close(): Promise<void>;
}

export interface SnapshotHead {
  readonly seq: number;
  readonly hash: string;
  readonly bytes: number;
}

export const ROLES = ['viewer', 'editor', 'approver', 'owner'] as const;
export type Role = (typeof ROLES)[number];

export interface Member {
  /** The login role of the database. */
  readonly user: string;
  /** What entries are signed with; one name, one person. */
  readonly name: string;
  readonly role: Role;
  /** ISO; `null`: has not been here yet. */
  readonly seenAt: string | null;
  /** The newest entry of this person. */
  readonly lastEntryAt: string | null;
}

export interface Whereabouts {
  /** A route of the screen, such as `/models/abc`. */
  readonly page: string;
  readonly modelId: string | null;
  readonly edits: boolean;
}

export interface Present extends Whereabouts {
  readonly user: string;
  readonly name: string;
  readonly since: string;
  /** This very connection. */
  readonly own: boolean;
}

export interface CentralHead {
  readonly seq: number;
  readonly hash: string;
  /** The format of the files that were shared (`PRAGMA user_version`): another program's entries are not to be mixed in. */
  readonly format: number;
}

export interface CentralEntry {
  readonly entry: JournalRow;
  readonly changes: AsyncIterable<readonly FactChange[]>;
  readonly payload: () => Promise<Buffer | null>;
}

export interface Stage {
  add(changes: readonly FactChange[]): Promise<void>;
  /**
   * All is there: the server works out what it can while nobody waits.
   *
   * @throws DomainError `refused` with the server's sentence
   */
  seal(kind: JournalRow['kind'], payload: Buffer | null): Promise<void>;
  /**
   * Puts what was sealed behind the newest entry, under whatever number comes next.
   *
   * @returns the hash, as the server worked it out; whoever wrote the entry compares it with his own
   */
  take(entry: Omit<JournalRow, 'hash'>): Promise<{ readonly hash: string } | 'behind'>;
  drop(): Promise<void>;
}

/** Another program wrote the shared portfolio: which version of its contents each has, and what this person is there. */
export interface OtherProgram {
  readonly theirs: number;
  readonly ours: number;
  readonly role: Role | null;
}

/** A step of a test, in the order in which it was asked. */
export interface Found {
  readonly state: 'good' | 'bad' | 'not_done';
  readonly text: string;
  readonly note: string;
}

export interface TestOutcome {
  readonly ok: boolean;
  readonly found: readonly Found[];
  readonly advice: string;
  readonly provesToBe: string | null;
  readonly portfolios: readonly { readonly id: string; readonly name: string; readonly role: Role }[];
}

/**
 * The server cannot be reached, or not any more. `sent`: what was asked last may have been done all the same.
 */
export class CentralLost extends Error {
  override readonly name = 'CentralLost';
  constructor(
    /** For the person: what was found and what to do. */
    message: string,
    readonly sent: boolean,
    /** A wrong password, a withdrawn login: trying again by itself is of no use. */
    readonly final = false,
    /** The name that the server proves to have, where it is another than it was asked under. */
    readonly provesToBe: string | null = null,
  ) {
    super(message);
  }
}
