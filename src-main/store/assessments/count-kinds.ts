import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import { ofUnit } from '../models/within-unit';

/** Of the models that are not retired: those that generate or act, and those of which nobody has said the kind. */
export async function countKinds(
  read: ReadHandle,
  unit: string,
): Promise<{ readonly generative: number; readonly kindUnknown: number }> {
  return tables(read)
    .selectFrom('models')
    .select(({ fn }) => [
      fn.countAll<number>().filterWhere('kind', 'in', ['generative', 'agent']).as('generative'),
      fn.countAll<number>().filterWhere('kind', 'is', null).as('kindUnknown'),
    ])
    .where('stage', '<>', 'retired')
    .where(ofUnit(unit))
    .executeTakeFirstOrThrow();
}
