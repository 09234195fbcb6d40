import type { WriteHandle } from '../journal/handle';
import type { FactTable } from '../tables';
import { ownWay } from './own-ways';
import { listPointing, listReferences, pointAt, type Reference } from './references';

/**
 * Takes rows out with all that hangs on them, by the foreign keys of the open file: a row that cannot be without them goes
 * first, with what hangs on it in turn; another lets go of them. Each row is journaled, so that an undo brings all back.
 *
 * @returns how many rows of this table were there
 */
export async function removeFacts(write: WriteHandle, table: FactTable, ids: readonly string[]): Promise<number> {
  return remove(write, table, ids, new Map());
}

/** @param going what goes already: rows may point at each other in a circle */
async function remove(
  write: WriteHandle,
  table: FactTable,
  ids: readonly string[],
  going: Map<FactTable, Set<string>>,
): Promise<number> {
  const known = going.get(table) ?? new Set();
  going.set(table, known);
  const fresh = ids.filter((id) => !known.has(id));
  if (fresh.length === 0) return 0;
  for (const id of fresh) known.add(id);
  const references = listReferences(write.read, table);
  for (const reference of references.filter(goesAlong))
    await remove(write, reference.table, await listPointing(write.read, reference, fresh), going);
  for (const reference of references.filter((one) => !goesAlong(one))) await release(write, reference, fresh);
  return write.remove(table, fresh);
}

const goesAlong = (reference: Reference): boolean => reference.required || ownWay(reference).goes === true;

async function release(write: WriteHandle, reference: Reference, ids: readonly string[]): Promise<void> {
  const pointing = await listPointing(write.read, reference, ids);
  const own = ownWay(reference).release;
  if (own) await own(write, pointing);
  else await write.update(reference.table, pointing, pointAt(reference, null));
}
