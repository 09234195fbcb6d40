import type { Output } from '#contract/index';
import type { Store } from '../store/store';
import type { Workspace } from './workspace';

type Connection = Output<'connections.list'>['connections'][number];

/** How often is looked which connections are due. */
const LOOK_MS = 60_000;
/** A portfolio that was just opened is shown first. */
const OPENING_MS = 5_000;

export interface RefreshRound {
  /** To be called now and then with the time (ms since 1970). */
  tick(at: number): void;
}

/**
 * Reads the connections of the open portfolio that are due, one after another, where somebody agreed to it on this computer: what
 * they bring waits for somebody. Nothing is read of one that a person has to mend first.
 */
export function createRefreshRound(
  workspace: Pick<Workspace, 'current'>,
  list: () => Promise<readonly Connection[]>,
  read: (id: string) => Promise<unknown>,
): RefreshRound {
  let of: Store | null = null;
  let next = 0;
  let opening = false;
  let running = false;

  const round = async (at: number, opened: boolean): Promise<void> => {
    const store = of;
    for (const connection of await list()) {
      if (workspace.current() !== store) return;
      if (isDue(connection, new Date(at).toISOString(), opened)) await read(connection.id);
    }
  };

  return {
    tick: (at) => {
      const store = workspace.current();
      if (store !== of) {
        of = store;
        opening = true;
        next = at + OPENING_MS;
      }
      if (store === null || running || at < next) return;
      next = at + LOOK_MS;
      running = true;
      const opened = opening;
      opening = false;
      // What is in the way is noted with the connection; the portfolio may have been closed meanwhile.
      void round(at, opened)
        .catch(() => undefined)
        .finally(() => {
          running = false;
        });
    },
  };
}

function isDue({ agreed, secret, refresh, next }: Connection, now: string, opened: boolean): boolean {
  if (!agreed || secret === 'missing') return false;
  if (refresh === 'on_opening') return opened;
  return next !== null && next <= now;
}
