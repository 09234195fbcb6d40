import { settleDrift } from '../drift/settle';
import { changesBackwards } from '../journal/changes';
import { connectionOf, tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import { Recorder } from '../journal/recorder';
import type { FactChange } from '../tables';
import { AlteredJournal } from './altered-journal';
import { findSharing } from './sharing';
import { forgetEntry, unlocked } from './sqlite/unlocked';
import { noteOfWaiting } from './waiting';

/**
 * Takes the entries back that only this copy has: what was done without the server, and is done again behind what others did.
 * Their commands stay in `sharing_waiting`.
 *
 * @param read of a connection that is in a transaction, which the caller commits or rolls back
 * @param shared the newest entry that the server has
 * @throws AlteredJournal where this copy has an entry that neither the server has nor a command that waits
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
  const waiting = await tables(read).selectFrom('sharing_waiting').select('seq').where('seq', 'is not', null).execute();
  const known = new Set(waiting.map(({ seq }) => seq));
  // Nobody could do again what no command is kept of.
  const stray = entries.find(({ seq }) => !known.has(seq));
  if (stray) throw new AlteredJournal(stray.seq);
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

/**
 * Takes a command back that waits; what only this copy has goes with it where it has an entry here, and is given again.
 *
 * @param id `null`: what only this copy has, and all of it goes on waiting
 */
export async function takeBackWaiting(read: ReadHandle, id: string | null, now: string): Promise<ReadonlySet<string>> {
  const sharing = await findSharing(read);
  const back = async (): Promise<ReadonlySet<string>> =>
    sharing === null ? new Set<string>() : rewindTo(read, sharing.seq, now);
  if (id === null) return back();
  const found = tables(read).selectFrom('sharing_waiting').select('seq').where('id', '=', id);
  const here = (await found.executeTakeFirst())?.seq ?? null;
  const modelIds = here === null ? new Set<string>() : await back();
  await noteOfWaiting(read, id, { do: 'let_go' });
  return modelIds;
}
