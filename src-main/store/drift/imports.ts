import { counted } from '#domain/base/wording';
import { DomainError } from '../../failure/domain-error';
import type { ImportRow } from '../imports/tables';
import { tables } from '../journal/connection';
import type { ReadHandle, WriteHandle } from '../journal/handle';
import type { JournalRow } from '../journal/tables';
import type { DriftBatchRow } from './tables';

/**
 * Takes the results of one import out again, and the retraining that it asked for. A later import may have brought some
 * of them once more, which then were not stored twice: they would go with it, so that import stands in the way.
 */
export async function takeBackResults(write: WriteHandle, record: ImportRow, entry: JournalRow): Promise<void> {
  const batches = await tables(write.read)
    .selectFrom('drift_batches')
    .selectAll()
    .where('import_id', '=', record.id)
    .execute();
  const later = await listReliants(write.read, batches);
  const [first] = later;
  if (first) {
    const where = first.origin === '' ? 'recorded here' : `brought by ${first.origin}`;
    throw new DomainError(
      'conflict',
      `Results of ${record.file_name} were ${where} once more and would be lost with it. Take back ${later.length === 1 ? 'that' : `those ${counted(later.length, 'later import')}`} first.`,
    );
  }
  await write.remove(
    'drift_batches',
    batches.map((batch) => batch.id),
  );
  const asked = await tables(write.read)
    .selectFrom('journal_changes')
    .select('entity_id')
    .where('seq', '=', entry.seq)
    .where('entity', '=', 'retraining_items')
    .where('before', 'is', null)
    .execute();
  await write.remove(
    'retraining_items',
    asked.map((change) => change.entity_id),
  );
}

/** Live batches of others that leave it to these to keep some of their results. */
async function listReliants(read: ReadHandle, batches: readonly DriftBatchRow[]): Promise<readonly DriftBatchRow[]> {
  const numbers = new Set(batches.map((batch) => batch.no));
  const found: DriftBatchRow[] = [];
  for (const modelId of new Set(batches.map((batch) => batch.model_id))) {
    const others = await tables(read)
      .selectFrom('drift_batches')
      .selectAll()
      .where('model_id', '=', modelId)
      .where('no', '>', Math.min(...numbers))
      .execute();
    const relies = ({ relies_on }: DriftBatchRow): readonly unknown[] => JSON.parse(relies_on) as unknown[]; // written by the append
    found.push(...others.filter((one) => !numbers.has(one.no) && relies(one).some((no) => numbers.has(Number(no)))));
  }
  return found;
}
