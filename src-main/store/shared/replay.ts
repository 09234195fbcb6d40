import { bringResults } from '../drift/brought-results';
import { settleDrift } from '../drift/settle';
import { DamagedPoints, ForgedPoints, type RecordedBatch } from '../drift/workings';
import { connectionOf } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import { lastEntry } from '../journal/journal';
import { entryHash, GENESIS } from '../journal/journal-chain';
import { insertFields } from '../journal/journal-fields';
import { Recorder } from '../journal/recorder';
import type { JournalRow } from '../journal/tables';
import type { FactChange } from '../tables';
import { AlteredJournal, AlteredPoints, DamagedHere, isUnfit, UnfitEntry } from './altered-journal';
import type { CentralEntry } from './central';
import { cellsOf, wholeImage } from './later';
import { checkTime, Images, Stages } from './refuse-unfit';
import { ForeignWorkings, unpackWorkings } from './sqlite/workings';

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
 * cannot be done to the rows that are here; AlteredPoints where the drift results that came with it are not those of its batches;
 * DamagedHere where those that were here before are not
 */
export async function replayEntry(read: ReadHandle, one: CentralEntry, now: string): Promise<Replayed> {
  const { entry } = one;
  const previous = await lastEntry(read);
  if (entry.seq !== (previous?.seq ?? 0) + 1 || entry.prev_hash !== (previous?.hash ?? GENESIS))
    throw new AlteredJournal(entry.seq, entry);
  try {
    return await replayNext(read, one, now);
  } catch (error) {
    throw isUnfit(error) && !(error instanceof AlteredJournal) ? new UnfitEntry(entry, error) : error;
  }
}

async function replayNext(read: ReadHandle, { entry, changes, payload }: CentralEntry, now: string): Promise<Replayed> {
  const recorder = new Recorder(read, entry.seq, noNewIds);
  const batches: RecordedBatch[] = [];
  const [images, stages] = [new Images(read), new Stages(read, entry)];
  checkTime(entry);
  for await (const page of changes) {
    for (const change of page) images.check(change);
    await recorder.reverse(page.map(turned));
    for (const change of page) {
      refuseOtherDigest(entry, change);
      stages.note(change);
    }
    batches.push(...page.flatMap(recordedBy));
  }
  await bringPoints(read, entry, batches, await payload());
  const digest = await recorder.finish();
  if (recorder.changes !== entry.changes || entryHash(entry, digest) !== entry.hash)
    throw new AlteredJournal(entry.seq, entry);
  stages.check();
  await connectionOf(read).db.insertInto('journal').values(entry).execute();
  insertFields(read, entry.seq, recorder.touched, recorder.topics);
  if (recorder.changes > 0) await settleDrift(recorder, now);
  return { modelIds: recorder.modelIds };
}

/** What came with an entry lies beside the journal: the digests of its batches, which are in its hash, prove it. */
async function bringPoints(
  read: ReadHandle,
  entry: JournalRow,
  batches: readonly RecordedBatch[],
  workings: Buffer | null,
): Promise<void> {
  if (workings === null && batches.length === 0) return;
  const { sqlite } = connectionOf(read);
  try {
    await bringResults(read, batches, (take) => {
      if (workings !== null) unpackWorkings(sqlite, workings, take);
    });
  } catch (error) {
    if (error instanceof DamagedPoints) throw new DamagedHere(entry, error);
    const isForged = error instanceof ForgedPoints || error instanceof ForeignWorkings || isUnfit(error);
    throw isForged ? new AlteredPoints(entry, error) : error;
  }
}

/** What a batch recorded stays what it was: only whoever repairs a portfolio of their own has what is left proved anew. */
function refuseOtherDigest(entry: JournalRow, { entity, before, after }: FactChange): void {
  if (entity !== 'drift_batches' || before === null || after === null) return;
  if (LASTING.some((cell) => Object.hasOwn(cellsOf(after), cell) || Object.hasOwn(cellsOf(before), cell)))
    throw new AlteredPoints(entry);
}

/** Of a batch, what its points are held against. */
const LASTING = ['id', 'no', 'model_id', 'digest'];

/** The batch that a change put into the journal; none where it did not. */
function recordedBy(change: FactChange): readonly RecordedBatch[] {
  const { entity, entity_id: id, before, after } = change;
  if (entity !== 'drift_batches' || before !== null || after === null) return [];
  const { no, model_id, digest } = wholeImage(change, after);
  return [{ id, no: Number(no), model_id: String(model_id), digest: String(digest) }];
}

/** Turned back, it does what was done. */
const turned = (change: FactChange): FactChange => ({ ...change, before: change.after, after: change.before });

/** What follows from an entry is in it already. */
function noNewIds(): string {
  throw new Error('a replay makes no rows of its own');
}
