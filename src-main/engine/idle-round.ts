import type { Store } from '../store/store';
import type { Workspace } from './workspace';

/** So long nobody asked for anything: what takes a moment disturbs nobody then. */
const IDLE_MS = 20_000;
/** Between two rounds of one portfolio. */
const AGAIN_MS = 10 * 60_000;

export interface IdleRound {
  /** Somebody asked for something, at this moment (ms of a clock that only goes on). */
  used(at: number): void;
  /** Something was found that cannot wait: the next call begins the work. */
  soon(): void;
  /** To be called now and then with the time. */
  tick(at: number): void;
}

/** Work on the open portfolio that waits until nobody asks for anything; never two at once. */
export function createIdleRound(workspace: Workspace, work: (store: Store) => Promise<void>): IdleRound {
  let used = 0;
  let done = Number.NEGATIVE_INFINITY;
  let of: Store | null = null;
  let running = false;
  let urgent = false;
  return {
    used: (at) => {
      used = at;
    },
    soon: () => {
      urgent = true;
    },
    tick: (at) => {
      const store = workspace.current();
      if (store !== of) {
        of = store;
        done = Number.NEGATIVE_INFINITY;
      }
      if (store === null || running) return;
      if (!urgent && (at - used < IDLE_MS || at - done < AGAIN_MS)) return;
      urgent = false;
      running = true;
      // What fails is told by the work itself; the portfolio may have been closed meanwhile.
      void work(store)
        .catch(() => undefined)
        .finally(() => {
          running = false;
          done = at;
        });
    },
  };
}
