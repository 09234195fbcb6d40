import type { Stage } from '#domain/vocabulary';
import { sqlite, tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import { registeredNames } from './sqlite/registered-names';
import type { ModelName } from './model-name';

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
