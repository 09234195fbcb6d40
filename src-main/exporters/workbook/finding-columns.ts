import type { Output } from '#contract/index';
import {
  FINDING_SEVERITY_LABELS,
  FINDING_SOURCE_LABELS,
  FINDING_STATUS_LABELS,
  FINDING_TOPIC_LABELS,
} from '#domain/governance/vocabulary';
import { MODEL_FIELDS } from '#domain/models/model-fields';
import type { CellWriter } from './cell-writer';
import { type TableSheetColumn, tableColumn } from './table-sheet';

export type RegisterFinding = Output<'findings.register'>['rows'][number];

/** Findings as the register lists them, each with its age. */
export function findingColumns(write: CellWriter): readonly TableSheetColumn<RegisterFinding>[] {
  const of = tableColumn<RegisterFinding>;
  return [
    of('Model', 40, (row) => write.model(row.modelId, row.modelName)),
    of(MODEL_FIELDS.tier.label, 7, (row) => write.count(row.tier)),
    of(MODEL_FIELDS.unit.label, 24, (row) => write.typed(row.unit)),
    of('Finding', 50, (row) => write.typed(row.title)),
    of('Severity', 10, (row) => write.text(FINDING_SEVERITY_LABELS[row.severity])),
    of('From', 18, (row) => write.text(FINDING_SOURCE_LABELS[row.source])),
    of('About', 20, (row) => write.text(FINDING_TOPIC_LABELS[row.topic])),
    of('Status', 16, (row) => write.text(FINDING_STATUS_LABELS[row.status])),
    of('Opened', 13, (row) => write.date(row.openedOn)),
    of('Age (days)', 10, (row) => write.count(row.ageDays)),
    of('Due', 13, (row) => write.date(row.due)),
    of('Overdue', 10, (row) => write.yesNo(row.overdue)),
    of('Owner', 22, (row) => write.person(row.owner)),
    of('Remediation', 50, (row) => write.long(row.remediation)),
    of('Accepted until', 13, (row) => write.date(row.acceptedUntil)),
    of('Closed', 13, (row) => write.date(row.closedOn)),
    of('Note', 50, (row) => write.long(row.note)),
  ];
}
