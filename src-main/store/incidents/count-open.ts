import { UNRESOLVED_STATUSES } from '#domain/incidents/incident-moves';
import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';

/** Incidents that are not resolved, by model, of all models or at most 900 of them; models without one are not in the map. */
export async function countOpenIncidents(
  read: ReadHandle,
  modelIds?: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  let open = tables(read)
    .selectFrom('incidents')
    .select((eb) => ['model_id', eb.fn.countAll<number>().as('n')])
    .where('status', 'in', [...UNRESOLVED_STATUSES])
    .where('model_id', 'is not', null)
    .groupBy('model_id');
  if (modelIds && modelIds.length <= 900) open = open.where('model_id', 'in', [...modelIds]);
  return new Map((await open.execute()).map(({ model_id, n }) => [model_id ?? '', n]));
}
