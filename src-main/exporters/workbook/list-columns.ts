import type { IncidentRow } from '#contract/incidents/parts';
import type { ModelRow } from '#contract/models/models';
import type { IncidentExportColumn, ModelExportColumn } from '#contract/reports/exports';
import {
  DETECTED_BY_LABELS,
  HARM_CATEGORY_LABELS,
  INCIDENT_CAUSE_LABELS,
  INCIDENT_STATUS_LABELS,
} from '#domain/incidents/vocabulary';
import { AUTONOMY_LABELS, KIND_LABELS } from '#domain/models/kinds';
import { EXPORTED_NAMES, fieldHead, MODEL_FIELDS } from '#domain/models/model-fields';
import {
  CRITICALITY_LABELS,
  HEALTH_LABELS,
  MONITORING_LABELS,
  ORIGIN_LABELS,
  PERSONAL_DATA_LABELS,
  STAGE_LABELS,
  UPDATE_FREQUENCY_LABELS,
} from '#domain/vocabulary';
import type { Cell } from '../xlsx/cells';
import type { CellWriter } from './cell-writer';
import { type TableSheetColumn, tableColumn } from './table-sheet';

type Columns<Name extends string, T> = Readonly<Record<Name, TableSheetColumn<T>>>;

/** Every column of a list of models by the field that it shows, in the order of the descriptions. */
export function modelColumns(write: CellWriter, currency: string): Columns<ModelExportColumn, ModelRow> {
  const cells: Readonly<Record<ModelExportColumn, readonly [width: number, cell: (row: ModelRow) => Cell | null]>> = {
    name: [40, (row) => write.text(write.redact.model(row.id, row.name))],
    stage: [17, (row) => write.text(STAGE_LABELS[row.stage])],
    inProduction: [13, (row) => write.yesNo(row.inProduction)],
    stageSince: [14, (row) => write.dated(row.stageSince, row.stageSincePrecision)],
    health: [12, (row) => write.text(HEALTH_LABELS[row.health])],
    monitoring: [14, (row) => write.text(row.monitoring && MONITORING_LABELS[row.monitoring])],
    tier: [7, (row) => write.count(row.tier)],
    unit: [26, (row) => write.typed(row.unit)],
    businessOwner: [22, (row) => write.person(row.businessOwner)],
    technicalOwner: [22, (row) => write.person(row.technicalOwner)],
    type: [20, (row) => write.text(row.type)],
    origin: [12, (row) => write.text(row.origin && ORIGIN_LABELS[row.origin])],
    criticality: [12, (row) => write.text(row.criticality && CRITICALITY_LABELS[row.criticality])],
    personalData: [13, (row) => write.text(PERSONAL_DATA_LABELS[row.personalData])],
    updateFrequency: [14, (row) => write.text(row.updateFrequency && UPDATE_FREQUENCY_LABELS[row.updateFrequency])],
    reviewDue: [13, (row) => write.date(row.reviewDue)],
    version: [14, (row) => write.text(row.version)],
    versionSince: [13, (row) => write.dated(row.versionSince, row.versionSincePrecision)],
    releasesLast12Months: [12, (row) => write.count(row.releasesLast12Months)],
    openIncidents: [12, (row) => write.count(row.openIncidents)],
    lastResult: [14, (row) => write.instant(row.lastResult)],
    dataQuality: [12, (row) => write.count(row.dataQuality)],
    timeToProductionDays: [12, (row) => write.number(row.timeToProductionDays)],
    lastSignOfLife: [14, (row) => write.dated(row.lastSignOfLife, row.lastSignOfLifePrecision)],
    annualValueMinor: [18, (row) => write.minor(row.annualValueMinor)],
    annualRunCostMinor: [18, (row) => write.minor(row.annualRunCostMinor)],
    kind: [18, (row) => write.text(row.kind && KIND_LABELS[row.kind])],
    autonomy: [20, (row) => write.text(row.autonomy && AUTONOMY_LABELS[row.autonomy])],
    vendor: [22, (row) => write.typed(row.vendor)],
    developer: [22, (row) => write.person(row.developer)],
    reviewer: [22, (row) => write.person(row.reviewer)],
    overseer: [22, (row) => write.person(row.overseer)],
    approvedUses: [40, (row) => write.typed(row.approvedUses)],
    limitations: [40, (row) => write.typed(row.limitations)],
    dataSources: [40, (row) => write.typed(row.dataSources)],
    tags: [24, (row) => write.typed(row.tags.join(', '))],
    updatedAt: [16, (row) => write.instant(row.updatedAt)],
  };
  const columns = EXPORTED_NAMES.map((name) => {
    const [width, cell] = cells[name];
    return [name, tableColumn<ModelRow>(fieldHead(name, currency), width, cell)] as const;
  });
  // fromEntries forgets the names, which are all that are exported.
  return Object.fromEntries(columns) as Columns<ModelExportColumn, ModelRow>;
}

