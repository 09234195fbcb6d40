import type { IncidentRow } from '#contract/incidents/parts';
import type { ModelRow } from '#contract/models/models';
import type { IncidentExportColumn, ModelExportColumn } from '#contract/reports/exports';
import {
  DETECTED_BY_LABELS,
  HARM_CATEGORY_LABELS,
  INCIDENT_CAUSE_LABELS,
  INCIDENT_STATUS_LABELS,
} from '#domain/incidents/vocabulary';
import {
  CRITICALITY_LABELS,
  HEALTH_LABELS,
  ORIGIN_LABELS,
  PERSONAL_DATA_LABELS,
  STAGE_LABELS,
  UPDATE_FREQUENCY_LABELS,
} from '#domain/vocabulary';
import type { CellWriter } from './cell-writer';
import { type TableSheetColumn, tableColumn } from './table-sheet';

type Columns<Name extends string, T> = Readonly<Record<Name, TableSheetColumn<T>>>;

/** Every column of a list of models by the field that it shows, in the order of the workbook. */
export function modelColumns(write: CellWriter, currency: string): Columns<ModelExportColumn, ModelRow> {
  const of = tableColumn<ModelRow>;
  return {
    name: of('Model', 40, (row) => write.text(write.redact.model(row.id, row.name))),
    stage: of('Stage', 17, (row) => write.text(STAGE_LABELS[row.stage])),
    inProduction: of('In production', 13, (row) => write.yesNo(row.inProduction)),
    stageSince: of('In this stage since', 14, (row) => write.date(row.stageSince)),
    health: of('Health', 12, (row) => write.text(HEALTH_LABELS[row.health])),
    tier: of('Tier', 7, (row) => write.count(row.tier)),
    unit: of('Business unit', 26, (row) => write.typed(row.unit)),
    businessOwner: of('Business owner', 22, (row) => write.person(row.businessOwner)),
    technicalOwner: of('Technical owner', 22, (row) => write.person(row.technicalOwner)),
    type: of('Type', 20, (row) => write.typed(row.type)),
    origin: of('Origin', 12, (row) => write.text(row.origin && ORIGIN_LABELS[row.origin])),
    updateFrequency: of('Updated', 14, (row) =>
      write.text(row.updateFrequency && UPDATE_FREQUENCY_LABELS[row.updateFrequency]),
    ),
    criticality: of('Criticality', 12, (row) => write.text(row.criticality && CRITICALITY_LABELS[row.criticality])),
    personalData: of('Personal data', 13, (row) => write.text(PERSONAL_DATA_LABELS[row.personalData])),
    version: of('Version', 14, (row) => write.typed(row.version)),
    versionSince: of('Version since', 13, (row) => write.date(row.versionSince)),
    releasesLast12Months: of('Releases in 12 months', 12, (row) => write.count(row.releasesLast12Months)),
    timeToProductionDays: of('Days to production', 12, (row) => write.number(row.timeToProductionDays)),
    lastSignOfLife: of('Last sign of life', 14, (row) => write.date(row.lastSignOfLife)),
    reviewDue: of('Review due', 13, (row) => write.date(row.reviewDue)),
    annualValueMinor: of(`Annual value (${currency})`, 18, (row) => write.minor(row.annualValueMinor)),
    annualRunCostMinor: of(`Annual run cost (${currency})`, 18, (row) => write.minor(row.annualRunCostMinor)),
    tags: of('Tags', 24, (row) => write.typed(row.tags.join(', '))),
    updatedAt: of('Changed', 16, (row) => write.instant(row.updatedAt)),
  };
}

/** Every column of a list of incidents by the field that it shows, in the order of the workbook. */
export function incidentColumns(write: CellWriter, currency: string): Columns<IncidentExportColumn, IncidentRow> {
  const of = tableColumn<IncidentRow>;
  return {
    number: of('Number', 10, (row) => write.count(row.number)),
    title: of('Title', 50, (row) => write.typed(row.title)),
    severity: of('Severity', 9, (row) => write.count(row.severity)),
    status: of('Status', 14, (row) => write.text(INCIDENT_STATUS_LABELS[row.status])),
    modelName: of('Model', 34, (row) =>
      row.modelId === null ? null : write.text(write.redact.model(row.modelId, row.modelName)),
    ),
    modelText: of('Model in the source', 24, (row) => write.typed(row.modelText)),
    version: of('Version', 14, (row) => write.typed(row.version)),
    tier: of('Tier', 7, (row) => write.count(row.tier)),
    unit: of('Business unit', 24, (row) => write.typed(row.unit)),
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
    personHours: of('Person-hours', 12, (row) => write.number(row.personHours)),
    costMinor: of(`Cost (${currency})`, 16, (row) => write.minor(row.costMinor)),
    source: of('Source', 18, (row) => write.typed(row.source)),
    externalId: of('Number in the source', 18, (row) => write.typed(row.externalId)),
    updatedAt: of('Changed', 16, (row) => write.instant(row.updatedAt)),
  };
}
