import { DAY_MS, dayNumber, isoDay } from '../base/calendar';
import type { IncidentFact, Span } from './incident-fact';
import { isUnresolved } from './incident-moves';
import type { Severity } from './vocabulary';

export const FLOW_STEPS = ['day', 'week', 'month'] as const;
export type FlowStep = (typeof FLOW_STEPS)[number];

export interface FlowPoint {
  /** ISO day on which the step begins (UTC; weeks on Monday). */
  readonly from: string;
  readonly opened: number;
  readonly closed: number;
  /** Since the first incident ever, at the end of the step. */
  readonly openedSoFar: number;
  readonly closedSoFar: number;
  readonly openAtEnd: number;
}

/** When an incident was over: its resolution, else its closing; `null` while it is open or nobody noted when. */
const overAt = (incident: IncidentFact): number | null =>
  isUnresolved(incident.status) ? null : (incident.resolvedMs ?? incident.closedMs);

export interface Flow {
  readonly points: readonly FlowPoint[];
  /** Over, but nobody noted when: they are in `opened` and never leave, so they are left out of both lines. */
  readonly withoutTime: number;
}

/** The start of the step that holds an instant, in milliseconds. */
function stepStart(ms: number, step: FlowStep): number {
  const day = dayNumber(ms);
  if (step === 'day') return day * DAY_MS;
  // 1 January 1970 was a Thursday: Mondays are the days that leave 4 of 7.
  if (step === 'week') return (day - ((day + 3) % 7)) * DAY_MS;
  const date = new Date(ms);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
}

function nextStep(start: number, step: FlowStep): number {
  if (step === 'day') return start + DAY_MS;
  if (step === 'week') return start + 7 * DAY_MS;
  const date = new Date(start);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
}

/** A chart holds no more steps than this; longer windows end earlier. */
const MOST_STEPS = 5_000;

/** The first instants of the steps of a window, and of the one after the last, ascending. */
function stepStarts(window: Span, step: FlowStep): readonly number[] {
  const starts = [stepStart(window.from, step)];
  for (let start = starts[0] ?? 0; start < window.to && starts.length <= MOST_STEPS; starts.push(start))
    start = nextStep(start, step);
  return starts;
}

/** How many of the ascending starts are not behind an instant: 0 = it is before all, k = it is in the k-th step. */
function stepOf(ms: number, starts: readonly number[]): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= ms) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Opened and closed in each step of the window, and how they add up since the beginning. */
export function incidentFlow(incidents: readonly IncidentFact[], window: Span, step: FlowStep): Flow {
  const starts = stepStarts(window, step);
  const opened = new Uint32Array(starts.length + 1);
  const closed = new Uint32Array(starts.length + 1);
  const addTo = (counts: Uint32Array, ms: number): void => {
    const place = stepOf(ms, starts);
    counts[place] = (counts[place] ?? 0) + 1;
  };
  let withoutTime = 0;
  for (const incident of incidents) {
    const over = overAt(incident);
    if (over === null && !isUnresolved(incident.status)) withoutTime += 1;
    else addTo(opened, incident.openedMs);
    if (over !== null) addTo(closed, over);
  }
  let openedSoFar = opened[0] ?? 0;
  let closedSoFar = closed[0] ?? 0;
  const points = starts.slice(0, -1).map((start, at): FlowPoint => {
    const counts = { opened: opened[at + 1] ?? 0, closed: closed[at + 1] ?? 0 };
    openedSoFar += counts.opened;
    closedSoFar += counts.closed;
    return {
      from: new Date(start).toISOString().slice(0, 10),
      ...counts,
      openedSoFar,
      closedSoFar,
      openAtEnd: openedSoFar - closedSoFar,
    };
  });
  return { points, withoutTime };
}

export interface CalendarDayCount {
  /** ISO day, UTC. */
  readonly day: string;
  readonly opened: number;
  /** The gravest of that day; `null`: none of them is rated. */
  readonly worst: Severity | null;
}

/** Incidents by the day on which they were opened; days without one are left out. */
export function incidentCalendar(incidents: readonly IncidentFact[], window: Span): readonly CalendarDayCount[] {
  const days = new Map<number, { opened: number; worst: Severity | null }>();
  for (const { openedMs, severity } of incidents) {
    if (openedMs < window.from || openedMs >= window.to) continue;
    const day = dayNumber(openedMs);
    const known = days.get(day) ?? { opened: 0, worst: null };
    known.opened += 1;
    if (severity !== null) known.worst = known.worst === null || severity < known.worst ? severity : known.worst;
    days.set(day, known);
  }
  return [...days].sort((a, b) => a[0] - b[0]).map(([day, counts]) => ({ day: isoDay(day), ...counts }));
}
