import type { Reply } from '#contract/define';
import type { EngineEvent } from '#contract/events';
import type { KeyKeeper } from '../../platform/key-keeper';
import type { SharedNotes, SharedPerson } from '../../platform/shared-notes';
import type { Central } from '../../store/shared/central';
import type { Sharing } from '../../store/shared/sharing';
import type { Store } from '../../store/store';
import type { LogEntry } from '../backend-types';
import type { Agreements } from './agreement';
import type { ShareStanding } from './desk';
import type { CentralDoor, Proof } from './door';
import type { Waited } from './give-again';

export const sameLook = (a: readonly SharedPerson[], b: readonly SharedPerson[]): boolean =>
  a.length === b.length && a.every(({ name, role }, at) => name === b[at]?.name && role === b[at]?.role);

export interface SharingParts {
  readonly door: CentralDoor;
  readonly keys: KeyKeeper;
  readonly environment: NodeJS.ProcessEnv | null;
  readonly now: () => string;
  readonly publish: (event: EngineEvent) => void;
  readonly log: (entry: LogEntry) => void;
  /** Gives a command that waited once more; throws what it is refused with. */
  readonly give: (command: Waited) => Promise<Reply>;
  /** The format of the files of this program. */
  readonly format: number;
  /** What this computer knows of a shared portfolio besides. */
  readonly notesOf: (sharing: Sharing) => SharedNotes;
  readonly agreements: Agreements;
  /** A person looks at what this engine answers; otherwise a script asks. */
  readonly watched: boolean;
}

/** The line between the open copy of a shared portfolio and its server. */
export interface SharingLine {
  readonly standing: () => ShareStanding;
  readonly store: () => Store | null;
  readonly central: () => Central | null;
  /** What entries of the open portfolio are signed with; `null`: it is private. */
  signs(): string | null;
  /** What somebody may not do, with the names of those who may. */
  advised(error: unknown): unknown;
  /** Keeps in mind who shares it. */
  knowPeople(people: readonly SharedPerson[]): Promise<void>;
  /** A portfolio was opened: resolves when its server was tried for the first time. */
  opened(store: Store, ready?: Central): Promise<void>;
  closed(): Promise<void>;
  /** @param proof left out: what this computer has */
  connect(proof?: Proof): Promise<void>;
  runAgain(id: string): Promise<void>;
  letGo(id: string): Promise<void>;
}

export const PRIVATE: ShareStanding = {
  ...{ state: 'private', message: '', since: null, provedBy: null, serverHead: null },
  ...{ here: [], people: [], program: null, held: false },
};
