import { daysFromTo, isoDay, sayDay } from '../base/calendar';
import { counted } from '../base/wording';
import type { VerdictRun } from '../drift/verdict-runs';
import type { DriftVerdict } from '../drift/vocabulary';
import { INCIDENT_STATUS_LABELS, type IncidentStatus, type Severity } from '../incidents/vocabulary';
import { eventOf, type FactEvent, type TimelineSpan } from './timeline-event';
import type { TimelineMark } from './vocabulary';

export interface TimelineIncident {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly severity: Severity | null;
  readonly openedAt: string;
  /** When it was over; `null`: it is not. */
  readonly overAt: string | null;
  readonly mitigation: string;
  readonly mitigationVersion: string;
  readonly personHours: number | null;
  readonly moves: readonly {
    readonly id: string;
    readonly to: IncidentStatus;
    readonly at: string;
    readonly actor: string;
    readonly note: string;
    readonly recordedAt: string;
  }[];
}

const gravity = (severity: Severity | null): TimelineMark => (severity !== null && severity <= 2 ? 'act' : 'watch');
const rated = (severity: Severity | null): string => (severity === null ? 'not rated' : `SEV ${severity}`);

/** An incident's opening, and each of its moves. */
export const incidentEvents = (incidents: readonly TimelineIncident[]): readonly FactEvent[] =>
  incidents.flatMap((one) => {
    const rows = [{ table: 'incidents', id: one.id }];
    const [first] = one.moves;
    const opened = eventOf({
      key: `incident ${one.id}`,
      kind: 'incidents',
      at: one.openedAt,
      mark: gravity(one.severity),
      what: `Incident ${one.number} opened, ${rated(one.severity)}: ${one.title}`,
      who: first?.actor ?? '',
      incidentId: one.id,
    });
    const moves = one.moves.flatMap((move): FactEvent[] => {
      if (move.to === 'open') return [];
      const event = eventOf({
        key: `incident ${one.id} ${move.id}`,
        kind: 'incidents',
        at: move.at,
        mark: move.to === 'reopened' ? gravity(one.severity) : move.to === 'resolved' ? 'ok' : null,
        what: `Incident ${one.number} ${INCIDENT_STATUS_LABELS[move.to].toLowerCase()} ${after(one.openedAt, move.at)}`,
        detail: detailOf(one, move),
        who: move.actor,
        incidentId: one.id,
      });
      return [
        { event, rows, step: { channels: ['incidents.move', 'incidents.moveMany'], recordedAt: move.recordedAt } },
      ];
    });
    return [{ event: opened, rows }, ...moves];
  });

/** `after 5 hours`, `after 30 days`. */
function after(from: string, to: string): string {
  const days = daysFromTo(from, to);
  const hours = Math.round(days * 24);
  if (hours < 1) return 'within the hour';
  return `after ${hours < 48 ? counted(hours, 'hour') : counted(Math.floor(days), 'day')}`;
}

function detailOf(one: TimelineIncident, { to, note }: TimelineIncident['moves'][number]): string {
  const by = one.mitigationVersion === '' ? '' : `by version ${one.mitigationVersion}`;
  const parts = [
    ...(to === 'mitigated' ? [one.mitigation, by] : []),
    ...(to === 'resolved' && one.personHours !== null ? [counted(one.personHours, 'person-hour')] : []),
    note,
  ];
  return [...new Set(parts.filter((part) => part !== ''))].join('; ');
}

export const incidentSpans = (incidents: readonly TimelineIncident[]): readonly TimelineSpan[] =>
  incidents.map(({ id, number, title, severity, openedAt, overAt }) => ({
    key: id,
    lane: 'incidents',
    from: openedAt,
    to: overAt,
    mark: gravity(severity),
    label: `${number}, ${rated(severity)}`,
    title: `Incident ${number}, ${rated(severity)}: ${title}; ${sayDay(openedAt)} to ${overAt === null ? 'today' : sayDay(overAt)}`,
  }));

/** A run of results with one verdict, and the figure that decided the first of them where it is known. */
export interface FiguredRun extends VerdictRun {
  readonly figure: string;
  /** The batches that brought its results. */
  readonly batches: readonly string[];
}

const RUN_WORDS = {
  act: 'At act',
  watch: 'At watch',
  ok: 'Within limits',
  too_few_rows: 'No verdict: too few rows',
  none: 'No verdict: no band, or no value',
} as const satisfies Record<DriftVerdict, string>;
const RUN_MARKS = { act: 'act', watch: 'watch', ok: 'ok', too_few_rows: null, none: null } as const;

const sayRun = (verdict: DriftVerdict, back: boolean, figure: string): string =>
  `${back ? 'Back within limits' : RUN_WORDS[verdict]}${figure === '' || !isBad(verdict) ? '' : `, first by ${figure}`}`;

const isBad = (verdict: DriftVerdict): boolean => verdict === 'act' || verdict === 'watch';

/** Drift as its changes: one row for each run of results with the same verdict, not one for each result. */
export const driftEvents = (runs: readonly FiguredRun[]): readonly FactEvent[] =>
  runs.map(({ verdict, from, to, results, figure, batches }, index) => {
    const before = runs[index - 1];
    const back = verdict === 'ok' && before !== undefined && isBad(before.verdict);
    return {
      event: eventOf({
        key: `drift ${from}`,
        kind: 'drift',
        at: atDay(from),
        mark: RUN_MARKS[verdict],
        what: sayRun(verdict, back, figure),
        detail:
          results === 1
            ? 'results of one day'
            : `results of ${counted(results, 'day')}, the last ${sayDay(isoDay(to))}`,
      }),
      rows: batches.map((id) => ({ table: 'drift_batches', id })),
    };
  });

/** Since when a model has been silent, with its last result. */
export const silenceEvents = (since: string | null, lastResult: string | null): readonly FactEvent[] =>
  since === null
    ? []
    : [
        {
          event: eventOf({
            key: 'silent',
            kind: 'drift',
            at: since,
            mark: 'silent',
            what: 'Silent: a result was due and none came',
            detail: lastResult === null ? '' : `the last is of ${sayDay(lastResult)}`,
          }),
          rows: [],
        },
      ];

/** From the first result of a run to the first of the next: results stand for the time up to the one that follows. */
export const driftSpans = (runs: readonly FiguredRun[]): readonly TimelineSpan[] =>
  runs.flatMap(({ verdict, from, to, results, figure }, index): TimelineSpan[] => {
    const mark = RUN_MARKS[verdict];
    if (mark === null) return [];
    const next = runs[index + 1];
    return [
      {
        key: `drift ${from}`,
        lane: 'drift',
        from: atDay(from),
        to: atDay(next?.from ?? to),
        mark,
        label: '',
        title: `${sayRun(verdict, false, figure)}; results of ${counted(results, 'day')}, ${sayDay(isoDay(from))} to ${sayDay(isoDay(to))}`,
      },
    ];
  });

const atDay = (day: number): string => `${isoDay(day)}T00:00:00.000Z`;
