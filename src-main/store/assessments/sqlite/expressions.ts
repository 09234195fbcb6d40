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

/** A release that says that the provider's model changed; the words of one move are joined by commas. */
export const changedProvider = sql<SqlBool>`instr(',' || moves.changed || ',', ',provider_model,') > 0`;

/** When the newest result of a series ended, in milliseconds. */
export const lastResultOf = sql<number>`max(
  (select coalesce(max(to_at), -9e15) from drift_segments where series_id = drift_series.id),
  (select coalesce(max(at), -9e15) from drift_tail where series_id = drift_series.id))`;
