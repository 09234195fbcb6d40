import type { WriteHandle } from '../journal/handle';
import type { FactTable } from '../tables';
import { OWN_REASSIGNMENTS } from './own-ways';
import { listPointing, listReferences, pointAt } from './references';

/**
 * Hangs all that hangs on one model on another: moves, approvals, sources, incidents, drift results, and whatever else the
 * structure of the open file says. The model itself stays, with nothing on it; what is derived of the other one (its
 * stage, its dates) is the caller's to bring up to date with `changeModels`. Each row is journaled.
 *
 * @returns how many rows were moved, by table
 */
export async function reassignChildren(
  write: WriteHandle,
  from: string,
  to: string,
): Promise<ReadonlyMap<FactTable, number>> {
  const moved = new Map<FactTable, number>();
  const count = (table: FactTable, rows: number): void => {
    if (rows > 0) moved.set(table, (moved.get(table) ?? 0) + rows);
  };
  const own = new Set<string>(OWN_REASSIGNMENTS.flatMap(({ columns }) => columns));
  for (const reference of listReferences(write.read, 'models')) {
    const { table, column } = reference;
    if (own.has(`${table}.${column}`)) continue;
    const pointing = await listPointing(write.read, reference, [from]);
    count(table, await write.update(table, pointing, pointAt(reference, to)));
  }
  for (const { reassign } of OWN_REASSIGNMENTS)
    for (const [table, rows] of await reassign(write, from, to)) count(table, rows);
  return moved;
}
