import type { ModelFields, ModelRow } from '#contract/models/models';
import type { DatePrecision } from '#domain/base/period';
import { searchText } from '#domain/base/search-text';
import { dataQuality } from '#domain/models/completeness';
import { isInProduction } from '#domain/models/lifecycle';
import { MODEL_FIELDS, STATED_NAMES, type StatedName } from '#domain/models/model-fields';
import { monitoringOf } from '#domain/models/monitoring';
import type { Beside } from './beside';
import { asHealth, parseReferences, parseTags } from './cells';
import type { ModelTableRow } from './tables';

/** The text columns that hold a closed vocabulary or JSON were validated by the contract before they were written. */
type Stored = ModelTableRow & {
  readonly origin: ModelFields['origin'];
  readonly tier: ModelFields['tier'];
  readonly update_frequency: ModelFields['updateFrequency'];
  readonly criticality: ModelFields['criticality'];
  readonly personal_data: ModelFields['personalData'];
  readonly kind: ModelFields['kind'];
  readonly autonomy: ModelFields['autonomy'];
};

export function fieldsOf(row: ModelTableRow): ModelFields {
  const stored = row as Stored; // see Stored
  return {
    name: stored.name,
    purpose: stored.purpose,
    unit: stored.unit,
    businessOwner: stored.business_owner,
    technicalOwner: stored.technical_owner,
    type: stored.type,
    origin: stored.origin,
    tier: stored.tier,
    updateFrequency: stored.update_frequency,
    criticality: stored.criticality,
    personalData: stored.personal_data,
    annualValueMinor: stored.annual_value_minor,
    annualRunCostMinor: stored.annual_run_cost_minor,
    nextReview: stored.next_review,
    externalReferences: parseReferences(stored.external_references),
    tags: parseTags(stored.tags),
    kind: stored.kind,
    autonomy: stored.autonomy,
    vendor: stored.vendor,
    developer: stored.developer,
    reviewer: stored.reviewer,
    overseer: stored.overseer,
    approvedUses: stored.approved_uses,
    limitations: stored.limitations,
    dataSources: stored.data_sources,
    notes: stored.notes,
  };
}

/** `beside` and the precision of the last dated move: no column of the model holds them. */
export function toModelRow(row: ModelTableRow, beside: Beside, lastMovePrecision: DatePrecision): ModelRow {
  const { purpose: _purpose, notes: _notes, externalReferences: _references, ...fields } = fieldsOf(row);
  const monitoring = monitoringOf({
    stage: row.stage,
    monitoringKnown: row.monitoring_known === 1,
    health: asHealth(row.health),
  });
  return {
    ...fields,
    id: row.id,
    stage: row.stage,
    stageSince: row.stage_since,
    stageSincePrecision: row.stage_since_precision,
    monitoringKnown: row.monitoring_known === 1,
    monitoring,
    inProduction: isInProduction(row.stage),
    health: asHealth(row.health),
    version: row.version,
    versionSince: row.version_since,
    versionSincePrecision: row.version_since_precision,
    timeToProductionDays: row.time_to_production_days,
    releasesLast12Months: beside.releases,
    openIncidents: beside.openIncidents,
    lastResult: beside.lastResult === null ? null : new Date(beside.lastResult).toISOString(),
    dataQuality: dataQuality({ ...fieldsOf(row), stage: row.stage, version: row.version, monitoring }),
    lastSignOfLife: row.last_move_at,
    lastSignOfLifePrecision: lastMovePrecision,
    // Rows of older programs keep the typed day of a model that retired.
    reviewDue: row.stage === 'retired' ? null : row.review_due,
    updatedAt: row.updated_at,
  };
}

type Columns = { readonly [K in StatedName]: (typeof MODEL_FIELDS)[K]['column'] };

/** The type holds the descriptions against the columns of the row; fromEntries forgets the names. */
export const COLUMN_OF: Readonly<Record<StatedName, keyof ModelTableRow>> = Object.fromEntries(
  STATED_NAMES.map((name) => [name, MODEL_FIELDS[name].column]),
) as Columns;

const FIELD_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(COLUMN_OF).map(([field, column]) => [column, field]),
);

/** The field that lies in a column, with what it holds there; none of derived columns, whose changes follow from others. */
export function modelFieldsIn(column: string, cell: unknown): Readonly<Record<string, unknown>> {
  const field = FIELD_OF.get(column);
  if (field === undefined) return {};
  if (typeof cell !== 'string') return { [field]: cell };
  if (column === 'tags') return { [field]: parseTags(cell) };
  return { [field]: column === 'external_references' ? parseReferences(cell) : cell };
}

/** Only the given fields, as columns; lists become JSON. `undefined` counts as not given. */
export function columnsOf(
  fields: { readonly [K in keyof ModelFields]?: ModelFields[K] | undefined },
): Partial<ModelTableRow> {
  const columns: Record<string, unknown> = {};
  for (const [field, column] of Object.entries(COLUMN_OF)) {
    const value: unknown = Reflect.get(fields, field);
    if (value !== undefined) columns[column] = Array.isArray(value) ? JSON.stringify(value) : value;
  }
  return columns; // each entry is a column of ModelTableRow by COLUMN_OF
}

/** What the search looks through: the same parts as in the grid on the screen. */
export function searchTextOf(
  row: Pick<
    ModelTableRow,
    'name' | 'unit' | 'business_owner' | 'technical_owner' | 'type' | 'tags' | 'external_references'
  >,
): string {
  const references = parseReferences(row.external_references).map(
    (reference) => `${reference.system}: ${reference.id}`,
  );
  return searchText([
    row.name,
    row.unit,
    row.business_owner,
    row.technical_owner,
    row.type,
    parseTags(row.tags).join(', '),
    references.join(', '),
  ]);
}
