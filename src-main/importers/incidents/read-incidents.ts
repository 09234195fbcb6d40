import type { IncidentMapping } from '#contract/incidents/import';
import { fold } from '#domain/base/fold';
import { isUnresolved } from '#domain/incidents/incident-moves';
import { type IncidentTimes, statusFromTimes, withoutImpossibleTimes } from '#domain/incidents/incident-times';
import type { IncidentStatus } from '#domain/incidents/vocabulary';
import { breathe } from '../tabular/failures';
import type { Table } from '../tabular/table';
import type { DraftMove, ImportedIncident, IncidentDraft, ReadIncidents } from './draft';
import { courseOf, type LogEvent, type LoggedCourse } from './event-log';
import { firstText, otherFields } from './other-fields';
import { RowReader } from './row-reader';

export interface ReadInput {
  readonly table: Table;
  readonly mapping: IncidentMapping;
  /** ISO code of the portfolio's currency. */
  readonly currency: string;
  /** ISO instant behind which nothing has happened. */
  readonly now: string;
  readonly signal?: AbortSignal;
}

const ROWS_PER_STEP = 2_000;

/** All incidents of a table. No row is lost: each is an incident, an event of one, or named as refused. */
export async function readIncidents({ table, mapping, currency, now, signal }: ReadInput): Promise<ReadIncidents> {
  const reader = new RowReader(table, mapping, currency);
  reader.problems.push(...table.problems);
  const groups = groupRows(table, mapping, reader);
  const drafts: IncidentDraft[] = [];
  const seen = new Map<string, number>();
  let rejected = 0;
  let done = 0;
  for (const rows of groups) {
    const draft = readOne(rows, mapping, reader, now);
    if (draft) {
      const again = (seen.get(draft.key) ?? 0) + 1;
      seen.set(draft.key, again);
      // Without a number of their own, incidents that are alike in all that names them are told apart by their order.
      drafts.push(again === 1 ? draft : { ...draft, key: `${draft.key}\n${again}` });
    } else rejected += 1;
    done += rows.length;
    if (done % ROWS_PER_STEP < rows.length) await breathe(signal);
  }
  noteCloseAsResolution(table, mapping, reader);
  return {
    drafts,
    problems: reader.problems,
    rejected,
    timesWithOwnZone: reader.ownZone,
    timesInAskedZone: reader.askedZone,
  };
}

/** Rows of one incident, in their order; rows without a number stand for themselves. */
function groupRows(table: Table, mapping: IncidentMapping, reader: RowReader): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  table.rows.forEach((_row, index) => {
    const id = reader.cell(index, 'externalId');
    const key = id === '' ? `\n${index}` : id;
    const known = groups.get(key);
    if (!known) groups.set(key, [index]);
    else {
      known.push(index);
      if (mapping.rows === 'incident')
        reader.note(
          index,
          'externalId',
          'repeated',
          `${id} came before, in row ${reader.rowNumber(known[0] ?? index)}. The last row of it counts.`,
          id,
          'note',
        );
    }
  });
  return [...groups.values()];
}

/** The times of one row as the file writes them. */
interface RowTimes {
  readonly times: IncidentTimes;
  readonly shown: IncidentDraft['times'];
}

