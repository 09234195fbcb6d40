import { settleDrift } from '../drift/settle';
import { changesBackwards } from '../journal/changes';
import { connectionOf, tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import { Recorder } from '../journal/recorder';
import type { FactChange } from '../tables';
import { forgetEntry, unlocked } from './sqlite/unlocked';

/**
 * Takes the entries back that only this copy has: what was done without the server, and is done again behind what others did.
 * Their commands stay in `sharing_waiting`.
 *
 * @param read of a connection that is in a transaction, which the caller commits or rolls back
 * @param shared the newest entry that the server has
 * @returns the models that are others than they were
 */
export async function rewindTo(read: ReadHandle, shared: number, now: string): Promise<ReadonlySet<string>> {
  const { db, sqlite } = connectionOf(read);
  const entries = await tables(read)
    .selectFrom('journal')
    .select('seq')
    .where('seq', '>', shared)
    .orderBy('seq', 'desc')
    .execute();
  const modelIds = new Set<string>();
  if (entries.length > 0)
    await unlocked(sqlite, async () => {
      for (const { seq } of entries) {
        const pages: (readonly FactChange[])[] = [];
        for await (const { changes } of changesBackwards(read, seq)) pages.push(changes);
        forgetEntry(sqlite, seq);
        const recorder = new Recorder(read, seq, noNewIds);
        for (const changes of pages) await recorder.reverse(changes);
        await recorder.finish();
        // What turning back noted is forgotten with it.
        forgetEntry(sqlite, seq);
        if (recorder.changes > 0) await settleDrift(recorder, now);
        for (const id of recorder.modelIds) modelIds.add(id);
      }
    });
  await db.updateTable('sharing_waiting').set({ seq: null }).where('seq', 'is not', null).execute();
  return modelIds;
}

function noNewIds(): string {
  throw new Error('turning back makes no rows of its own');
}
