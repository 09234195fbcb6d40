import type { AwayNote, SharedPerson } from '../../platform/shared-notes';
import type { Member, OtherProgram, Present, Role } from '../../store/shared/central';
import type { Store } from '../../store/store';
import type { ToConfirm } from './agreement';
import type { CentralDoor, Login, Preparing, Proof } from './door';

export type ShareState = 'private' | 'connecting' | 'connected' | 'catching_up' | 'offline' | 'refused';

export interface ShareStanding {
  readonly state: ShareState;
  /** For the person: why, and what to do; '' where all is well. */
  readonly message: string;
  /** ISO; since when it is so. */
  readonly since: string | null;
  readonly provedBy: string | null;
  /** The newest entry of the server, where it is known. */
  readonly serverHead: number | null;
  readonly here: readonly Present[];
  /** Who shares it, as the server said last, also without it; empty: not known yet. */
  readonly people: readonly SharedPerson[];
  /** Why nothing is written: the shared portfolio is of another program than this one; `null`: it is not, or not known. */
  readonly program: OtherProgram | null;
  /** Nothing is written, and nothing waits, until what `message` says is mended. */
  readonly held: boolean;
}

/** A command that does not stand in the file that somebody leaves with, and why. */
export interface Dropped {
  readonly label: string;
  readonly at: string;
  readonly why: string;
}

export interface Kept {
  /** How many commands stay that were not shared. */
  readonly kept: number;
  readonly dropped: readonly Dropped[];
}

/** How a portfolio comes to be shared and what its members are told: what handlers may ask of the engine. */
export interface SharingDesk {
  standing(): ShareStanding;
  test: CentralDoor['test'];
  create(
    store: Store,
    login: Login,
    options: { name: string; format: number; portfolio: string; remember: boolean },
  ): Promise<string>;
  /**
   * What whoever runs the database does, so that nobody else needs rights of theirs: a place for this portfolio with the login `user` as
   * its owner; of one that is shared, what its server lacks of this program.
   */
  prepare(store: Store, user: string, options: { name: string; format: number; portfolio: string }): Promise<Preparing>;
  join(login: Login, portfolio: string, file: string, remember: boolean): Promise<Store>;
  /**
   * @param discard what was not shared is taken back before
   * @returns what becomes of what was not shared, where nobody said that it is to go
   */
  leave(store: Store, discard: boolean): Promise<Kept>;
  /**
   * @param proof left out: what this computer has
   * @param agree the server that the file names, as `toConfirm` says it, where somebody agrees to it
   */
  connect(proof: Proof, remember: boolean | undefined, agree?: string): Promise<ShareState>;
  /** What somebody has to agree to before the server of this copy is asked; `null`: nothing. */
  toConfirm(store: Store): Promise<ToConfirm | null>;
  /** For an owner whose program is newer than the shared portfolio. */
  update(format: number): Promise<ShareState>;
  isRemembered(store: Store): Promise<boolean>;
  /** Runs a command that waits once more, over what others wrote. */
  runAgain(id: string): Promise<void>;
  /** Takes a command back that waits. */
  letGo(id: string): Promise<void>;
  members(): Promise<readonly Member[]>;
  setRole(user: string, name: string, role: Role | null): Promise<readonly Member[]>;
  /** What others did since a person looked; `null`: nothing. */
  away(store: Store): Promise<AwayNote | null>;
  /** A person has seen what others did. */
  looked(store: Store): Promise<void>;
  announce(page: string, modelId: string | null, edits: boolean): Promise<boolean>;
  /** `null`: the server is not there. */
  verify(): Promise<{ readonly entries: number; readonly head: string; readonly firstBroken: number | null } | null>;
}

/** Of a thread that only reads, and of a host without a way to servers. */
export function noSharing(refuse: () => never): SharingDesk {
  return {
    standing: () => ({
      ...{ state: 'private', message: '', since: null, provedBy: null, serverHead: null },
      ...{ here: [], people: [], program: null, held: false },
    }),
    away: async () => null,
    looked: async () => undefined,
    test: refuse,
    create: refuse,
    prepare: refuse,
    join: refuse,
    leave: refuse,
    connect: refuse,
    update: refuse,
    toConfirm: async () => null,
    isRemembered: async () => false,
    runAgain: refuse,
    letGo: refuse,
    members: refuse,
    setRole: refuse,
    announce: async () => false,
    verify: async () => null,
  };
}
