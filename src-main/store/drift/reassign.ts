import { sqlite, tables } from '../journal/connection';
import type { WriteHandle } from '../journal/handle';
import { yieldToOthers } from '../journal/yield-to-others';
import { bandId } from './rules';
import { findBatches } from './sqlite/batches-found';
import { copyResults } from './sqlite/copy-results';
import type { DriftBatchRow, DriftFacts } from './tables';

type Moved = Map<keyof DriftFacts, number>;

/**
 * Gives results, bands and retraining of one model to another. Points lie under the model that they were recorded of and
 * are never changed: they are copied into batches of the other model, which come last and so count where both have a
 * result of one series and time. An undo takes these batches out again, and the first ones are back.
 */
export async function reassignDrift(write: WriteHandle, from: string, to: string): Promise<Moved> {
  const series = await reassignResults(write, from, to);
  return new Map([
    ['drift_batches', series.batches],
    ['drift_bands', await reassignBands(write, from, to)],
    ['retraining_items', await reassignRetraining(write, from, to, series.seriesOf)],
  ]);
}

async function reassignResults(write: WriteHandle, from: string, to: string) {
  const batches = await tables(write.read)
    .selectFrom('drift_batches')
    .selectAll()
    .where('model_id', '=', from)
    .orderBy('no')
    .execute();
  const { copies, seriesOf } = await copyResults(sqlite(write.read), batches, { from, to }, write.newId);
  await write.insert('drift_batches', await proved(write, to, copies));
  await write.remove(
    'drift_batches',
    batches.map(({ id }) => id),
  );
  return { batches: batches.length, seriesOf };
}

/** What an earlier version recorded has no digest: from here on it is what lies under the other model now. */
async function proved(write: WriteHandle, modelId: string, copies: readonly DriftBatchRow[]): Promise<DriftBatchRow[]> {
  const without = new Set(copies.filter(({ digest }) => digest === '').map(({ no }) => no));
  if (without.size === 0) return [...copies];
  const { byNo, broken } = await findBatches(sqlite(write.read), modelId, without, yieldToOthers);
  // What cannot be read of the model cannot be proved either.
  if (broken.length > 0) return [...copies];
  return copies.map((copy) => ({ ...copy, digest: copy.digest || (byNo.get(copy.no)?.digest ?? '') }));
}

/** A band that the other model has itself stays as it is there. */
async function reassignBands(write: WriteHandle, from: string, to: string): Promise<number> {
  const bands = await tables(write.read)
    .selectFrom('drift_bands')
    .selectAll()
    .where('model_id', 'in', [from, to])
    .execute();
  const own = new Set(bands.filter(({ model_id }) => model_id === to).map(({ metric }) => metric));
  const given = bands.filter(({ model_id }) => model_id === from);
  await write.remove(
    'drift_bands',
    given.map(({ id }) => id),
  );
  const added = given.filter(({ metric }) => !own.has(metric));
  await write.insert(
    'drift_bands',
    added.map((band) => ({ ...band, id: bandId({ ...band, modelId: to }), model_id: to })),
  );
  return added.length;
}

/** Of one model one item is open at most: where the other has one, that of this model goes. */
async function reassignRetraining(
  write: WriteHandle,
  from: string,
  to: string,
  seriesOf: (seriesId: number) => number,
): Promise<number> {
  const items = await tables(write.read)
    .selectFrom('retraining_items')
    .selectAll()
    .where('model_id', 'in', [from, to])
    .execute();
  const taken = items.some(({ model_id, resolved_at }) => model_id === to && resolved_at === null);
  let moved = 0;
  for (const { id, model_id, resolved_at, series_id } of items) {
    if (model_id === to) continue;
    if (taken && resolved_at === null) await write.remove('retraining_items', [id]);
    else
      moved += await write.update('retraining_items', [id], {
        model_id: to,
        series_id: series_id === null ? null : seriesOf(series_id),
      });
  }
  return moved;
}
