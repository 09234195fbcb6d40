import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { ModelFilter } from '#contract/models/model-filter';
import type { SORT_FIELDS } from '#contract/models/models';
import { settledDay } from '#domain/base/moving-day';
import { UNRESOLVED_STATUSES } from '#domain/incidents/incident-moves';
import { AUTONOMIES, KINDS } from '#domain/models/kinds';
import type { KnownModel } from '#domain/models/match';
import { CRITICALITIES, HEALTHS, ORIGINS, PERSONAL_DATA, STAGES, UPDATE_FREQUENCIES } from '#domain/vocabulary';
import { DomainError } from '../../failure/domain-error';
import { chunks } from '../chunks';
import { listEndingEvidence } from '../governance/ending-evidence';
import { listFallenGates } from '../governance/gate-standings';
import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import { getSettings } from '../portfolio/settings';
import { parseReferences } from './cells';
import { modelConditions } from './model-filter';
import { BY_NAME, textOrder, vocabularyOrder } from './order';
import { QUALITY } from './sqlite/missing';
import type { MergedModelRow, ModelTableRow } from './tables';

export type SortField = (typeof SORT_FIELDS)[number];

export interface ModelListQuery {
  readonly search: string;
  readonly filter: ModelFilter;
  readonly sort: readonly { readonly field: SortField; readonly direction: 'asc' | 'desc' }[];
  readonly offset: number;
  readonly limit: number;
  /** Start of the window in which `releasesLast12Months` counts. */
  readonly releasesSince: string;
  /** ISO day that moving days of the filter are settled by. */
  readonly today: string;
}

export interface ModelList {
  readonly total: number;
  readonly rows: readonly ModelTableRow[];
}

const settled = ({ gate: _gate, evidence: _evidence, ...filter }: ModelFilter, today: string): ModelFilter => {
  const { reviewDueBefore: due, noResultAfter: result } = filter;
  return {
    ...filter,
    ...(due === undefined ? {} : { reviewDueBefore: settledDay(due, today) }),
    ...(result === undefined ? {} : { noResultAfter: settledDay(result, today) }),
  };
};

/** What of a filter is worked out and lies in no column, as ids; `null`: it asks for nothing of the kind. */
async function workedOut(
  read: ReadHandle,
  { gate, evidence }: ModelFilter,
  today: string,
): Promise<RawBuilder<SqlBool> | null> {
  const sets: string[][] = [];
  if (gate) {
    const fallen = await listFallenGates(read, await getSettings(read), today);
    sets.push(fallen.flatMap(({ id, kind }) => (gate.includes(kind) ? [id] : [])));
  }
  if (evidence) {
    const ending = await listEndingEvidence(read, today);
    sets.push(ending.flatMap(({ modelId, standing }) => (evidence.includes(standing) ? [modelId] : [])));
  }
  if (sets.length === 0) return null;
  const among = sets.map((ids) => sql<SqlBool>`models.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`);
  return sql<SqlBool>`(${sql.join(among, sql` AND `)})`;
}

export async function listModels(read: ReadHandle, query: ModelListQuery): Promise<ModelList> {
  const among = await workedOut(read, query.filter, query.today);
  const filtered = tables(read)
    .selectFrom('models')
    .where((eb) =>
      eb.and([...modelConditions(eb, settled(query.filter, query.today), query.search), ...(among ? [among] : [])]),
    );
  const total = await filtered.select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow();
  let rows = filtered.selectAll('models');
  let named = false;
  for (const { field, direction } of query.sort) {
    if (field === 'name') {
      // Nobody is without one: as it lies in the index, so that a page is read and not sorted out of all.
      rows = rows.orderBy(BY_NAME, direction);
      named = true;
      continue;
    }
    const expression = sortExpression(field, query.releasesSince);
    // Empty values come last in both directions: they are no small number and no early date.
    rows = rows.orderBy(sql`${expression} is null`).orderBy(expression, direction);
  }
  const ordered = (named ? rows : rows.orderBy(BY_NAME)).orderBy('models.id');
  return { total: total.n, rows: await ordered.limit(query.limit).offset(query.offset).execute() };
}

/** Of a model without one 0, which is a number like others. */
const openIncidentCount = sql`(select count(*) from incidents where incidents.model_id = models.id and incidents.status in (${sql.join([...UNRESOLVED_STATUSES])}))`;

