import { sqlite } from '../journal/connection';
import type { WriteHandle } from '../journal/handle';
import { yieldToOthers } from '../journal/yield-to-others';
import { findBatches } from './sqlite/batches-found';
import { batchesSaid, buryBatch, isTakenBack, measuredModels } from './sqlite/batches-said';

/**
 * Of a portfolio that was made of a damaged one: batches whose points could not all be read prove what is left of them from here on,
 * which is a change that the journal tells; points of which it is not known whose they are count for nothing.
 *
 * @returns how many batches have other points than were recorded
 */
export async function mendDigests(write: WriteHandle): Promise<number> {
  const db = sqlite(write.read);
  let mended = 0;
  for (const { id: modelId } of measuredModels(db)) {
    const said = batchesSaid(db, modelId);
    const { byNo } = await findBatches(db, modelId, null, yieldToOthers);
    for (const { id, no, digest } of said) {
      const found = byNo.get(no)?.digest ?? '';
      if (digest !== '' && digest !== found) mended += await write.update('drift_batches', [id], { digest: found });
    }
    const known = new Set(said.map(({ no }) => no));
    for (const no of byNo.keys()) if (!known.has(no) && !isTakenBack(db, modelId, no)) buryBatch(db, modelId, no);
  }
  return mended;
}
