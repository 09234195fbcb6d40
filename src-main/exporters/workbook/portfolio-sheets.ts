import type { ModelDrift } from '#contract/drift-views';
import type { IncidentRow } from '#contract/incident-parts';
import type { ModelRow } from '#contract/models';
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
  type Stage,
  UPDATE_FREQUENCY_LABELS,
} from '#domain/vocabulary';
import type { Sheet } from '../xlsx/cells';
import type { CellWriter } from './cell-writer';
import { type TableSheetColumn, tableSheet } from './table-sheet';

export type Listed<T> = Iterable<T> | AsyncIterable<T>;

/** A move of a model, with the model's name. */
export interface MoveLine {
  readonly modelId: string;
  readonly model: string;
  readonly from: Stage | null;
  readonly to: Stage;
  readonly at: string | null;
  readonly actor: string;
  readonly reason: string;
  readonly correction: boolean;
  readonly version: string;
  readonly recordedAt: string;
}

const column = <T>(head: string, width: number, cell: TableSheetColumn<T>['cell']): TableSheetColumn<T> => ({
  head,
  width,
  cell,
});

export function inventorySheet(write: CellWriter, currency: string, models: Listed<ModelRow>): Sheet {
  const of = column<ModelRow>;
  return tableSheet(
    'Inventory',
    [
      of('Model', 40, (row) => write.text(write.redact.model(row.id, row.name))),
      of('Stage', 17, (row) => write.text(STAGE_LABELS[row.stage])),
      of('In production', 13, (row) => write.yesNo(row.inProduction)),
      of('In this stage since', 14, (row) => write.date(row.stageSince)),
      of('Health', 12, (row) => write.text(HEALTH_LABELS[row.health])),
      of('Tier', 7, (row) => write.count(row.tier)),
      of('Business unit', 26, (row) => write.typed(row.unit)),
      of('Business owner', 22, (row) => write.person(row.businessOwner)),
      of('Technical owner', 22, (row) => write.person(row.technicalOwner)),
      of('Type', 20, (row) => write.typed(row.type)),
      of('Origin', 12, (row) => write.text(row.origin && ORIGIN_LABELS[row.origin])),
      of('Updated', 14, (row) => write.text(row.updateFrequency && UPDATE_FREQUENCY_LABELS[row.updateFrequency])),
      of('Criticality', 12, (row) => write.text(row.criticality && CRITICALITY_LABELS[row.criticality])),
      of('Personal data', 13, (row) => write.text(PERSONAL_DATA_LABELS[row.personalData])),
      of('Version', 14, (row) => write.typed(row.version)),
      of('Version since', 13, (row) => write.date(row.versionSince)),
      of('Releases in 12 months', 12, (row) => write.count(row.releasesLast12Months)),
      of('Days to production', 12, (row) => write.number(row.timeToProductionDays)),
      of('Last sign of life', 14, (row) => write.date(row.lastSignOfLife)),
      of('Review due', 13, (row) => write.date(row.reviewDue)),
      of(`Annual value (${currency})`, 18, (row) => write.minor(row.annualValueMinor)),
      of(`Annual run cost (${currency})`, 18, (row) => write.minor(row.annualRunCostMinor)),
      of('Tags', 24, (row) => write.typed(row.tags.join(', '))),
      of('Changed', 16, (row) => write.instant(row.updatedAt)),
    ],
    models,
  );
}

export function movesSheet(write: CellWriter, moves: Listed<MoveLine>): Sheet {
  const of = column<MoveLine>;
  return tableSheet(
    'Moves',
    [
      of('Model', 40, (row) => write.text(write.redact.model(row.modelId, row.model))),
      of('Effective', 16, (row) => write.instant(row.at)),
      of('From', 17, (row) => write.text(row.from && STAGE_LABELS[row.from])),
      of('To', 17, (row) => write.text(STAGE_LABELS[row.to])),
      of('Version', 14, (row) => write.typed(row.version)),
      of('By', 22, (row) => write.person(row.actor)),
      of('Reason', 50, (row) => write.typed(row.reason)),
      of('Correction', 11, (row) => write.yesNo(row.correction)),
      of('Recorded', 16, (row) => write.instant(row.recordedAt)),
    ],
    moves,
  );
}

