import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { ModelFilter } from '#contract/models/model-filter';
import { addDays } from '#domain/base/calendar';
import { queryWords } from '#domain/base/search-text';
import { UNRESOLVED_STATUSES } from '#domain/incidents/incident-moves';
import { PRODUCTION_STAGES } from '#domain/vocabulary';
import { likeText } from '../like';
import type { Tables } from '../tables';
import { hasMonitoring } from './has-monitoring';
import { hasTag } from './sqlite/expressions';
import { inImport } from './sqlite/in-import';
import { isMissing, QUALITY } from './sqlite/missing';
import { withinUnit } from './within-unit';

type Builder = ExpressionBuilder<Tables, 'models'>;

/** `like` ignores ASCII case, which the folded search text has lost anyway. */
const contains = (text: string): Expression<SqlBool> =>
  sql<SqlBool>`models.search_text like ${`%${likeText(text)}%`} escape '\\'`;

/** Every condition of a filter, its days settled, and a search; all of them must hold. Several values of one field: any of them. */
export function modelConditions(eb: Builder, filter: ModelFilter, search: string): Expression<SqlBool>[] {
  const conditions: Expression<SqlBool>[] = [];
  for (const word of queryWords(search)) conditions.push(contains(word));
  anyOf(eb, conditions, 'models.stage', filter.stage);
  anyOf(eb, conditions, 'models.tier', filter.tier);
  anyOf(eb, conditions, 'models.health', filter.health);
  anyOf(eb, conditions, 'models.origin', filter.origin);
  anyOf(eb, conditions, 'models.update_frequency', filter.updateFrequency);
  anyOf(eb, conditions, 'models.criticality', filter.criticality);
  anyOf(eb, conditions, 'models.personal_data', filter.personalData);
  anyOf(eb, conditions, 'models.kind', filter.kind);
  anyOf(eb, conditions, 'models.autonomy', filter.autonomy);
  anyOf(eb, conditions, 'models.type', filter.type);
  if (filter.monitoring) conditions.push(hasMonitoring(...filter.monitoring));
  if (filter.unit) conditions.push(eb.or(filter.unit.map(withinUnit)));
  if (filter.tag) conditions.push(eb.or(filter.tag.map(hasTag)));
  if (filter.owner) {
    conditions.push(
      eb.or([eb('models.business_owner', 'in', filter.owner), eb('models.technical_owner', 'in', filter.owner)]),
    );
  }
  if (filter.inProduction !== undefined) {
    conditions.push(eb('models.stage', filter.inProduction ? 'in' : 'not in', [...PRODUCTION_STAGES]));
  }
  if (filter.challenger !== undefined) {
    const running = eb.selectFrom('challengers').select('model_id').where('ended_at', 'is', null);
    conditions.push(eb('models.id', filter.challenger ? 'in' : 'not in', running));
  }
  if (filter.missing) conditions.push(eb.or(filter.missing.map(isMissing)));
  if (filter.openIncident !== undefined) {
    const open = eb
      .selectFrom('incidents')
      .select('model_id')
      .where('status', 'in', [...UNRESOLVED_STATUSES]);
    const own = open.where('model_id', 'is not', null);
    conditions.push(eb('models.id', filter.openIncident ? 'in' : 'not in', own));
  }
  if (filter.noResultAfter) {
    const after = Date.parse(addDays(filter.noResultAfter, 1));
    const later = eb.selectFrom('drift_models').select('model_id').where('last_at', '>=', after);
    conditions.push(eb('models.id', 'not in', later));
  }
  if (filter.qualityBelow !== undefined) conditions.push(sql<SqlBool>`${QUALITY} < ${filter.qualityBelow}`);
  // Rows of older programs keep the typed day of a model that retired; no review of it is due.
  if (filter.reviewDueBefore)
    conditions.push(eb('models.review_due', '<=', filter.reviewDueBefore), eb('models.stage', '<>', 'retired'));
  if (filter.importId && filter.which) conditions.push(inImport(filter.importId, filter.which));
  else if (filter.importId) {
    conditions.push(
      eb('models.id', 'in', eb.selectFrom('model_sources').select('model_id').where('import_id', '=', filter.importId)),
    );
  }
  return conditions;
}

type ValueColumn =
  | 'stage'
  | 'tier'
  | 'health'
  | 'origin'
  | 'update_frequency'
  | 'criticality'
  | 'personal_data'
  | 'kind'
  | 'autonomy'
  | 'type';

/** No value asked for: the field does not matter. An empty list: nothing fits. `null` in the list: the field is empty. */
function anyOf(
  eb: Builder,
  conditions: Expression<SqlBool>[],
  column: `models.${ValueColumn}`,
  values: readonly (string | number | null)[] | undefined,
): void {
  if (!values) return;
  const given = values.filter((value) => value !== null);
  const ref = sql.ref<string | number | null>(column);
  const alternatives: Expression<SqlBool>[] = [];
  if (given.length > 0) alternatives.push(sql<SqlBool>`${ref} in (${sql.join(given)})`);
  if (given.length < values.length) alternatives.push(sql<SqlBool>`${ref} is null`);
  conditions.push(alternatives.length > 0 ? eb.or(alternatives) : sql<SqlBool>`1 = 0`);
}
