import { sql } from 'kysely';
import type { QualityGroup } from '#domain/models/completeness';
import { QUALITY_FIELDS } from '#domain/models/quality-fields';
import { PRODUCTION_STAGES } from '#domain/vocabulary';
import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import { asTier } from './cells';
import { isMissing } from './sqlite/missing';

/** How many models in production there are of each tier and unit, and in how many each field is empty. */
export async function countMissing(read: ReadHandle): Promise<readonly QualityGroup[]> {
  const rows = await tables(read)
    .selectFrom('models')
    .select((eb) => ['tier', 'unit', eb.fn.countAll<number>().as('models')])
    .select(QUALITY_FIELDS.map((field) => sql<number>`sum(${isMissing(field)})`.as(`missing_${field}`)))
    .where('stage', 'in', [...PRODUCTION_STAGES])
    .groupBy(['tier', 'unit'])
    .execute();
  return rows.map((row) => ({
    tier: asTier(row.tier as number | null),
    unit: String(row.unit),
    models: row.models,
    // One entry for each field, as selected.
    missing: Object.fromEntries(
      QUALITY_FIELDS.map((field) => [field, Number(Reflect.get(row, `missing_${field}`))]),
    ) as QualityGroup['missing'],
  }));
}
