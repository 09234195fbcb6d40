import { setTimeout as rest } from 'node:timers/promises';
import { DomainError } from '../../failure/domain-error';
import type { SharedPerson } from '../../platform/shared-notes';
import { AlteredJournal } from '../../store/shared/altered-journal';
import { type Central, type CentralHead, CentralLost } from '../../store/shared/central';
import { findSharing, type Sharing } from '../../store/shared/sharing';
import type { Store } from '../../store/store';
import { changedEvent, changedOutside } from '../change-events';
import { advised } from './advised';
import { notAgreed } from './agreement';
import { noteAway } from './away';
import type { ShareStanding } from './desk';
import type { Proof } from './door';
import { giveAgain } from './give-again';
import { createGiving } from './giving';
import { olderServer, otherProgram, otherProgramIn, whyStopped } from './refusals';
import { createRenewal } from './renew-snapshot';
import { findProof } from './secrets';
import { PRIVATE, type SharingLine, type SharingParts, sameLook } from './sharing-line';

/** Between two tries to reach a server, the last one for ever. */
const AGAIN_MS = [1_000, 2_000, 5_000, 10_000, 30_000] as const;
/** Within this time an answer that was lost is asked for. */
const LOST_MS = 5_000;

export function createSharingLine(parts: SharingParts): SharingLine {
  const { door, keys, environment, now, publish, log, give, format, notesOf, agreements, watched } = parts;
  let store: Store | null = null;
  let sharing: Sharing | null = null;
  let central: Central | null = null;
  let standing = PRIVATE;
  let barred: string | null = null;
  let timer: NodeJS.Timeout | null = null;
  let tries = 0;
  let catching: Promise<void> | null = null;
  let more = false;
  let connecting: Promise<void> | null = null;

  const renewal = createRenewal(() => central, now);

  const stand = (next: Partial<ShareStanding>): void => {
    const since = next.state === undefined || next.state === standing.state ? standing.since : now();
    standing = { ...standing, since, ...next };
    publish(changedOutside('sharing'));
  };

  const wait = (): void => {
    if (timer !== null || store === null) return;
    timer = setTimeout(
      () => {
        timer = null;
        void connect();
      },
      AGAIN_MS[Math.min(tries, AGAIN_MS.length - 1)],
    );
    timer.unref();
    tries += 1;
  };

  /** From here on nobody sees what others do. */
  const leave = (): void => {
    if (watched && sharing !== null) notesOf(sharing).setLeft(now());
  };

  const lost = (why: CentralLost): void => {
    const was = central;
    central = null;
    void was?.close().catch(() => undefined);
    if (store === null) return;
    if (was !== null) leave();
    stand({ state: why.final ? 'refused' : 'offline', message: why.message, here: [] });
    if (!why.final) wait();
  };

  /** Something that trying again does not mend: nothing more is written to the server. */
  const stop = (error: unknown): void => {
    const was = central;
    central = null;
    void was?.close().catch(() => undefined);
    barred = whyStopped(error, standing.people);
    if (was !== null) leave();
    stand({ state: 'refused', message: barred, here: [], program: otherProgramIn(error), held: true });
    if (!(error instanceof DomainError || error instanceof AlteredJournal))
      log({ level: 'error', event: 'sharing stopped', error: String(error) });
  };

  /** Whoever joined has the copy as far as it is whole, and is told why no further. */
  const keptUpTo = (error: unknown): void => {
    if (!(error instanceof AlteredJournal)) throw error;
    stop(error);
  };

  const failed = (error: unknown): void => {
    if (error instanceof CentralLost) lost(error);
    else stop(error);
  };

  /** An owner may bring it to a newer program while this one is connected. */
  const headOf = async (of: Central): Promise<CentralHead> => {
    const head = await of.head();
    if (head.format !== format) throw otherProgram({ theirs: head.format, ours: format, role: of.member.role });
    return head;
  };

  const catchUpOnce = async (of: Store): Promise<void> => {
    // Before anything is taken over: entries of another program are not to be mixed in.
    if (central !== null) await headOf(central);
    const caught = await of.shared.catchUp(now());
    if (caught.entries > 0 || caught.modelIds.size > 0) publish(changedEvent(caught));
    if (central === null) return;
    const { seq } = await headOf(central);
    stand({ serverHead: seq });
    if (standing.state === 'connected') renewal.look(of, seq);
  };

  /** Never two at once; what is told meanwhile is looked for once more. */
  const catchUp = (): Promise<void> => {
    const of = store;
    if (of === null) return Promise.resolve();
    more = true;
    catching ??= (async () => {
      try {
        while (more && store === of) {
          more = false;
          await catchUpOnce(of);
        }
      } finally {
        catching = null;
      }
    })();
    return catching;
  };

  const giving = createGiving({
    ...{ now, give, catchUp },
    store: () => store,
    connected: () => central !== null,
    barred: () => barred,
    changed: () => stand({}),
  });

  const look = async (): Promise<void> => {
    if (central !== null) stand({ here: await central.presence() });
  };

  /** Whom to ask is said without the server as well. */
  const knowPeople = async (people: readonly SharedPerson[]): Promise<void> => {
    const own = people.find(({ name }) => name === sharing?.name);
    if (sharing !== null && !sameLook(standing.people, people)) notesOf(sharing).setPeople(people);
    standing = { ...standing, people };
    if (store === null || sharing === null || own === undefined || own.role === sharing.role) return;
    // An owner gave another role meanwhile.
    sharing = { ...sharing, role: own.role };
    await store.shared.noteRole(sharing.name, own.role);
    stand({});
  };

  /** @param fresh the copy was just made: nobody was away from it */
  const use = async (of: Store, found: Central, fresh = false): Promise<void> => {
    const { seq, hash } = (await findSharing(of.read)) ?? { seq: 0, hash: '' };
    await knowPeople(await found.members());
    const head = await headOf(found);
    if (head.seq < seq) throw olderServer(seq - head.seq);
    if (seq > 0 && (await found.hashOf(seq)) !== hash) throw new AlteredJournal(seq);
    found.onLost((why) => {
      if (central === found) lost(why);
    });
    found.onNews((news) => {
      if (central === found) void (news === 'entry' ? catchUp() : look()).catch(failed);
    });
    central = found;
    barred = null;
    const { name, role } = found.member;
    if (sharing !== null && (sharing.name !== name || sharing.role !== role)) {
      await of.shared.noteRole(name, role);
      sharing = { ...sharing, name, role };
    }
    stand({
      state: 'catching_up',
      message: '',
      serverHead: head.seq,
      provedBy: found.provedBy,
      program: null,
      held: false,
    });
    await catchUp();
    if (sharing !== null && !fresh)
      await noteAway(of.read, { notes: notesOf(sharing), after: seq, self: name, watched });
    tries = 0;
    stand({ state: 'connected', message: '' });
    void giving
      .start(of)
      .catch(failed)
      .then(() => renewal.look(of, standing.serverHead ?? 0));
    await look();
  };

  const connectNow = async (proof?: Proof): Promise<void> => {
    const of = store;
    if (of === null || sharing === null || central !== null) return;
    if (timer !== null) clearTimeout(timer);
    timer = null;
    // Whoever wrote the file named the server: before somebody agrees it hears nothing, and nothing that is secret is looked for.
    if (!agreements.has(sharing)) return stand({ state: 'offline', message: notAgreed(sharing.address) });
    if (standing.state === 'private') stand({ state: 'connecting', message: '' });
    try {
      const own = proof ?? (await findProof(keys, sharing.address, environment));
      if (own === null) {
        stand({ state: 'offline', message: 'This computer has no password for the server. Give it to connect.' });
        return;
      }
      const found = await door.connect({ ...sharing.address, proof: own }, sharing.portfolio);
      if (store !== of) return await found.close();
      await use(of, found);
    } catch (error) {
      if (store === of) failed(error);
    }
  };

  const connect = (proof?: Proof): Promise<void> => {
    connecting ??= connectNow(proof).finally(() => {
      connecting = null;
    });
    return connecting;
  };

  /** What waited is given when the server is there and what others wrote is here. */
  const given = (): Promise<void> => giving.given(central === null ? null : connecting);

  /** After an answer was lost: whoever waits for it is kept for some seconds at most. */
  const again = async (): Promise<Central | null> => {
    if (central !== null) lost(new CentralLost('The server stopped answering.', true));
    const patience = AbortSignal.timeout(LOST_MS);
    const long = rest(2 * LOST_MS, null, { signal: patience }).catch(() => undefined);
    while (central === null && store !== null && standing.state !== 'refused' && !patience.aborted) {
      // A try may itself take longer than that; it goes on behind them.
      await Promise.race([connect(), long]);
      if (central === null) await rest(200);
    }
    return central;
  };

  return {
    standing: () => standing,
    store: () => store,
    central: () => central,
    signs: () => sharing?.name ?? null,
    advised: (error) => (sharing === null ? error : advised(error, standing.people, sharing)),
    knowPeople,
    opened: async (next, ready) => {
      store = next;
      try {
        sharing = await findSharing(next.read);
      } catch (error) {
        // It is read, and left: writing asks for the same row and is refused with the same words.
        return stop(error);
      }
      if (sharing === null) return;
      standing = { ...standing, people: notesOf(sharing).people() };
      next.shared.use({ central: () => central, barred: () => barred, given, again });
      await (ready === undefined ? connect() : use(next, ready, true).catch(keptUpTo));
      if (central === null && store === next) void giving.start(next).catch(failed);
      await giving.tried();
    },
    closed: async () => {
      const was = central;
      if (was !== null) leave();
      [store, sharing, central, standing] = [null, null, null, PRIVATE];
      if (timer !== null) clearTimeout(timer);
      timer = null;
      tries = 0;
      barred = null;
      await was?.close().catch(() => undefined);
      giving.hurry();
      await giving.ended();
      await renewal.ended();
    },
    connect: async (proof) => {
      tries = 0;
      await connecting;
      await connect(proof);
      await giving.tried();
    },
    letGo: async (id) => {
      if (store === null) return;
      const changed = await store.shared.takeBack(id, now());
      if (changed.modelIds.size > 0) publish(changedEvent(changed));
      // What was done after it without the server stands on its own.
      if (central === null) await giving.start(store);
    },
    runAgain: async (id) => {
      if (store !== null) await giveAgain(store, { now, give, only: id });
    },
  };
}
