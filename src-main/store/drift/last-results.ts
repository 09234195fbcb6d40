import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';

/** The newest drift result (milliseconds) of all models or at most 900 of them; those without one are not in the map. */
export async function listLastResults(
  read: ReadHandle,
  modelIds?: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  let results = tables(read)
    .selectFrom('drift_models')
    .select(['model_id', 'last_at'])
    .where('last_at', 'is not', null);
  if (modelIds && modelIds.length <= 900) results = results.where('model_id', 'in', [...modelIds]);
  return new Map(
    (await results.execute()).flatMap(({ model_id, last_at }) => (last_at === null ? [] : [[model_id, last_at]])),
  );
}
