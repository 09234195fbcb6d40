import type { Stage } from '#domain/vocabulary';
import { sqlite, tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import { BY_NAME } from '../models/order';
import type { ModelName } from './model-name';
import { registeredNames } from './sqlite/registered-names';

export interface NamedRow {
  readonly id: string;
  readonly name: string;
  /** Who answers for it on the side of the business or else of its technique; '' = nobody has been named. */
  readonly owner: string;
  readonly unit: string;
  readonly stage: Stage;
  readonly tier: number | null;
  readonly health: string;
}

/** All models in the order in which they were registered: an alias by this order stays the same when others come. */
export async function listModelNames(read: ReadHandle): Promise<NamedRow[]> {
  const rows = await tables(read)
    .selectFrom('models')
    .select(['id', 'name', 'business_owner', 'technical_owner', 'unit', 'stage', 'tier', 'health'])
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(({ business_owner, technical_owner, ...row }) => ({
    ...row,
    owner: business_owner || technical_owner,
  }));
}

/** Only what they are called, in the same order: of a large portfolio that takes a third of the room. */
export const listRegisteredNames = (read: ReadHandle): readonly ModelName[] => registeredNames(sqlite(read));

/** Some of them in the order of lists: whoever goes through all need not hold them. */
export function listNamesFrom(read: ReadHandle, offset: number, limit: number): Promise<ModelName[]> {
  const rows = tables(read).selectFrom('models').select(['id', 'name']).orderBy(BY_NAME).orderBy('models.id');
  return rows.offset(offset).limit(limit).execute();
}
