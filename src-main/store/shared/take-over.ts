import { connectionOf } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import { lastEntry } from '../journal/journal';
import { traced } from '../trace/trace';
import { AlteredJournal } from './altered-journal';
import type { Central, CentralEntry } from './central';
import { replayEntry } from './replay';
import { rewindTo } from './rewind';
import { kept } from './send';
import type { CaughtUp, Transact } from './shared-copy';
import { findSharing, noteShared } from './sharing';
import { settleWaiting } from './waiting';

/** Entries of so many changes together are written in one transaction; a larger one has its own and is read as it comes. */
const CHANGES_TOGETHER = 20_000;
const ENTRIES_TOGETHER = 2_000;

/**
 * Takes over what others wrote, in the order of the server.
 *
 * @throws AlteredJournal where the server's journal is not the one that this copy has a part of
 */
export async function takeOver(read: ReadHandle, transact: Transact, central: Central, now: string): Promise<CaughtUp> {
  let entries = 0;
  const modelIds = new Set<string>();
  const sharing = await findSharing(read);
  if (sharing === null) return { entries, sources: [], modelIds };
  const write = async (batch: readonly CentralEntry[]): Promise<void> =>
    transact({ bulk: true, unsynced: false }, async (writing) => {
      for (const id of await takeBack(writing, now)) modelIds.add(id);
      for (const one of batch) {
        if (await isThere(writing, one)) continue;
        const { modelIds: concerned } = await replayEntry(writing, one, now);
        await noteShared(writing, one.entry.seq, one.entry.hash);
        await settleWaiting(writing, one.entry);
        entries += 1;
        for (const id of concerned) modelIds.add(id);
      }
    });
  const { writes } = await traced(async () => {
    if (((await lastEntry(read))?.seq ?? 0) > sharing.seq) await write([]);
    for await (const batch of batches(central, sharing.seq)) await write(batch);
  });
  return { entries, sources: writes, modelIds };
}

async function takeBack(writing: ReadHandle, now: string): Promise<ReadonlySet<string>> {
  const [sharing, last] = [await findSharing(writing), await lastEntry(writing)];
  if (sharing === null || (last?.seq ?? 0) <= sharing.seq) return new Set();
  return rewindTo(writing, sharing.seq, now);
}

/** Another program of this computer, which has the same copy open, may have taken it over. */
async function isThere(writing: ReadHandle, { entry }: CentralEntry): Promise<boolean> {
  const own = connectionOf(writing).sqlite.prepare<[number], string>('SELECT hash FROM journal WHERE seq = ?');
  const hash = own.pluck().get(entry.seq);
  if (hash === undefined) return false;
  if (hash !== entry.hash) throw new AlteredJournal(entry.seq, entry);
  return true;
}

/** What is small is fetched before anything is written, so that nobody waits for a server while the file is locked. */
async function* batches(central: Central, after: number): AsyncGenerator<readonly CentralEntry[]> {
  let batch: CentralEntry[] = [];
  let changes = 0;
  for await (const one of central.entriesAfter(after)) {
    if (one.entry.changes > CHANGES_TOGETHER) {
      if (batch.length > 0) yield batch;
      [batch, changes] = [[], 0];
      yield [one];
      continue;
    }
    batch.push(await kept(one));
    changes += one.entry.changes;
    if (changes < CHANGES_TOGETHER && batch.length < ENTRIES_TOGETHER) continue;
    yield batch;
    [batch, changes] = [[], 0];
  }
  if (batch.length > 0) yield batch;
}
