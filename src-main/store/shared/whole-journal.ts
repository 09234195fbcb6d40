import { changesOf } from '../journal/changes';
import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import type { FactChange } from '../tables';
import type { CentralEntry } from './central';

const ENTRIES_A_PAGE = 200;

/** All entries of a portfolio that is being shared, in their order. */
export async function* wholeJournal(read: ReadHandle): AsyncGenerator<CentralEntry> {
  for (let after = 0; ; ) {
    const entries = tables(read).selectFrom('journal').selectAll().where('seq', '>', after);
    const page = await entries.orderBy('seq').limit(ENTRIES_A_PAGE).execute();
    if (page.length === 0) return;
    // Points of drift are in the copy that is left for whoever joins.
    for (const entry of page) yield { entry, changes: changesIn(read, entry.seq), payload: async () => null };
    after = page.at(-1)?.seq ?? after;
  }
}

async function* changesIn(read: ReadHandle, seq: number): AsyncGenerator<readonly FactChange[]> {
  for await (const { changes } of changesOf(read, seq)) yield changes;
}
