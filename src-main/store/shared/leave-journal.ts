import { changesOf } from '../journal/changes';
import { tables } from '../journal/connection';
import type { Store } from '../store';
import type { Central } from './central';

export interface LeftJournal {
  readonly seq: number;
  readonly hash: string;
}

const NOTHING: LeftJournal = { seq: 0, hash: '' };

/**
 * Brings the whole journal of a portfolio that is being shared to its server, where only the founder can enter yet. Entries keep the
 * names that they were signed with: the server knows that they are of before.
 *
 * @param after what is there already
 */
export function leaveJournal(store: Store, central: Central, after: LeftJournal = NOTHING): Promise<LeftJournal> {
  return store.snapshot(async (read) => {
    let left = after;
    for (;;) {
      const entries = tables(read).selectFrom('journal').selectAll().where('seq', '>', left.seq);
      const page = await entries.orderBy('seq').limit(200).execute();
      if (page.length === 0) return left;
      for (const entry of page) {
        const stage = await central.stage();
        for await (const { changes } of changesOf(read, entry.seq)) await stage.add(changes);
        await stage.append(entry, null);
        left = { seq: entry.seq, hash: entry.hash };
      }
    }
  });
}
