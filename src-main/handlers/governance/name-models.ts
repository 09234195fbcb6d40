import { DomainError } from '../../failure/domain-error';
import type { ReadHandle } from '../../store/journal/handle';
import { listModelNamesById } from '../../store/models/models';

/** The names of models, all of which have to be there. */
export async function nameModels(read: ReadHandle, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const names = await listModelNamesById(read, ids);
  if (names.size < new Set(ids).size)
    throw new DomainError('not_found', 'One of these models is not in the portfolio any more. Choose again.');
  return names;
}
