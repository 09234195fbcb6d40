import { existsSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DomainError } from '../../failure/domain-error';
import type { KeyKeeper } from '../../platform/key-keeper';
import type { SharedNotes } from '../../platform/shared-notes';
import { writePlainCopy } from '../../store/files';
import { type Head, journalHead } from '../../store/journal/changed-since';
import { verifyJournal } from '../../store/journal/verify';
import { type Central, type CentralEntry, CentralLost, type Member } from '../../store/shared/central';
import { findSharing, knownSharing, type Sharing, sharedAs } from '../../store/shared/sharing';
import { listWaiting } from '../../store/shared/waiting';
import type { Store } from '../../store/store';
import type { Workspace } from '../workspace';
import { type Agreements, refuseUnagreed, toConfirm } from './agreement';
import type { ShareState, SharingDesk } from './desk';
import type { CentralDoor, Founded, Login } from './door';
import { fetchCopy } from './fetch-copy';
import { keepWaiting, keptAsItIs } from './keep-waiting';
import { findProof, forgetProof, isRemembered, keepProof } from './secrets';
import type { SharingLine, SharingParts } from './sharing-line';

interface DeskParts {
  readonly door: CentralDoor;
  readonly keys: KeyKeeper;
  readonly environment: NodeJS.ProcessEnv | null;
  readonly now: () => string;
  readonly give: SharingParts['give'];
  readonly workspace: () => Workspace;
  readonly notesOf: (sharing: Sharing) => SharedNotes;
  readonly agreements: Agreements;
  /** The next portfolio that is opened is the copy that this connection is of. */
  readonly hand: (central: Central) => void;
}

/** @param line between the open portfolio and its server */
export function createSharingDesk(
  line: SharingLine,
  { door, keys, environment, now, give, workspace, notesOf, agreements, hand }: DeskParts,
): SharingDesk {
  const connected = (): Central => {
    const central = line.central();
    if (central !== null) return central;
    const { state, message } = line.standing();
    throw new DomainError(
      state === 'private' ? 'invalid_input' : 'unavailable',
      state === 'private'
        ? 'This portfolio is not shared; share it first.'
        : `The server cannot be asked just now, and nothing was changed. ${message}`,
    );
  };
  /** What this computer has of a login that came without anything. */
  const proven = async (login: Login): Promise<Login> => {
    const { proof, ...address } = login;
    if (proof.password !== undefined || proof.certificate !== undefined) return login;
    return { ...login, proof: (await findProof(keys, address, environment)) ?? proof };
  };
  /** Of the server that the file names. */
  const provenOf = (sharing: Sharing): Promise<Login> => {
    refuseUnagreed(agreements, sharing);
    return proven({ ...sharing.address, proof: {} });
  };
  const notesFor = async (store: Store): Promise<SharedNotes | null> => {
    const sharing = await knownSharing(store.read);
    return sharing && notesOf(sharing);
  };
  const known = async (central: Central): Promise<readonly Member[]> => {
    const members = await central.members();
    await line.knowPeople(members);
    return members;
  };
  return {
    standing: line.standing,
    test: told(async (login, what) => door.test(await proven(login), what)),
    create: told(async (store: Store, given: Login, { name, format, portfolio, remember }) => {
      await refuseUnfit(store);
      const login = await proven(given);
      const founded = await door.found(login, { name: portfolio, signs: name, format, head: journalHead(store.read) });
      const { portfolio: id } = founded;
      let { central } = founded;
      const { proof, ...address } = login;
      try {
        await keepProof(keys, address, proof, remember);
        await store.shared.found(
          { portfolio: id, address, name, role: 'owner', joined_at: now() },
          async (entries, head) => {
            central = await bring(store, founded, entries, head);
          },
        );
        agreements.note({ portfolio: id, address });
      } catch (error) {
        await central.close().catch(() => undefined);
        await founded.abandon().catch(() => undefined);
        throw error;
      }
      await line.opened(store, central);
      return id;
    }),
    prepare: told(async (store: Store, user, { name, format, portfolio }) => {
      const sharing = await findSharing(store.read);
      if (sharing !== null) {
        const sql = await door.missing(await provenOf(sharing), sharing.portfolio);
        return { portfolio: sharing.portfolio, sql };
      }
      if (user !== '') return door.prepare(user, { name: portfolio, signs: name || user, format });
      throw new DomainError('invalid_input', 'Say which login is to be the owner of the shared portfolio.');
    }),
    join: told(async (given: Login, portfolio: string, file: string, remember: boolean) => {
      if (existsSync(file))
        throw new DomainError(
          'conflict',
          `${basename(file)} exists already and was not overwritten. Choose another name.`,
        );
      const login = await proven(given);
      const central = await door.connect(login, portfolio);
      const { proof, ...address } = login;
      try {
        await fetchCopy(central, file, { portfolio, address, now: now() });
        await keepProof(keys, address, proof, remember);
        agreements.note({ portfolio, address });
      } catch (error) {
        await central.close().catch(() => undefined);
        for (const part of [file, `${file}-wal`, `${file}-shm`]) rmSync(part, { force: true });
        throw error;
      }
      hand(central);
      return workspace().open(file);
    }),
    leave: async (store, discard) => {
      const sharing = await knownSharing(store.read);
      if (sharing === null && sharedAs(store.read) === null)
        throw new DomainError('invalid_input', 'This portfolio is not shared; it is private already.');
      if (sharing === null && discard)
        throw new DomainError(
          'refused',
          'What of this file is shared cannot be read from it, so that nothing can be taken back; nothing was changed. Leave it with what stands in it (--keep).',
        );
      await line.closed();
      store.shared.use(null);
      if (discard) for (const { id } of await listWaiting(store.read)) await store.shared.takeBack(id, now());
      const keep = () => (sharing === null ? keptAsItIs(store) : keepWaiting(store, { now, give }));
      const kept = discard ? { kept: 0, dropped: [] } : await keep();
      await store.shared.drop();
      // A file that came from elsewhere may name a server that another portfolio here is shared on.
      if (sharing !== null && agreements.has(sharing)) {
        await forgetProof(keys, sharing.address);
        agreements.drop(sharing);
      }
      await line.opened(store);
      return kept;
    },
    connect: async (proof, remember, agree): Promise<ShareState> => {
      const store = line.store();
      const sharing = store && (await findSharing(store.read));
      if (!store || !sharing) throw new DomainError('invalid_input', 'This portfolio is not shared; share it first.');
      const given = proof.password !== undefined || proof.certificate !== undefined;
      if (agree !== undefined && agree !== toConfirm(sharing.address).agree)
        throw new DomainError(
          'conflict',
          'The file names another server, login or CA than the one that was confirmed. Nothing was sent. Look at it again.',
        );
      if (agree !== undefined) agreements.note(sharing);
      if (given) refuseUnagreed(agreements, sharing);
      await line.connect(given ? proof : undefined);
      const { state, message } = line.standing();
      if (given && line.central() !== null) await keepProof(keys, sharing.address, proof, remember === true);
      if (given && line.central() === null) throw new DomainError('unavailable', message);
      return state;
    },
    update: told(async (format) => {
      const store = line.store();
      const sharing = store && (await findSharing(store.read));
      if (!sharing) throw new DomainError('invalid_input', 'This portfolio is not shared; share it first.');
      const login = await provenOf(sharing);
      await door.update(login, sharing.portfolio, format);
      await line.connect();
      return line.standing().state;
    }),
    toConfirm: async (store) => {
      const sharing = await knownSharing(store.read);
      return sharing === null || agreements.has(sharing) ? null : toConfirm(sharing.address);
    },
    isRemembered: async (store) => {
      const sharing = await knownSharing(store.read);
      return sharing !== null && agreements.has(sharing) && isRemembered(keys, sharing.address);
    },
    runAgain: line.runAgain,
    letGo: line.letGo,
    members: told(() => known(connected())),
    setRole: told(async (user, name, role) => {
      const central = connected();
      await central.setRole(user, name, role).catch((error: unknown) => {
        throw line.advised(error);
      });
      return known(central);
    }),
    away: async (store) => (await notesFor(store))?.away() ?? null,
    looked: async (store) => (await notesFor(store))?.setAway(null),
    announce: async (page, modelId, edits) => {
      const central = line.central();
      if (central === null) return false;
      // It is told again at the next step; nobody waits for it.
      return central.announce({ page, modelId, edits }).then(
        () => true,
        () => false,
      );
    },
    verify: told(async () => (line.central() === null ? null : connected().verify())),
  };
}

