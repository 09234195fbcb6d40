import { type SqlBool, sql } from 'kysely';
import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import { asTier } from '../models/cells';
import type { IncidentModel } from './rows';
import type { IncidentTableRow } from './tables';

/** What a list shows of the models of some incidents, by their ids. The register of all models is not read for it. */
export async function modelsOfIncidents(
  read: ReadHandle,
  rows: readonly Pick<IncidentTableRow, 'model_id'>[],
): Promise<ReadonlyMap<string, IncidentModel>> {
  const ids = new Set(rows.flatMap(({ model_id: id }) => id ?? []));
  if (ids.size === 0) return new Map();
  const among = sql<SqlBool>`id IN (SELECT value FROM json_each(${JSON.stringify([...ids])}))`;
  const found = await tables(read).selectFrom('models').select(['id', 'name', 'unit', 'tier']).where(among).execute();
  return new Map(found.map(({ id, name, unit, tier }) => [id, { name, unit, tier: asTier(tier) }]));
}
