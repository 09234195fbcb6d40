import type { Output } from '#contract/index';
import { EVIDENCE_KINDS } from '#domain/governance/evidence-kinds';
import { EVIDENCE_OUTCOME_LABELS, FINDING_SEVERITY_LABELS } from '#domain/governance/vocabulary';
import { AUTONOMY_LABELS, KIND_LABELS } from '#domain/models/kinds';
import type { GovernanceFacts } from '#domain/reports/governance-facts';
import type { Cell, Row, Sheet } from '../xlsx/cells';
import type { CellWriter } from './cell-writer';
import { findingColumns, type RegisterFinding } from './finding-columns';
import { type Listed, tableColumn, tableSheet } from './table-sheet';

export const findingsSheet = (write: CellWriter, findings: readonly RegisterFinding[]): Sheet =>
  tableSheet('Findings', findingColumns(write), findings);

export type EvidenceLine = Output<'evidence.list'>['evidence'][number] & { readonly modelName: string };

/** Every row of evidence; documents stay where they are. */
export function evidenceSheet(write: CellWriter, evidence: Listed<EvidenceLine>): Sheet {
  const of = tableColumn<EvidenceLine>;
  const labels = new Map(EVIDENCE_KINDS.map(({ kind, label }) => [kind, label]));
  return tableSheet(
    'Evidence',
    [
      of('Model', 40, ({ modelId, modelName }) =>
        modelId === null ? { value: 'The organisation' } : write.model(modelId, modelName),
      ),
      of('Kind', 30, (row) => write.text(labels.get(row.kind) ?? row.kind)),
      of('Day', 13, (row) => write.date(row.on)),
      of('By', 22, (row) => write.person(row.by)),
      of('Outcome', 20, (row) => write.text(EVIDENCE_OUTCOME_LABELS[row.outcome])),
      of('Valid until', 13, (row) => write.date(row.validUntil)),
      of('Covers', 24, (row) => write.text(row.covers.join(', '))),
      of('Link', 40, (row) => write.typed(row.link)),
      of('Hash', 20, (row) => write.text(row.hash)),
      of('Note', 50, (row) => write.long(row.note)),
    ],
    evidence,
  );
}

/** What the slide of governance says, as cells. */
export function governanceSheet(write: CellWriter, facts: GovernanceFacts): Sheet {
  const head = (...texts: readonly string[]): Row => texts.map((value): Cell => ({ value, look: 'head' }));
  const { findings, clocks, reviews, kinds, autonomy, texts, day } = facts;
  const line = (label: string, cell: Cell | null): Row => [{ value: label }, cell];
  const rows: Row[] = [
    [{ value: 'Governance', look: 'title' }],
    line('As of', write.date(day)),
    [{ value: 'Help, not advice: it states neither conformity nor a breach.', look: 'note' }],
    [],
    head('What is late', 'Count'),
    line('Findings not closed', write.count(findings.open)),
    line('Findings overdue', write.count(findings.overdue)),
    line('Reports to authorities late', write.count(clocks.late)),
    line('Reports to authorities running', write.count(clocks.running)),
    line('The next of them until', write.date(clocks.next)),
    line('Reviews overdue', write.count(reviews.overdue)),
    line('Of these by their day', write.count(reviews.overdue - reviews.called)),
    line('Of these after events', write.count(reviews.called)),
    [],
    head(
      'Text',
      'Edition',
      'Asks today',
      'Models',
      'Not known whether it applies',
      'There',
      'Missing',
      'Lines to verify',
    ),
    ...texts.map(
      (text): Row => [
        write.text(text.name),
        write.text(text.edition),
        write.yesNo(text.asks),
        write.count(text.models - text.scopeUnknown),
        write.count(text.scopeUnknown),
        text.asks ? write.count(text.held) : null,
        text.asks ? write.count(text.missing) : null,
        write.count(text.verify),
      ],
    ),
    [],
    head('Findings not closed by severity', 'Not closed', 'Overdue', ...findings.ages.map(ageHead)),
    ...findings.severities.map(
      ({ severity, open, overdue, ages }): Row => [
        { value: FINDING_SEVERITY_LABELS[severity] },
        write.count(open),
        write.count(overdue),
        ...ages.map((count) => write.count(count)),
      ],
    ),
    [],
    head('Kind', 'Models'),
    ...kinds.map(({ kind, models }) => line(kind === null ? 'Not known' : KIND_LABELS[kind], write.count(models))),
    [],
    head('Autonomy', 'Models'),
    ...autonomy.map((one) =>
      line(one.autonomy === null ? 'Not known' : AUTONOMY_LABELS[one.autonomy], write.count(one.models)),
    ),
  ];
  return { name: 'Governance', columns: [{ width: 52 }, ...Array<{ width: number }>(8).fill({ width: 14 })], rows };
}

const ageHead = ({ fromDays, toDays }: GovernanceFacts['findings']['ages'][number]): string =>
  toDays === null ? `${fromDays} days on` : `${fromDays} to ${toDays} days`;
