import { sqlite } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import { BroughtPoints } from './sqlite/brought-points';
import type { RecordedBatch, WorkingRowTaker } from './workings';

/**
 * Writes what an entry of others brought along, and holds it against the digests of the batches that the entry put into the journal.
 *
 * @param write tells each row before it writes it
 * @throws ForgedPoints for what those batches did not record, and for what changes what others recorded
 */
export async function bringResults(
  read: ReadHandle,
  recorded: readonly RecordedBatch[],
  write: (take: WorkingRowTaker) => void,
): Promise<void> {
  const brought = new BroughtPoints(sqlite(read), recorded);
  write(brought.take);
  await brought.finish();
}
