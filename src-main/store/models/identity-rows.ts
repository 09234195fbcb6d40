import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import type { ModelTableRow } from './tables';

/** What tells a model apart from others. */
export type IdentityRow = Pick<
  ModelTableRow,
  'id' | 'name' | 'unit' | 'purpose' | 'notes' | 'external_references' | 'stage'
>;

/** Of all models that and no more, in the order of their ids, in blocks: of a million each column counts. */
export async function* identityRows(read: ReadHandle): AsyncGenerator<readonly IdentityRow[]> {
  let after = '';
  for (;;) {
    const rows = await tables(read)
      .selectFrom('models')
      .select(['id', 'name', 'unit', 'purpose', 'notes', 'external_references', 'stage'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(BLOCK)
      .execute();
    if (rows.length > 0) yield rows;
    after = rows.at(-1)?.id ?? '';
    if (rows.length < BLOCK) return;
  }
}

const BLOCK = 2_000;

export async function countModels(read: ReadHandle): Promise<number> {
  const counted = tables(read)
    .selectFrom('models')
    .select((eb) => eb.fn.countAll<number>().as('n'));
  return (await counted.executeTakeFirstOrThrow()).n;
}