/** What breaks on the way to a server is a sentence for the person. */
function told<A extends readonly unknown[], T>(work: (...input: A) => Promise<T>): (...input: A) => Promise<T> {
  return async (...input) => {
    try {
      return await work(...input);
    } catch (error) {
      if (error instanceof CentralLost) throw new DomainError('unavailable', error.message);
      throw error;
    }
  };
}

async function refuseUnfit(store: Store): Promise<void> {
  if ((await findSharing(store.read)) !== null)
    throw new DomainError('conflict', 'This portfolio is shared already. Leave it first to share it elsewhere.');
  if (store.readOnly || store.place() !== 'here')
    throw new DomainError(
      'read_only',
      'This portfolio cannot be written where it lies. Copy it to another place and share that.',
    );
  if (!(await store.snapshot(verifyJournal)).ok)
    throw new DomainError(
      'bad_file',
      'This portfolio is not what its journal says, so that nobody could join it, and it was not shared. “Verify” in the journal says what was altered or is damaged; open a backup, or repair it, and share that.',
    );
}

const besides = (store: Store): string => join(dirname(store.path), `.${basename(store.path)}.sharing.part`);

/** The journal, then a copy for those who join, then it is open: until then another try goes on. Nobody writes here meanwhile. */
async function bring(
  store: Store,
  { central, adopt, open }: Founded,
  entries: AsyncIterable<CentralEntry>,
  { seq, hash }: Head,
): Promise<Central> {
  await adopt(entries);
  const newest = await central.newestSnapshot();
  // Only what is open shows its copies: an earlier try came as far, and did not hear of it.
  if (newest?.seq === seq && newest.hash === hash) return open();
  const path = besides(store);
  rmSync(path, { force: true });
  try {
    await writePlainCopy(store, path);
    await central.leaveSnapshot(seq, hash, path);
  } finally {
    for (const part of [path, `${path}-wal`, `${path}-shm`]) rmSync(part, { force: true });
  }
  return open();
}
