import { chunks } from '../chunks';
import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';

const IDS_PER_STATEMENT = 900;

/** The names of some models, by their ids; one that is not there is left out. */
export async function namesOfModels(read: ReadHandle, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const some of chunks(ids, IDS_PER_STATEMENT)) {
    const rows = await tables(read).selectFrom('models').select(['id', 'name']).where('id', 'in', some).execute();
    for (const { id, name } of rows) names.set(id, name);
  }
  return names;
}
