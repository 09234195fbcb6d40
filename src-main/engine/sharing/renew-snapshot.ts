import { rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { openPortfolio, writePlainCopy } from '../../store/files';
import { journalHead } from '../../store/journal/changed-since';
import { verifyJournal } from '../../store/journal/verify';
import type { Central, Role } from '../../store/shared/central';
import { countSince, findSharing } from '../../store/shared/sharing';
import type { Store } from '../../store/store';

export interface Since {
  readonly entries: number;
  readonly changes: number;
}

/** Whoever joins does again what came after the newest copy: more than this keeps them waiting for long. */
const LONG: Since = { entries: 5_000, changes: 100_000 };
/** So many entries later it is looked at again. */
const AGAIN = 500;

/** Those whom everybody relies on anyway; a joiner holds a copy against its journal, whoever left it. */
const LEAVES: ReadonlySet<Role> = new Set(['approver', 'owner']);

/**
 * Leaves a new copy for those who join, where the log since the last one has become long.
 *
 * @returns whether one was left
 */
export async function renewSnapshot(store: Store, central: Central, now: string, long = LONG): Promise<boolean> {
  if (!LEAVES.has(central.member.role) || (await findSharing(store.read)) === null) return false;
  const last = await central.newestSnapshot();
  // Where there is none, its founding is still going on, or broke off.
  if (last === null) return false;
  const since = countSince(store.read, last.seq);
  if (since.entries < long.entries && since.changes < long.changes) return false;
  const path = join(dirname(store.path), `.${basename(store.path)}.copy.part`);
  rmSync(path, { force: true });
  try {
    await writePlainCopy(store, path);
    const copy = openPortfolio(path, now);
    const { seq, hash } = journalHead(copy.read);
    // Whoever joins holds it against its journal as well, and would not take it: the one that is there is a good one.
    const { whole } = await verifyJournal(copy.read).finally(() => copy.close());
    if (!whole) return false;
    // What only this copy has is not for others yet.
    if ((await central.hashOf(seq)) !== hash) return false;
    // Somebody else left one meanwhile: a second would take the place of the one that is being fetched.
    if ((await central.newestSnapshot())?.seq !== last.seq) return false;
    await central.leaveSnapshot(seq, hash, path);
    return true;
  } finally {
    for (const part of [path, `${path}-wal`, `${path}-shm`]) rmSync(part, { force: true });
  }
}

/** Looks now and then whether a copy is due, one at a time; nobody waits for it, and what fails is tried again later. */
export function createRenewal(central: () => Central | null, now: () => string) {
  let running: Promise<unknown> | null = null;
  let looked = Number.NEGATIVE_INFINITY;
  return {
    look(store: Store, head: number): void {
      const found = central();
      if (found === null || running !== null || head - looked < AGAIN) return;
      looked = head;
      running = renewSnapshot(store, found, now())
        .catch(() => undefined)
        .finally(() => {
          running = null;
        });
    },
    /** Resolves when nothing of it goes on any more. */
    async ended(): Promise<void> {
      await running;
      looked = Number.NEGATIVE_INFINITY;
    },
  };
}
