import { sayDay } from '../base/calendar';
import { type DatePrecision, sayDated } from '../base/period';
import { sayChallenger } from '../models/challenger';
import { type ReleaseChange, sayReleaseChanges } from '../models/release-changes';
import { type ChallengerMode, STAGE_LABELS, type Stage } from '../vocabulary';
import { eventOf, type FactEvent, type TimelineSpan } from './timeline-event';

export interface TimelineMove {
  readonly id: string;
  readonly from: Stage | null;
  readonly to: Stage;
  readonly at: string | null;
  readonly precision: DatePrecision;
  readonly actor: string;
  readonly reason: string;
  readonly correction: boolean;
  readonly version: string;
  /** It put another version live. */
  readonly release: boolean;
  /** What the release changed; left out: nobody has said. */
  readonly changed?: readonly ReleaseChange[];
}

/** Moves in their order; one that put a version live is told as that version. */
export const moveEvents = (moves: readonly TimelineMove[]): readonly FactEvent[] => {
  let live: TimelineMove | null = null;
  return moves.map((move) => {
    const before = live;
    if (move.release) live = move;
    const { id, at, precision, actor: who } = move;
    const told = !move.release
      ? ({ kind: 'moves', what: sayMove(move), detail: move.reason } as const)
      : ({
          kind: 'versions',
          what: sayRelease(move),
          detail: joined(sayChanged(move), move.reason, sayBefore(before, move)),
        } as const);
    return { event: eventOf({ key: `move ${id}`, at, precision, who, ...told }), rows: [{ table: 'moves', id }] };
  });
};

const sayMove = ({ from, to, correction, version }: TimelineMove): string =>
  `${from === null ? 'Began as ' : `${STAGE_LABELS[from]} → `}${STAGE_LABELS[to]}${version === '' ? '' : ` with version ${version}`}${correction ? ', a correction' : ''}`;

const named = (version: string): string => (version === '' ? 'A version without a name' : `Version ${version}`);

const sayRelease = (move: TimelineMove): string =>
  move.to === 'deployed' && move.from !== null
    ? `${named(move.version)} went live${move.correction ? ', a correction' : ''}`
    : sayMove(move);

const sayChanged = ({ changed = [] }: TimelineMove): string =>
  changed.length === 0 ? '' : `Changed: ${sayReleaseChanges(changed)}`;

const sayBefore = (before: TimelineMove | null, { version }: TimelineMove): string => {
  if (before === null || before.version === version) return '';
  const since = before.at === null ? '' : `, live since ${sayDated({ at: before.at, precision: before.precision })}`;
  return `Before: ${before.version === '' ? 'one without a name' : before.version}${since}`;
};

/** The times that a model was in the stage Retraining, whoever asked for it. */
export const stageSpans = (moves: readonly TimelineMove[]): readonly TimelineSpan[] =>
  moves.flatMap(({ id, to, at }, index): TimelineSpan[] => {
    if (to !== 'retraining' || at === null) return [];
    const next = moves.slice(index + 1).find((move) => move.to !== 'retraining');
    if (next !== undefined && next.at === null) return [];
    const until = next?.at ?? null;
    const title = `In the stage Retraining, ${sayDay(at)} to ${until === null ? 'today' : sayDay(until)}`;
    return [{ key: `stage ${id}`, lane: 'retraining', from: at, to: until, mark: null, label: '', title }];
  });

const joined = (...parts: readonly string[]): string =>
  parts
    .map((part) => part.trim().replace(/\.$/, ''))
    .filter((part) => part !== '')
    .join('. ');

/** A version that was taken out of use on a day that somebody said. */
export const endedEvents = (
  versions: readonly { readonly version: string; readonly until: string | null; readonly precision: DatePrecision }[],
): readonly FactEvent[] =>
  versions.flatMap(({ version, until, precision }) =>
    until === null
      ? []
      : [
          {
            event: eventOf({
              key: `ended ${version}`,
              kind: 'versions',
              at: until,
              precision,
              what: `Version ${version} was taken out of use`,
            }),
            rows: [],
          },
        ],
  );

export const approvalEvents = (
  approvals: readonly {
    readonly id: string;
    readonly approvedBy: string;
    readonly at: string;
    readonly note: string;
    readonly recordedBy: string;
  }[],
): readonly FactEvent[] =>
  approvals.map(({ id, approvedBy, at, note, recordedBy }) => ({
    event: eventOf({
      key: `approval ${id}`,
      kind: 'approvals',
      at,
      what: `Approved by ${approvedBy}`,
      detail: note,
      who: recordedBy,
    }),
    rows: [{ table: 'approvals', id }],
  }));

export interface TimelineChallenger {
  readonly id: string;
  readonly version: string;
  readonly champion: string;
  readonly mode: ChallengerMode;
  readonly share: number | null;
  readonly startedAt: string;
  readonly actor: string;
  readonly note: string;
  readonly outcome: 'promoted' | 'given_up' | null;
  readonly endedAt: string | null;
  readonly endedBy: string;
  readonly reason: string;
  /** The batches that brought its results. */
  readonly batches: readonly string[];
}

export const challengerEvents = (challengers: readonly TimelineChallenger[]): readonly FactEvent[] =>
  challengers.flatMap((one): FactEvent[] => {
    const rows = [{ table: 'challengers', id: one.id }];
    const beside = one.champion === '' ? 'the live one' : one.champion;
    const start = eventOf({
      key: `challenger ${one.id}`,
      kind: 'challengers',
      at: one.startedAt,
      what: `Challenger ${sayChallenger(one)}, beside ${beside}`,
      detail: one.note,
      who: one.actor,
    });
    const results = one.batches.map((id) => ({ table: 'drift_batches', id }));
    const begun: FactEvent = { event: start, rows: [...rows, ...results] };
    if (one.endedAt === null) return [begun];
    const promoted = one.outcome === 'promoted';
    const end = eventOf({
      key: `challenger ${one.id} decided`,
      kind: 'challengers',
      at: one.endedAt,
      what: `Challenger ${one.version} ${promoted ? 'promoted' : 'given up'}`,
      detail: one.reason,
      who: one.endedBy,
    });
    const step = { channels: ['challengers.promote', 'challengers.giveUp'] };
    return [begun, { event: end, rows, step }];
  });
