import { setTimeout as rest } from 'node:timers/promises';
import { listWaiting } from '../../store/shared/waiting';
import type { Store } from '../../store/store';
import { giveAgain, standAgain } from './give-again';
import type { SharingParts } from './sharing-line';

const GIVE_MS = 100;
const GIVE_LATER_MS = 3_000;
/** So long somebody who does something is kept while nothing of what they did without the server gets through. */
const GIVEN_MS = 2_000;

interface GivingParts extends Pick<SharingParts, 'now' | 'give'> {
  /** The portfolio that is open. */
  readonly store: () => Store | null;
  readonly connected: () => boolean;
  /** Why nothing may be written; `null`: it may. */
  readonly barred: () => string | null;
  readonly catchUp: () => Promise<void>;
  /** Some of it waits no longer. */
  readonly changed: () => void;
}

/** Gives what waited as soon as the server is there, until nothing waits. */
export interface Giving {
  start(of: Store): Promise<void>;
  /** Resolves when nothing is being given; a failure is its starter's. */
  ended(): Promise<void>;
  /** … or when all that still waits was tried, and none of it got through. */
  tried(): Promise<void>;
  /**
   * … or when nothing got through for longer than a person is kept: what is done now comes behind what waited, however much that is.
   *
   * @param first what giving begins with
   */
  given(first: Promise<void> | null): Promise<void>;
  /** Nobody who closes the portfolio waits for a pause. */
  hurry(): void;
}

/** Something that is so from `resolve` to `renew`. */
function signal() {
  let is = false;
  let waiting: (() => void)[] = [];
  return {
    resolved: (): Promise<void> => (is ? Promise.resolve() : new Promise((done) => void waiting.push(done))),
    resolve: (): void => {
      is = true;
      for (const done of waiting) done();
      waiting = [];
    },
    renew: (): void => {
      is = false;
    },
  };
}

export function createGiving({ now, give, store, connected, barred, catchUp, changed }: GivingParts): Giving {
  let giving: Promise<void> | null = null;
  const vain = signal();
  let pause = new AbortController();
  /** So many were given, taken or refused. */
  let through = 0;
  const counted: SharingParts['give'] = async (command) => {
    const reply = await give(command);
    if (reply.ok || reply.failure.code !== 'unavailable') through += 1;
    return reply;
  };

  const waits = async (of: Store): Promise<number> =>
    (await listWaiting(of.read)).filter(({ refusal }) => refusal === null).length;

  const giveAll = async (of: Store): Promise<void> => {
    const goesOn = (): boolean => store() === of;
    while (goesOn()) {
      pause = new AbortController();
      if (!connected()) {
        // What was taken back to be shared stands here meanwhile, as it did. What stopped for good is not written anywhere.
        if (barred() === null) await standAgain(of, { now, give, goesOn }, 'unsent');
        if (!connected()) return;
      }
      const before = await waits(of);
      if (before === 0) return;
      await catchUp();
      await giveAgain(of, { now, give: counted, goesOn });
      if (!goesOn()) return;
      changed();
      // One of them lost its server on the way; the line is there again, or will be. A server that fails is not asked all the time.
      const ms = (await waits(of)) < before ? GIVE_MS : GIVE_LATER_MS;
      if (ms === GIVE_LATER_MS) vain.resolve();
      else vain.renew();
      await rest(ms, null, { signal: pause.signal }).catch(() => undefined);
    }
  };

  const ended = async (): Promise<void> => giving?.catch(() => undefined);
  const tried = (): Promise<void> => Promise.race([ended(), vain.resolved()]);

  return {
    // Never two at once. One of these commands may itself find the server gone and come back here.
    start: (of) => {
      pause.abort();
      if (connected()) vain.renew();
      giving ??= giveAll(of).finally(() => {
        giving = null;
      });
      return giving;
    },
    ended,
    tried,
    given: async (first) => {
      if (first === null && giving === null) return;
      let done = false;
      const all = (first ?? Promise.resolve()).then(tried).finally(() => {
        done = true;
      });
      for (let before = -1; !done && before !== through; ) {
        before = through;
        const patience = new AbortController();
        await Promise.race([all, rest(GIVEN_MS, null, { signal: patience.signal }).catch(() => undefined)]);
        patience.abort();
      }
    },
    hurry: () => pause.abort(),
  };
}