function readOne(
  rows: readonly number[],
  mapping: IncidentMapping,
  reader: RowReader,
  now: string,
): IncidentDraft | null {
  const events = mapping.rows === 'event' ? inOrder(rows, reader) : rows.map((index) => ({ index, at: null }));
  const last = events.at(-1)?.index ?? 0;
  // What the latest row leaves empty an earlier one may have said.
  const latest = events.map(({ index }) => index).reverse();
  const found = rowTimes(latest, reader);
  if (!found) {
    reader.note(
      last,
      'openedAt',
      'not_opened',
      'No time says when this incident was opened, so it is not imported. Fill it in, or choose another column.',
      reader.cell(last, 'openedAt'),
      'row_refused',
    );
    return null;
  }
  const course = mapping.rows === 'event' ? logged(events, reader, found.times) : stated(last, found.times, reader);
  const checked = checkTimes(last, { ...found.times, ...course }, course.status, reader, now);
  if (checked.openedAt > now) {
    reader.note(
      last,
      'openedAt',
      'time_in_future',
      'This incident lies in the future, so it is not imported. Check the time zone and the order of dates.',
      reader.cell(last, 'openedAt'),
      'row_refused',
    );
    return null;
  }
  const externalId = reader.cell(last, 'externalId').slice(0, 500);
  const title = firstText(latest, (index) => reader.text(index, 'title', 500)) || externalId || 'Untitled incident';
  const modelText = firstText(latest, (index) => reader.text(index, 'model', 500));
  const incident: ImportedIncident = {
    ...otherFields(latest, reader),
    ...checked,
    title,
    externalId,
    source: mapping.source,
    modelText,
    status: course.status,
    reopenCount: course.reopenCount,
  };
  return {
    row: reader.rowNumber(last),
    events: rows.length,
    key: externalId === '' ? `\n${fold(title)}\n${checked.openedAt}\n${fold(modelText)}` : externalId,
    incident,
    moves: movesOf(checked, course, now),
    times: found.shown,
  };
}

/** Rows of a log by when they were written, then by their number, then as they stand. */
function inOrder(rows: readonly number[], reader: RowReader): readonly { index: number; at: string | null }[] {
  return rows
    .map((index) => ({
      index,
      at: reader.moment(index, 'eventAt')?.instant ?? null,
      number: Number(reader.cell(index, 'eventNumber') || 0),
    }))
    .sort((a, b) => compareAt(a.at, b.at) || a.number - b.number || a.index - b.index);
}

const compareAt = (a: string | null, b: string | null): number =>
  a === null || b === null || a === b ? 0 : a < b ? -1 : 1;

const TIME_FIELDS = ['openedAt', 'detectedAt', 'acknowledgedAt', 'mitigatedAt', 'resolvedAt', 'closedAt'] as const;

function rowTimes(latest: readonly number[], reader: RowReader): RowTimes | null {
  const shown: { field: string; text: string; instant: string }[] = [];
  const read = (field: (typeof TIME_FIELDS)[number]): string | null => {
    const index = latest.find((row) => reader.cell(row, field) !== '');
    const moment = index === undefined ? null : reader.moment(index, field);
    if (moment) shown.push({ field, ...moment });
    return moment?.instant ?? null;
  };
  const [opened, detectedAt = null, acknowledged = null, mitigatedAt = null, resolved = null, closedAt = null] =
    TIME_FIELDS.map(read);
  const openedAt = opened ?? detectedAt;
  if (!openedAt) return null;
  const after = (field: 'timeToAcknowledge' | 'timeToResolve'): string | null => {
    const [index = 0] = latest;
    const ms = reader.duration(index, field);
    return ms === null ? null : new Date(Date.parse(openedAt) + ms).toISOString();
  };
  return {
    times: {
      openedAt,
      detectedAt,
      acknowledgedAt: acknowledged ?? after('timeToAcknowledge'),
      mitigatedAt,
      resolvedAt: resolved ?? after('timeToResolve'),
      closedAt,
    },
    shown,
  };
}

type Course = Omit<LoggedCourse, 'status' | 'moves'> & {
  readonly status: IncidentStatus;
  readonly moves: readonly DraftMove[];
};

