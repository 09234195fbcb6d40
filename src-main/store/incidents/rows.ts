import type { IncidentFields, IncidentRow } from '#contract/incidents/parts';
import { HOUR_MS } from '#domain/base/calendar';
import { searchText } from '#domain/base/search-text';
import type { IncidentState } from '#domain/incidents/incident-moves';
import type { Tier } from '#domain/vocabulary';
import { EMPTY_INCIDENT, type IncidentTableRow } from './tables';

/** The text columns that hold a closed vocabulary or JSON were validated by the contract before they were written. */
type Stored = IncidentTableRow & {
  readonly severity: IncidentFields['severity'];
  readonly cause: IncidentFields['cause'];
  readonly caused_by_change: IncidentFields['causedByChange'];
  readonly detected_by: IncidentFields['detectedBy'];
  readonly harm_category: IncidentFields['harmCategory'];
  readonly reportable: IncidentFields['reportable'];
};

const EMPTY_POSTMORTEM: IncidentFields['postmortem'] = {
  overview: '',
  whatHappened: '',
  contributingFactors: '',
  resolution: '',
  impact: '',
  actions: '',
  owner: '',
};

// Both columns are written through the contract's schema.
export const parseLinks = (text: string): IncidentFields['links'] => JSON.parse(text) as IncidentFields['links'];
export const parsePostmortem = (text: string): IncidentFields['postmortem'] => ({
  ...EMPTY_POSTMORTEM,
  ...(JSON.parse(text) as Partial<IncidentFields['postmortem']>),
});

const COLUMN_OF = {
  title: 'title',
  description: 'description',
  severity: 'severity',
  openedAt: 'opened_at',
  detectedAt: 'detected_at',
  acknowledgedAt: 'acknowledged_at',
  mitigatedAt: 'mitigated_at',
  resolvedAt: 'resolved_at',
  closedAt: 'closed_at',
  cause: 'cause',
  causedByChange: 'caused_by_change',
  changeReference: 'change_reference',
  detectedBy: 'detected_by',
  personHours: 'person_hours',
  costMinor: 'cost_minor',
  harmCategory: 'harm_category',
  reportable: 'reportable',
  owner: 'owner',
  mitigationOwner: 'mitigation_owner',
  mitigationDue: 'mitigation_due',
  mitigation: 'mitigation',
  mitigationVersion: 'mitigation_version',
  links: 'links',
  postmortem: 'postmortem',
  reviewedAt: 'reviewed_at',
  modelId: 'model_id',
  modelText: 'model_text',
  version: 'version',
  source: 'source',
  externalId: 'external_id',
  externalUrl: 'external_url',
} as const satisfies Record<keyof IncidentFields, keyof IncidentTableRow>;

const FIELD_OF: ReadonlyMap<string, string> = new Map([
  ...Object.entries(COLUMN_OF).map(([field, column]) => [column, field] as const),
  ['status', 'status'],
]);

/** The fields that lie in a column, with what they hold there: those of the postmortem each by itself. */
export function incidentFieldsIn(column: string, cell: unknown): Readonly<Record<string, unknown>> {
  const field = FIELD_OF.get(column);
  if (field === undefined) return {};
  if (column === 'links') return { [field]: typeof cell === 'string' ? parseLinks(cell) : null };
  if (column !== 'postmortem') return { [field]: cell };
  const parts = typeof cell === 'string' ? parsePostmortem(cell) : EMPTY_POSTMORTEM;
  return Object.fromEntries(Object.entries(parts).map(([part, text]) => [`${field}.${part}`, text]));
}

/** Any of the fields; `undefined` counts as not given. */
export type GivenIncidentFields = { readonly [K in keyof IncidentFields]?: IncidentFields[K] | undefined };

/** Only the given fields, as columns; lists and objects become JSON. */
export function incidentColumns(fields: GivenIncidentFields): Partial<IncidentTableRow> {
  const columns: Record<string, unknown> = {};
  for (const [field, column] of Object.entries(COLUMN_OF)) {
    const value: unknown = Reflect.get(fields, field);
    if (value === undefined) continue;
    columns[column] = typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
  }
  return columns; // each entry is a column of IncidentTableRow by COLUMN_OF
}

