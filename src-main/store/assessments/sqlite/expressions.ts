import { type SqlBool, sql } from 'kysely';

/** An import keeps the id of a line under the system "Inventory" when nobody named one: that is the list, no registry. */
export const IN_REGISTRY = sql<SqlBool>`exists (
  select 1 from json_each(models.external_references) where json_extract(value, '$.system') <> 'Inventory')`;
