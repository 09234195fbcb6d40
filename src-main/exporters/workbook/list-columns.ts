import type { IncidentRow } from '#contract/incidents/parts';
import type { ModelRow } from '#contract/models/models';
import { INCIDENT_EXPORT_COLUMNS, type IncidentExportColumn, type ModelExportColumn } from '#contract/reports/exports';
import { INCIDENT_HEADS } from '#domain/incidents/incident-heads';
import {
  DETECTED_BY_LABELS,
  HARM_CATEGORY_LABELS,
  INCIDENT_CAUSE_LABELS,
  INCIDENT_STATUS_LABELS,
} from '#domain/incidents/vocabulary';
import { AUTONOMY_LABELS, KIND_LABELS } from '#domain/models/kinds';
import { EXPORTED_NAMES, fieldHead } from '#domain/models/model-fields';
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
type Cells<Name extends string, T> = Readonly<Record<Name, readonly [width: number, cell: (row: T) => Cell | null]>>;

/** The columns in the order of their names, each under its head. */
function columnsOf<Name extends string, T>(
  names: readonly Name[],
  cells: Cells<Name, T>,
  head: (name: Name) => string,
): Columns<Name, T> {
  const columns = names.map((name) => {
    const [width, cell] = cells[name];
    return [name, tableColumn<T>(head(name), width, cell)] as const;
  });
  // fromEntries forgets the names.
  return Object.fromEntries(columns) as Columns<Name, T>;
}

/** Every column of a list of models by the field that it shows, in the order of the descriptions. */
export function modelColumns(write: CellWriter, currency: string): Columns<ModelExportColumn, ModelRow> {
  const cells: Cells<ModelExportColumn, ModelRow> = {
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
  return columnsOf<ModelExportColumn, ModelRow>(EXPORTED_NAMES, cells, (name) => fieldHead(name, currency));
}

/** Every column of a list of incidents by the field that it shows, in the order of the workbook. */
export function incidentColumns(write: CellWriter, currency: string): Columns<IncidentExportColumn, IncidentRow> {
  const cells: Cells<IncidentExportColumn, IncidentRow> = {
    number: [10, (row) => write.count(row.number)],
    title: [50, (row) => write.typed(row.title)],
    severity: [9, (row) => write.count(row.severity)],
    status: [14, (row) => write.text(INCIDENT_STATUS_LABELS[row.status])],
    modelName: [34, (row) => (row.modelId === null ? null : write.model(row.modelId, row.modelName))],
    modelText: [24, (row) => write.typed(row.modelText)],
    version: [14, (row) => write.text(row.version)],
    tier: [7, (row) => write.count(row.tier)],
    unit: [24, (row) => write.typed(row.unit)],
    openedAt: [16, (row) => write.instant(row.openedAt)],
    acknowledgedAt: [16, (row) => write.instant(row.acknowledgedAt)],
    mitigatedAt: [16, (row) => write.instant(row.mitigatedAt)],
    resolvedAt: [16, (row) => write.instant(row.resolvedAt)],
    closedAt: [16, (row) => write.instant(row.closedAt)],
    reviewedAt: [16, (row) => write.instant(row.reviewedAt)],
    timeToAcknowledgeHours: [13, (row) => write.number(row.timeToAcknowledgeHours)],
    timeToResolveHours: [13, (row) => write.number(row.timeToResolveHours)],
    cause: [22, (row) => write.text(INCIDENT_CAUSE_LABELS[row.cause])],
    causedByChange: [12, (row) => write.text(row.causedByChange)],
    detectedBy: [14, (row) => write.text(DETECTED_BY_LABELS[row.detectedBy])],
    harmCategory: [22, (row) => write.text(HARM_CATEGORY_LABELS[row.harmCategory])],
    reportable: [11, (row) => write.text(row.reportable)],
    owner: [22, (row) => write.person(row.owner)],
    mitigationOwner: [22, (row) => write.person(row.mitigationOwner)],
    mitigationDue: [13, (row) => write.date(row.mitigationDue)],
    mitigation: [34, (row) => write.typed(row.mitigation)],
    mitigationVersion: [14, (row) => write.text(row.mitigationVersion)],
    personHours: [12, (row) => write.number(row.personHours)],
    costMinor: [16, (row) => write.minor(row.costMinor)],
    source: [18, (row) => write.text(row.source)],
    externalId: [18, (row) => write.typed(row.externalId)],
    updatedAt: [16, (row) => write.instant(row.updatedAt)],
  };
  return columnsOf<IncidentExportColumn, IncidentRow>(INCIDENT_EXPORT_COLUMNS, cells, (name) =>
    name === 'costMinor' ? `${INCIDENT_HEADS[name]} (${currency})` : INCIDENT_HEADS[name],
  );
}
