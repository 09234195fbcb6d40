import { settleDrift } from '../drift/settle';
import { connectionOf } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import { lastEntry } from '../journal/journal';
import { entryHash, GENESIS } from '../journal/journal-chain';
import { insertFields } from '../journal/journal-fields';
import { Recorder } from '../journal/recorder';
import type { FactChange } from '../tables';
import { AlteredJournal, isUnfit, UnfitEntry } from './altered-journal';
import type { CentralEntry } from './central';
import { unpackWorkings } from './sqlite/workings';

export interface Replayed {
  readonly modelIds: ReadonlySet<string>;
}

/**
 * Takes over an entry of the shared journal: does to the rows what it says, and stores it as it is. Both hashes are worked out
 * on the way from what was done here, so that an entry which is not what its author wrote is not taken.
 *
 * @param read of a connection that is in a transaction, which the caller commits or rolls back
 * @param now for what follows from the entry; ISO
 * @throws AlteredJournal where the entry does not follow from the one before it, or its changes are others; UnfitEntry where they
 * cannot be done to the rows that are here
 */
export async function replayEntry(read: ReadHandle, one: CentralEntry, now: string): Promise<Replayed> {
  const { entry } = one;
  const previous = await lastEntry(read);
  if (entry.seq !== (previous?.seq ?? 0) + 1 || entry.prev_hash !== (previous?.hash ?? GENESIS))
    throw new AlteredJournal(entry.seq, entry);
  try {
    return await replayNext(read, one, now);
  } catch (error) {
    throw isUnfit(error) ? new UnfitEntry(entry, error) : error;
  }
}

async function replayNext(read: ReadHandle, { entry, changes, payload }: CentralEntry, now: string): Promise<Replayed> {
  const recorder = new Recorder(read, entry.seq, noNewIds);
  for await (const page of changes) await recorder.reverse(page.map(turned));
  const workings = await payload();
  if (workings !== null) unpackWorkings(connectionOf(read).sqlite, workings);
  const digest = await recorder.finish();
  if (recorder.changes !== entry.changes || entryHash(entry, digest) !== entry.hash)
    throw new AlteredJournal(entry.seq, entry);
  await connectionOf(read).db.insertInto('journal').values(entry).execute();
  insertFields(read, entry.seq, recorder.touched, recorder.topics);
  if (recorder.changes > 0) await settleDrift(recorder, now);
  return { modelIds: recorder.modelIds };
}

/** Turned back, it does what was done. */
const turned = (change: FactChange): FactChange => ({ ...change, before: change.after, after: change.before });

/** What follows from an entry is in it already. */
function noNewIds(): string {
  throw new Error('a replay makes no rows of its own');
}