/** What a log tells goes before what a column repeats on every row; the column fills in what the log does not show. */
function logged(
  events: readonly { readonly index: number; readonly at: string | null }[],
  reader: RowReader,
  times: IncidentTimes,
): Course {
  const log = events.map(({ index, at }): LogEvent => {
    const word = reader.word(index, 'status');
    return { at, status: word === '' ? null : (word as IncidentStatus) }; // values of the status vocabulary only
  });
  const course = courseOf(log);
  const status = course.status ?? statusFromTimes(times);
  const over = !isUnresolved(status);
  return {
    ...course,
    status,
    acknowledgedAt: course.acknowledgedAt ?? times.acknowledgedAt,
    mitigatedAt: course.mitigatedAt ?? (over ? times.mitigatedAt : null),
    resolvedAt: over ? (course.resolvedAt ?? times.resolvedAt) : null,
    closedAt: status === 'closed' ? (course.closedAt ?? times.closedAt) : null,
    reopenCount: Math.max(course.reopenCount, reopenCountOf(events.at(-1)?.index ?? 0, reader)),
  };
}

const reopenCountOf = (index: number, reader: RowReader): number =>
  Math.min(1000, Math.round(reader.number(index, 'reopenCount') ?? 0));

/** One row an incident: its state, else what its times say. */
function stated(index: number, times: IncidentTimes, reader: RowReader): Course {
  const word = reader.word(index, 'status');
  const status = word === '' ? statusFromTimes(times) : (word as IncidentStatus); // values of the status vocabulary only
  const over = !isUnresolved(status);
  if (!over && (times.resolvedAt !== null || times.closedAt !== null))
    reader.note(
      index,
      'resolvedAt',
      'open_but_resolved',
      'It is not resolved by its state, but has a time of resolution or closing. The state counts; the time is left out.',
      reader.cell(index, 'resolvedAt'),
      'value_refused',
    );
  const closing = status === 'closed' || status === 'resolved' ? times.closedAt : null;
  const resolution = times.resolvedAt ?? (reader.has('resolvedAt') || reader.has('timeToResolve') ? null : closing);
  return {
    status,
    acknowledgedAt: times.acknowledgedAt,
    mitigatedAt: times.mitigatedAt,
    resolvedAt: over ? resolution : null,
    closedAt: over ? times.closedAt : null,
    reopenCount: reopenCountOf(index, reader),
    moves: [],
  };
}

function noteCloseAsResolution(table: Table, mapping: IncidentMapping, reader: RowReader): void {
  if (mapping.rows === 'event' || table.rows.length === 0 || !reader.has('closedAt')) return;
  if (reader.has('resolvedAt') || reader.has('timeToResolve')) return;
  const message = 'No column says when an incident was resolved, so its closing counts as the resolution.';
  reader.problems.push({
    row: 0,
    column: reader.label('closedAt'),
    code: 'closing_is_resolution',
    message,
    value: '',
    effect: 'note',
  });
}

function checkTimes(
  index: number,
  given: IncidentTimes,
  status: IncidentStatus,
  reader: RowReader,
  now: string,
): IncidentTimes {
  const { openedAt, detectedAt, acknowledgedAt, mitigatedAt, resolvedAt, closedAt } = given;
  const times = { openedAt, detectedAt, acknowledgedAt, mitigatedAt, resolvedAt, closedAt };
  const checked = withoutImpossibleTimes(times, now);
  for (const { code, field, message } of checked.problems)
    reader.note(
      index,
      field,
      code,
      `${message} The time is left out and the incident stays ${status}.`,
      given[field] ?? '',
      'value_refused',
    );
  return checked.times;
}

function movesOf(times: IncidentTimes, course: Course, now: string): readonly DraftMove[] {
  const logged = course.moves.filter(({ at }) => at >= times.openedAt && at <= now);
  const known: readonly (readonly [IncidentStatus, string | null])[] = [
    ['acknowledged', times.acknowledgedAt],
    ['mitigated', times.mitigatedAt],
    ['resolved', times.resolvedAt],
    ['closed', times.closedAt],
  ];
  const stated = known.flatMap(([to, at]) =>
    at === null || logged.some((move) => move.to === to) ? [] : [{ to, at }],
  );
  const moves = [...logged, ...stated].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return [{ to: 'open', at: times.openedAt }, ...moves];
}
