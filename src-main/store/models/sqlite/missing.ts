import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { ModelFilter } from '#contract/models/model-filter';
import { ASKED_IN_PRODUCTION } from '#domain/models/completeness';
import { MODEL_FIELDS } from '#domain/models/model-fields';
import { QUALITY_FIELDS, type QualityField } from '#domain/models/quality-fields';
import { PRODUCTION_STAGES } from '#domain/vocabulary';
import { hasMonitoring } from '../has-monitoring';

/** What `isEmptyValue` says of a field, as an expression; a test holds the two against each other. */
function isEmpty(field: QualityField): Expression<SqlBool> {
  if (field === 'monitoring') return hasMonitoring('unknown');
  const column = sql.ref<string | number | null>(`models.${MODEL_FIELDS[field].column}`);
  return sql<SqlBool>`coalesce(${column}, '') in ('', 'unknown')`;
}

/** Whether a filter by what is missing finds a model; an owner is missing where neither sort is said. */
export function isMissing(field: NonNullable<ModelFilter['missing']>[number]): Expression<SqlBool> {
  if (field !== 'owner') return isEmpty(field);
  return sql<SqlBool>`(${isEmpty('businessOwner')} and ${isEmpty('technicalOwner')})`;
}

const production = sql.join(PRODUCTION_STAGES.map((stage) => sql.lit(stage)));
const filled = (fields: readonly QualityField[]): RawBuilder<number> =>
  sql`(${sql.join(
    fields.map((field) => sql`(not ${isEmpty(field)})`),
    sql` + `,
  )})`;
const ALWAYS = QUALITY_FIELDS.filter((field) => !ASKED_IN_PRODUCTION.includes(field));

/** `dataQuality` as an expression: whole percent, null of a retired model. */
export const QUALITY = sql<number | null>`case
  when models.stage = 'retired' then null
  when models.stage in (${production}) then (100 * ${filled(QUALITY_FIELDS)}) / ${sql.lit(QUALITY_FIELDS.length)}
  else (100 * ${filled(ALWAYS)}) / ${sql.lit(ALWAYS.length)} end`;
