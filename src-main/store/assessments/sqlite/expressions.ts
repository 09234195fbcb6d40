import { type SqlBool, sql } from 'kysely';

/** An import keeps the id of a line under the system "Inventory" when nobody named one: that is the list, no registry. */
export const IN_REGISTRY = sql<SqlBool>`exists (
  select 1 from json_each(models.external_references) where json_extract(value, '$.system') <> 'Inventory')`;

/** A move whose version had been live before another one was. */
export const goneBackTo = sql<SqlBool>`exists (
  select 1 from moves as earlier
  where earlier.model_id = moves.model_id and earlier.ord < moves.ord
    and earlier.to_stage = 'deployed' and earlier.version = moves.version
    and exists (
      select 1 from moves as other
      where other.model_id = moves.model_id and other.ord > earlier.ord and other.ord < moves.ord
        and other.to_stage = 'deployed' and other.version not in ('', moves.version)))`;
