import type { Head } from '../../store/journal/changed-since';
import type { Central, CentralEntry, TestOutcome } from '../../store/shared/central';
import type { SharedAddress } from '../../store/shared/sharing';

/** What somebody proves with that they are who they say; nowhere written but into a key store. */
export interface Proof {
  readonly password?: string | undefined;
  /** Texts of a certificate and its key. */
  readonly certificate?: string | undefined;
  readonly key?: string | undefined;
}

export interface Login extends SharedAddress {
  readonly proof: Proof;
}

export type { Found, TestOutcome } from '../../store/shared/central';

export interface Founding {
  /** Of the portfolio. */
  readonly name: string;
  /** What the founder's entries are signed with. */
  readonly signs: string;
  /** Of the file (`PRAGMA user_version`). */
  readonly format: number;
}

export interface Preparing {
  readonly portfolio: string;
  /** For the tools of the server. */
  readonly sql: string;
}

/** A place for a portfolio that only its founder can enter yet. */
export interface Founded {
  readonly portfolio: string;
  readonly central: Central;
  /** Gives it its past, as it was signed then; more of it where an earlier try broke off. */
  adopt(entries: AsyncIterable<CentralEntry>): Promise<void>;
  /**
   * All is there, a copy for those who join too: from here on every member may enter, and nothing of before is added.
   *
   * @returns the connection to go on with, another one where the answer was lost
   */
  open(): Promise<Central>;
  /** Its founding broke off: a place that was made for it goes; one that was prepared stays for another try. */
  abandon(): Promise<void>;
}

/** The way to servers: the engine knows no driver. Promises break with `CentralLost` or a `DomainError` for the person. */
export interface CentralDoor {
  test(login: Login, what: 'create' | 'join'): Promise<TestOutcome>;
  /** Makes a place for a portfolio, of which this login is the owner, or enters the one that was prepared for it. */
  found(login: Login, founding: Founding & { readonly head: Head }): Promise<Founded>;
  connect(login: Login, portfolio: string): Promise<Central>;
  /** For an owner with a newer program: brings the place to it, so that older ones are refused from then on. */
  update(login: Login, portfolio: string, format: number): Promise<void>;
  /** What whoever runs the database has to do so that a login may share there that may make nothing itself; does nothing. */
  prepare(user: string, founding: Founding): Promise<Preparing>;
  /** What is to be done there before an owner's newer program can `update`; '': nothing. */
  missing(login: Login, portfolio: string): Promise<string>;
}