/** All fields of a stored incident, as a person or an import gave them. */
export function incidentFieldsOf(row: IncidentTableRow): IncidentFields {
  const fields: Record<string, unknown> = Object.fromEntries(
    Object.entries(COLUMN_OF).map(([field, column]) => [field, row[column]]),
  );
  // Each column was written from its field; see Stored.
  const plain = fields as IncidentFields;
  return { ...plain, links: parseLinks(row.links), postmortem: parsePostmortem(row.postmortem) };
}

export const stateOf = (row: IncidentTableRow): IncidentState => ({
  status: row.status,
  openedAt: row.opened_at,
  detectedAt: row.detected_at,
  acknowledgedAt: row.acknowledged_at,
  mitigatedAt: row.mitigated_at,
  resolvedAt: row.resolved_at,
  closedAt: row.closed_at,
  reopenCount: row.reopen_count,
  lastMoveAt: row.last_move_at,
});

export const stateColumns = (state: IncidentState): Partial<IncidentTableRow> => ({
  status: state.status,
  opened_at: state.openedAt,
  detected_at: state.detectedAt,
  acknowledged_at: state.acknowledgedAt,
  mitigated_at: state.mitigatedAt,
  resolved_at: state.resolvedAt,
  closed_at: state.closedAt,
  reopen_count: state.reopenCount,
  last_move_at: state.lastMoveAt,
});

/** What a list shows of an incident's model; an incident of none has none. */
export interface IncidentModel {
  readonly name: string;
  readonly unit: string;
  readonly tier: Tier | null;
}

export function toIncidentRow(row: IncidentTableRow, model: IncidentModel | undefined): IncidentRow {
  const stored = row as Stored; // see Stored
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    severity: stored.severity,
    status: row.status,
    openedAt: row.opened_at,
    detectedAt: row.detected_at,
    acknowledgedAt: row.acknowledged_at,
    mitigatedAt: row.mitigated_at,
    resolvedAt: row.resolved_at,
    closedAt: row.closed_at,
    reopenCount: row.reopen_count,
    cause: stored.cause,
    causedByChange: stored.caused_by_change,
    changeReference: row.change_reference,
    detectedBy: stored.detected_by,
    personHours: row.person_hours,
    costMinor: row.cost_minor,
    harmCategory: stored.harm_category,
    reportable: stored.reportable,
    owner: row.owner,
    mitigationOwner: row.mitigation_owner,
    mitigationDue: row.mitigation_due,
    mitigation: row.mitigation,
    mitigationVersion: row.mitigation_version,
    reviewedAt: row.reviewed_at,
    modelId: row.model_id,
    modelText: row.model_text,
    modelName: model?.name ?? '',
    unit: model?.unit ?? '',
    tier: model?.tier ?? null,
    version: row.version,
    source: row.source,
    externalId: row.external_id,
    externalUrl: row.external_url,
    timeToAcknowledgeHours: hoursBetween(row.opened_at, row.acknowledged_at),
    timeToResolveHours: hoursBetween(row.opened_at, row.resolved_at),
    updatedAt: row.updated_at,
  };
}

const hoursBetween = (from: string, to: string | null): number | null =>
  to === null ? null : (Date.parse(to) - Date.parse(from)) / HOUR_MS;

/** What the search looks through besides the model's name; the title comes first, for the list is sorted by it as well. */
export function incidentSearchText(
  row: Pick<
    IncidentTableRow,
    'title' | 'number' | 'external_id' | 'owner' | 'model_text' | 'version' | 'change_reference' | 'source'
  >,
): string {
  return searchText([
    row.title,
    String(row.number),
    row.external_id,
    row.owner,
    row.model_text,
    row.version,
    row.change_reference,
    row.source,
  ]);
}

/** The whole row of a new incident: what is given, and what any new row leaves empty. */
export function newIncidentRow(
  id: string,
  number: number,
  columns: Partial<IncidentTableRow> & Pick<IncidentTableRow, 'title' | 'opened_at' | 'status'>,
  now: string,
): IncidentTableRow {
  const row = {
    ...EMPTY_INCIDENT,
    ...columns,
    id,
    number,
    search_text: '',
    created_at: now,
    updated_at: now,
  };
  return { ...row, search_text: incidentSearchText(row) };
}
