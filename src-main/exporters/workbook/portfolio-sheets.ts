import type { ModelDrift } from '#contract/drift/views';
import type { IncidentRow } from '#contract/incidents/parts';
import { sayHealthWithoutColumn } from '#domain/drift/health-words';
import { MODEL_FIELDS } from '#domain/models/model-fields';
import type { TimelineMove } from '#domain/timeline/lifecycle-events';
import { HEALTH_LABELS, STAGE_LABELS } from '#domain/vocabulary';
import type { Sheet } from '../xlsx/cells';
import type { CellWriter } from './cell-writer';
import { incidentColumns } from './list-columns';
import { tableColumn as column, type Listed, tableSheet } from './table-sheet';

/** A move of a model, with the model's name. */
export interface MoveLine extends Omit<TimelineMove, 'id' | 'release'> {
  readonly modelId: string;
  readonly model: string;
  readonly recordedAt: string;
}

export function movesSheet(write: CellWriter, moves: Listed<MoveLine>): Sheet {
  const of = column<MoveLine>;
  return tableSheet(
    'Moves',
    [
      of('Model', 40, (row) => write.model(row.modelId, row.model)),
      of('Effective', 16, (row) => write.moment(row.at, row.precision)),
      of('From', 17, (row) => write.text(row.from && STAGE_LABELS[row.from])),
      of('To', 17, (row) => write.text(STAGE_LABELS[row.to])),
      of('Version', 14, (row) => write.text(row.version)),
      of('By', 22, (row) => write.person(row.actor)),
      of('Reason', 50, (row) => write.long(row.reason)),
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
      of('Model', 40, (row) => write.model(row.modelId, row.name)),
      of(MODEL_FIELDS.tier.label, 7, (row) => write.count(row.tier)),
      of(MODEL_FIELDS.stage.label, 17, (row) => write.text(STAGE_LABELS[row.stage])),
      of(MODEL_FIELDS.health.label, 12, (row) => write.text(HEALTH_LABELS[row.health])),
      of('Since', 13, (row) => write.date(row.since)),
      of('Why', 70, (row) => ({
        value: write.sentence(write.redact.withholdsTexts ? sayHealthWithoutColumn(row) : row.words),
        look: 'clip',
      })),
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
  return tableSheet('Incidents', Object.values(incidentColumns(write, currency)), incidents);
}