/** Vocabularies sort in their own order (proposed before training), texts without case, '' as empty. */
function sortExpression(field: Exclude<SortField, 'name'>, releasesSince: string): RawBuilder<unknown> {
  switch (field) {
    case 'stage':
      return vocabularyOrder('stage', STAGES);
    case 'updateFrequency':
      return vocabularyOrder('update_frequency', UPDATE_FREQUENCIES);
    case 'health':
      return vocabularyOrder('health', HEALTHS);
    case 'origin':
      return vocabularyOrder('origin', ORIGINS);
    case 'criticality':
      return vocabularyOrder('criticality', CRITICALITIES);
    case 'personalData':
      return vocabularyOrder('personal_data', PERSONAL_DATA);
    case 'kind':
      return vocabularyOrder('kind', KINDS);
    case 'autonomy':
      return vocabularyOrder('autonomy', AUTONOMIES);
    case 'releasesLast12Months':
      return sql`(select count(*) from moves where moves.model_id = models.id and moves.to_stage = 'deployed' and moves.at > ${releasesSince})`;
    case 'openIncidents':
      return openIncidentCount;
    case 'lastResult':
      return sql`(select last_at from drift_models where drift_models.model_id = models.id)`;
    case 'dataQuality':
      return QUALITY;
    case 'unit':
    case 'type':
    case 'version':
      return textOrder(field);
    case 'businessOwner':
      return textOrder('business_owner');
    case 'technicalOwner':
      return textOrder('technical_owner');
    case 'tier':
      return sql`models.tier`;
    case 'annualValueMinor':
      return sql`models.annual_value_minor`;
    case 'annualRunCostMinor':
      return sql`models.annual_run_cost_minor`;
    case 'stageSince':
      return sql`models.stage_since`;
    case 'versionSince':
      return sql`models.version_since`;
    case 'timeToProductionDays':
      return sql`models.time_to_production_days`;
    case 'reviewDue':
      return sql`case when models.stage <> 'retired' then models.review_due end`;
    case 'updatedAt':
      return sql`models.updated_at`;
  }
}

export async function findModel(read: ReadHandle, id: string): Promise<ModelTableRow | null> {
  return (await tables(read).selectFrom('models').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

export async function getModel(read: ReadHandle, id: string): Promise<ModelTableRow> {
  const model = await findModel(read, id);
  if (!model)
    throw new DomainError(
      'not_found',
      'This model is not in the portfolio; it may have been deleted. Undo brings it back.',
    );
  return model;
}

/** The ids of all models in the order of a list that nobody has sorted. */
export async function listModelIds(read: ReadHandle): Promise<readonly string[]> {
  const rows = tables(read).selectFrom('models').select('id').orderBy(BY_NAME).orderBy('models.id');
  return (await rows.execute()).map(({ id }) => id);
}

/** Every model (or at most 900 of them) by name. */
export function listModelNames(
  read: ReadHandle,
  ids?: readonly string[],
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const rows = tables(read).selectFrom('models').select(['id', 'name']).orderBy(BY_NAME).orderBy('models.id');
  return (ids ? rows.where('id', 'in', [...ids]) : rows).execute();
}

/** Every model with what a text can mean it by, in no particular order. */
export async function listKnownModels(read: ReadHandle): Promise<readonly KnownModel[]> {
  const rows = await tables(read).selectFrom('models').select(['id', 'name', 'unit', 'external_references']).execute();
  return rows.map(({ id, name, unit, external_references }) => ({
    id,
    name,
    unit,
    externalIds: parseReferences(external_references),
  }));
}

/** Every model with all its columns, in no particular order. */
export function listAllModels(read: ReadHandle): Promise<ModelTableRow[]> {
  return tables(read).selectFrom('models').selectAll().execute();
}

/** The models among `ids` that exist, in no particular order. */
export async function listModelsById(read: ReadHandle, ids: readonly string[]): Promise<readonly ModelTableRow[]> {
  const rows: ModelTableRow[] = [];
  for (const chunk of chunks(ids, 900)) {
    rows.push(
      ...(await tables(read)
        .selectFrom('models')
        .selectAll()
        .where('id', 'in', [...chunk])
        .execute()),
    );
  }
  return rows;
}

/** Names by id of the models among `ids` that exist. */
export async function listModelNamesById(
  read: ReadHandle,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const chunk of chunks(ids, 900)) {
    const rows = await tables(read)
      .selectFrom('models')
      .select(['id', 'name'])
      .where('id', 'in', [...chunk])
      .execute();
    for (const { id, name } of rows) names.set(id, name);
  }
  return names;
}

/** Ids of all models that pass, for counts of saved views. */
export async function countMatching(
  read: ReadHandle,
  filter: ModelFilter,
  search: string,
  today: string,
): Promise<number> {
  const among = await workedOut(read, filter, today);
  const row = await tables(read)
    .selectFrom('models')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where((eb) => eb.and([...modelConditions(eb, settled(filter, today), search), ...(among ? [among] : [])]))
    .executeTakeFirstOrThrow();
  return row.n;
}

/** Models that were merged into others. */
export function listMergedModels(read: ReadHandle): Promise<MergedModelRow[]> {
  return tables(read).selectFrom('merged_models').selectAll().execute();
}