export function driftSheet(write: CellWriter, models: Listed<ModelDrift>): Sheet {
  const of = column<ModelDrift>;
  return tableSheet(
    'Drift',
    [
      of('Model', 40, (row) => write.text(write.redact.model(row.modelId, row.name))),
      of('Tier', 7, (row) => write.count(row.tier)),
      of('Stage', 17, (row) => write.text(STAGE_LABELS[row.stage])),
      of('Health', 12, (row) => write.text(HEALTH_LABELS[row.health])),
      of('Since', 13, (row) => write.date(row.since)),
      of('Why', 70, (row) => write.typed(row.words)),
      of('Last result', 16, (row) => write.instant(row.lastResult)),
      of('Results every (days)', 12, (row) => write.number(row.cadenceDays)),
      of('Silent after (days)', 12, (row) => write.number(row.silentAfterDays)),
      of('Deciding column', 24, (row) => write.typed(row.worst?.column ?? null)),
      of('Metric', 20, (row) => write.text(row.worst?.label ?? null)),
      of('Value', 12, (row) => {
        const value = row.worst?.value ?? null;
        return value === null ? null : { value, format: '0.0000' };
      }),
      of('Measured', 16, (row) => write.instant(row.worst?.at ?? null)),
      of('Retraining due since', 16, (row) => write.instant(row.retraining?.openedAt ?? null)),
    ],
    models,
  );
}

export function incidentsSheet(write: CellWriter, currency: string, incidents: Listed<IncidentRow>): Sheet {
  const of = column<IncidentRow>;
  return tableSheet(
    'Incidents',
    [
      of('Number', 10, (row) => write.count(row.number)),
      of('Title', 50, (row) => write.typed(row.title)),
      of('Severity', 9, (row) => write.count(row.severity)),
      of('Status', 14, (row) => write.text(INCIDENT_STATUS_LABELS[row.status])),
      of('Model', 34, (row) =>
        row.modelId === null ? null : write.text(write.redact.model(row.modelId, row.modelName)),
      ),
      of('Tier', 7, (row) => write.count(row.tier)),
      of('Business unit', 24, (row) => write.typed(row.unit)),
      of('Opened', 16, (row) => write.instant(row.openedAt)),
      of('Acknowledged', 16, (row) => write.instant(row.acknowledgedAt)),
      of('Mitigated', 16, (row) => write.instant(row.mitigatedAt)),
      of('Resolved', 16, (row) => write.instant(row.resolvedAt)),
      of('Closed', 16, (row) => write.instant(row.closedAt)),
      of('Hours to acknowledge', 13, (row) => write.number(row.timeToAcknowledgeHours)),
      of('Hours to resolve', 13, (row) => write.number(row.timeToResolveHours)),
      of('Cause', 22, (row) => write.text(INCIDENT_CAUSE_LABELS[row.cause])),
      of('Caused by a change', 12, (row) => write.text(row.causedByChange)),
      of('Detected by', 14, (row) => write.text(DETECTED_BY_LABELS[row.detectedBy])),
      of('Harm', 22, (row) => write.text(HARM_CATEGORY_LABELS[row.harmCategory])),
      of('Reportable', 11, (row) => write.text(row.reportable)),
      of('Owner', 22, (row) => write.person(row.owner)),
      of('Person-hours', 12, (row) => write.number(row.personHours)),
      of(`Cost (${currency})`, 16, (row) => write.minor(row.costMinor)),
      of('Source', 18, (row) => write.typed(row.source)),
      of('Number in the source', 18, (row) => write.typed(row.externalId)),
    ],
    incidents,
  );
}
