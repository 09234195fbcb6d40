import { tables } from '../journal/connection';
import type { WriteHandle } from '../journal/handle';
import type { FactTable } from '../tables';

/** Hangs what a model rests on, and what rests on it, on another one; what would then rest on itself goes. */
export async function reassignDependencies(
  write: WriteHandle,
  from: string,
  to: string,
): Promise<ReadonlyMap<FactTable, number>> {
  const rows = await tables(write.read)
    .selectFrom('dependencies')
    .selectAll()
    .where((eb) => eb.or([eb('model_id', '=', from), eb('depends_on', '=', from)]))
    .orderBy('id')
    .execute();
  const both = [from, to];
  const selves = rows.filter((row) => both.includes(row.model_id) && both.includes(row.depends_on ?? ''));
  const kept = rows.filter((row) => !selves.includes(row));
  const idsWith = (column: 'model_id' | 'depends_on') => kept.filter((row) => row[column] === from).map(({ id }) => id);
  await write.remove(
    'dependencies',
    selves.map(({ id }) => id),
  );
  await write.update('dependencies', idsWith('model_id'), { model_id: to });
  await write.update('dependencies', idsWith('depends_on'), { depends_on: to });
  return new Map([['dependencies', kept.length]]);
}