/** Every column of a list of incidents by the field that it shows, in the order of the workbook. */
export function incidentColumns(write: CellWriter, currency: string): Columns<IncidentExportColumn, IncidentRow> {
  const of = tableColumn<IncidentRow>;
  return {
    number: of('Number', 10, (row) => write.count(row.number)),
    title: of('Title', 50, (row) => write.typed(row.title)),
    severity: of('Severity', 9, (row) => write.count(row.severity)),
    status: of('Status', 14, (row) => write.text(INCIDENT_STATUS_LABELS[row.status])),
    modelName: of('Model', 34, (row) => (row.modelId === null ? null : write.model(row.modelId, row.modelName))),
    modelText: of('Model in the source', 24, (row) => write.typed(row.modelText)),
    version: of('Version', 14, (row) => write.text(row.version)),
    tier: of(MODEL_FIELDS.tier.label, 7, (row) => write.count(row.tier)),
    unit: of(MODEL_FIELDS.unit.label, 24, (row) => write.typed(row.unit)),
    openedAt: of('Opened', 16, (row) => write.instant(row.openedAt)),
    acknowledgedAt: of('Acknowledged', 16, (row) => write.instant(row.acknowledgedAt)),
    mitigatedAt: of('Mitigated', 16, (row) => write.instant(row.mitigatedAt)),
    resolvedAt: of('Resolved', 16, (row) => write.instant(row.resolvedAt)),
    closedAt: of('Closed', 16, (row) => write.instant(row.closedAt)),
    reviewedAt: of('Reviewed', 16, (row) => write.instant(row.reviewedAt)),
    timeToAcknowledgeHours: of('Hours to acknowledge', 13, (row) => write.number(row.timeToAcknowledgeHours)),
    timeToResolveHours: of('Hours to resolve', 13, (row) => write.number(row.timeToResolveHours)),
    cause: of('Cause', 22, (row) => write.text(INCIDENT_CAUSE_LABELS[row.cause])),
    causedByChange: of('Caused by a change', 12, (row) => write.text(row.causedByChange)),
    detectedBy: of('Detected by', 14, (row) => write.text(DETECTED_BY_LABELS[row.detectedBy])),
    harmCategory: of('Harm', 22, (row) => write.text(HARM_CATEGORY_LABELS[row.harmCategory])),
    reportable: of('Reportable', 11, (row) => write.text(row.reportable)),
    owner: of('Owner', 22, (row) => write.person(row.owner)),
    mitigationOwner: of('Mitigated by', 22, (row) => write.person(row.mitigationOwner)),
    mitigationDue: of('To be mitigated by', 13, (row) => write.date(row.mitigationDue)),
    mitigation: of('What mitigated it', 34, (row) => write.typed(row.mitigation)),
    mitigationVersion: of('Version that did', 14, (row) => write.text(row.mitigationVersion)),
    personHours: of('Person-hours', 12, (row) => write.number(row.personHours)),
    costMinor: of(`Cost (${currency})`, 16, (row) => write.minor(row.costMinor)),
    source: of('Source', 18, (row) => write.text(row.source)),
    externalId: of('Number in the source', 18, (row) => write.typed(row.externalId)),
    updatedAt: of(MODEL_FIELDS.updatedAt.label, 16, (row) => write.instant(row.updatedAt)),
  };
}
