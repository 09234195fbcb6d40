import type { Output } from '#contract/index';
import type { DatePrecision } from '#domain/base/period';
import { saidRetraining } from '#domain/drift/retraining';
import { RETRAINING_STATE_LABELS } from '#domain/drift/vocabulary';
import { MODEL_FIELDS } from '#domain/models/model-fields';
import { STAGE_LABELS } from '#domain/vocabulary';
import type { Sheet } from '../xlsx/cells';
import type { CellWriter } from './cell-writer';
import { tableColumn as column, type Listed, tableSheet } from './table-sheet';

/** What each of these lines is of. */
interface OfModel {
  readonly modelId: string;
  readonly model: string;
}

/** A version that went live, or that a registry knows. */
export interface VersionLine extends OfModel {
  readonly version: string;
  readonly released: boolean;
  readonly live: boolean;
  readonly at: string | null;
  readonly precision: DatePrecision;
  readonly until: string | null;
  readonly untilPrecision: DatePrecision;
  readonly alias: string;
  readonly stage: string;
  /** The file that told of it; '' = it was typed here, `null` = not known. */
  readonly source: string | null;
  readonly by: string;
}

export interface ApprovalLine extends OfModel {
  readonly approvedBy: string;
  readonly at: string;
  readonly note: string;
  readonly recordedBy: string;
  readonly recordedAt: string;
}

export function versionsSheet(write: CellWriter, versions: Listed<VersionLine>): Sheet {
  const of = column<VersionLine>;
  return tableSheet(
    'Versions',
    [
      of('Model', 40, (row) => write.model(row.modelId, row.model)),
      of('Version', 16, (row) => write.text(row.version)),
      of('Went live', 11, (row) => write.yesNo(row.released)),
      of('Live now', 10, (row) => write.yesNo(row.live)),
      of('Live from', 14, (row) => write.dated(row.at, row.precision)),
      of('Live until', 14, (row) => write.dated(row.until, row.untilPrecision)),
      of('Alias', 16, (row) => write.text(row.alias)),
      of('Stage in its source', 16, (row) => write.text(row.stage)),
      of('Source', 30, ({ source }) => (source === '' ? { value: 'typed here' } : write.typed(source))),
      of('By', 22, (row) => write.person(row.by)),
    ],
    versions,
  );
}

export function approvalsSheet(write: CellWriter, approvals: Listed<ApprovalLine>): Sheet {
  const of = column<ApprovalLine>;
  return tableSheet(
    'Approvals',
    [
      of('Model', 40, (row) => write.model(row.modelId, row.model)),
      of('Approved', 16, (row) => write.instant(row.at)),
      of('By', 22, (row) => write.person(row.approvedBy)),
      of('Note', 60, (row) => write.long(row.note)),
      of('Recorded by', 22, (row) => write.person(row.recordedBy)),
      of('Recorded', 16, (row) => write.instant(row.recordedAt)),
    ],
    approvals,
  );
}

type Retraining = Output<'drift.retraining'>['items'][number];

/** Which run of results asked for it; the name of its column is the house's own. */
const told = ({ redact, sentence }: CellWriter, row: Retraining): string =>
  redact.said(
    saidRetraining({ ...row, column_name: row.column, first_at: row.firstAt, last_at: row.lastAt }),
    sentence,
  );

export function retrainingSheet(write: CellWriter, items: readonly Retraining[]): Sheet {
  const of = column<Retraining>;
  return tableSheet(
    'Retraining',
    [
      of('Model', 40, (row) => write.model(row.modelId, row.model)),
      of(MODEL_FIELDS.tier.label, 7, (row) => write.count(row.tier)),
      of(MODEL_FIELDS.stage.label, 17, (row) => write.text(STAGE_LABELS[row.stage])),
      of('Where it stands', 20, (row) => write.text(RETRAINING_STATE_LABELS[row.state])),
      of('Still open', 10, (row) => write.yesNo(row.open)),
      of('Overdue', 10, (row) => write.yesNo(row.overdue)),
      of('Asked', 16, (row) => write.instant(row.openedAt)),
      of('Asked by', 18, (row) => (row.askedBy === 'drift' ? { value: 'drift results' } : write.person(row.openedBy))),
      of('Why', 50, (row) =>
        row.askedBy === 'drift' ? { value: told(write, row), look: 'clip' } : write.long(row.reason),
      ),
      of('Column', 22, (row) => write.typed(row.column)),
      of('Metric', 18, (row) => write.text(row.drift?.label ?? row.metric)),
      of('Windows at act', 10, (row) => write.count(row.askedBy === 'drift' ? row.windows : null)),
      of('Begun', 16, (row) => write.instant(row.startedAt)),
      of('Owner', 22, (row) => write.person(row.owner)),
      of('To be live by', 13, (row) => write.date(row.until)),
      of('Resolved', 16, (row) => write.instant(row.resolvedAt)),
      of('Resolved by', 22, (row) => write.person(row.resolvedBy)),
      of('Version', 14, (row) => write.text(row.version)),
      of('Live from', 14, (row) => write.dated(row.liveAt, row.livePrecision)),
      of('Decided against until', 13, (row) => write.date(row.againstUntil)),
      of('Note', 50, (row) => write.long(row.note)),
    ],
    items,
  );
}

type Challenger = Output<'challengers.list'>['challengers'][number];

const OUTCOMES: Readonly<Record<NonNullable<Challenger['outcome']>, string>> = {
  promoted: 'went live',
  given_up: 'given up',
};

export function challengersSheet(write: CellWriter, challengers: readonly Challenger[]): Sheet {
  const of = column<Challenger>;
  return tableSheet(
    'Challengers',
    [
      of('Model', 40, (row) => write.model(row.modelId, row.model)),
      of(MODEL_FIELDS.tier.label, 7, (row) => write.count(row.tier)),
      of('Challenger', 16, (row) => write.text(row.version)),
      of('Champion when it began', 16, (row) => write.text(row.champion)),
      of('Live now', 16, (row) => write.text(row.live)),
      of('Runs', 12, (row) => ({ value: row.mode === 'shadow' ? 'in the shadow' : 'on traffic' })),
      of('Share of traffic', 11, (row) => write.share(row.share)),
      of('Since', 16, (row) => write.instant(row.startedAt)),
      of('Started by', 22, (row) => write.person(row.startedBy)),
      of('To be decided by', 13, (row) => write.date(row.decideBy)),
      of('Undecided too long', 12, (row) => write.yesNo(row.undecided)),
      of('Outcome', 14, ({ outcome }) => write.text(outcome && OUTCOMES[outcome])),
      of('Ended', 16, (row) => write.instant(row.endedAt)),
      of('Ended by', 22, (row) => write.person(row.endedBy)),
      of('Why', 50, (row) => write.long(row.reason)),
      of('Note', 50, (row) => write.long(row.note)),
    ],
    challengers,
  );
}
