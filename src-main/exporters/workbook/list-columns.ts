import type { IncidentRow } from '#contract/incidents/parts';
import type { ModelRow } from '#contract/models/models';
import type { IncidentExportColumn, ModelExportColumn } from '#contract/reports/exports';
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
    number: of(INCIDENT_HEADS.number, 10, (row) => write.count(row.number)),
    title: of(INCIDENT_HEADS.title, 50, (row) => write.typed(row.title)),
    severity: of(INCIDENT_HEADS.severity, 9, (row) => write.count(row.severity)),
    status: of(INCIDENT_HEADS.status, 14, (row) => write.text(INCIDENT_STATUS_LABELS[row.status])),
    modelName: of(INCIDENT_HEADS.modelName, 34, (row) =>
      row.modelId === null ? null : write.model(row.modelId, row.modelName),
    ),
    modelText: of(INCIDENT_HEADS.modelText, 24, (row) => write.typed(row.modelText)),
    version: of(INCIDENT_HEADS.version, 14, (row) => write.text(row.version)),
    tier: of(INCIDENT_HEADS.tier, 7, (row) => write.count(row.tier)),
    unit: of(INCIDENT_HEADS.unit, 24, (row) => write.typed(row.unit)),
    openedAt: of(INCIDENT_HEADS.openedAt, 16, (row) => write.instant(row.openedAt)),
    acknowledgedAt: of(INCIDENT_HEADS.acknowledgedAt, 16, (row) => write.instant(row.acknowledgedAt)),
    mitigatedAt: of(INCIDENT_HEADS.mitigatedAt, 16, (row) => write.instant(row.mitigatedAt)),
    resolvedAt: of(INCIDENT_HEADS.resolvedAt, 16, (row) => write.instant(row.resolvedAt)),
    closedAt: of(INCIDENT_HEADS.closedAt, 16, (row) => write.instant(row.closedAt)),
    reviewedAt: of(INCIDENT_HEADS.reviewedAt, 16, (row) => write.instant(row.reviewedAt)),
    timeToAcknowledgeHours: of(INCIDENT_HEADS.timeToAcknowledgeHours, 13, (row) =>
      write.number(row.timeToAcknowledgeHours),
    ),
    timeToResolveHours: of(INCIDENT_HEADS.timeToResolveHours, 13, (row) => write.number(row.timeToResolveHours)),
    cause: of(INCIDENT_HEADS.cause, 22, (row) => write.text(INCIDENT_CAUSE_LABELS[row.cause])),
    causedByChange: of(INCIDENT_HEADS.causedByChange, 12, (row) => write.text(row.causedByChange)),
    detectedBy: of(INCIDENT_HEADS.detectedBy, 14, (row) => write.text(DETECTED_BY_LABELS[row.detectedBy])),
    harmCategory: of(INCIDENT_HEADS.harmCategory, 22, (row) => write.text(HARM_CATEGORY_LABELS[row.harmCategory])),
    reportable: of(INCIDENT_HEADS.reportable, 11, (row) => write.text(row.reportable)),
    owner: of(INCIDENT_HEADS.owner, 22, (row) => write.person(row.owner)),
    mitigationOwner: of(INCIDENT_HEADS.mitigationOwner, 22, (row) => write.person(row.mitigationOwner)),
    mitigationDue: of(INCIDENT_HEADS.mitigationDue, 13, (row) => write.date(row.mitigationDue)),
    mitigation: of(INCIDENT_HEADS.mitigation, 34, (row) => write.typed(row.mitigation)),
    mitigationVersion: of(INCIDENT_HEADS.mitigationVersion, 14, (row) => write.text(row.mitigationVersion)),
    personHours: of(INCIDENT_HEADS.personHours, 12, (row) => write.number(row.personHours)),
    costMinor: of(`${INCIDENT_HEADS.costMinor} (${currency})`, 16, (row) => write.minor(row.costMinor)),
    source: of(INCIDENT_HEADS.source, 18, (row) => write.text(row.source)),
    externalId: of(INCIDENT_HEADS.externalId, 18, (row) => write.typed(row.externalId)),
    updatedAt: of(INCIDENT_HEADS.updatedAt, 16, (row) => write.instant(row.updatedAt)),
  };
}
