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

/** A place for a portfolio that only its founder can enter yet. */
export interface Founded {
  readonly portfolio: string;
  readonly central: Central;
  /** Gives it its past, as it was signed then; from here on every member may enter. */
  adopt(entries: AsyncIterable<CentralEntry>): Promise<void>;
}

/** The way to servers: the engine knows no driver. Promises break with `CentralLost` or a `DomainError` for the person. */
export interface CentralDoor {
  test(login: Login, what: 'create' | 'join'): Promise<TestOutcome>;
  /** Makes a place for a portfolio, of which this login is the owner. */
  found(login: Login, founding: Founding): Promise<Founded>;
  connect(login: Login, portfolio: string): Promise<Central>;
  /** For an owner with a newer program: brings the place to it, so that older ones are refused from then on. */
  update(login: Login, portfolio: string, format: number): Promise<void>;
  /** Takes away a place whose founding broke off. */
  abandon(login: Login, portfolio: string): Promise<void>;
}
