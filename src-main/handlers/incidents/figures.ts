import type { IncidentFilter } from '#contract/incidents/parts';
import { ageOfOpen } from '#domain/incidents/ageing';
import { incidentCalendar, incidentFlow } from '#domain/incidents/flow';
import type { Span } from '#domain/incidents/incident-fact';
import { ENOUGH, type IncidentMetrics, incidentMetrics, keyOf } from '#domain/incidents/incident-metrics';
import { pareto } from '#domain/incidents/pareto';
import { durationTrend } from '#domain/incidents/trend';
import { filterIncidents } from '../../store/incidents/list';
import type { IncidentSnapshot, RegisterFact } from '../../store/incidents/register';
import { readIncidentSnapshot } from '../../store/incidents/snapshot';
import type { QueryContext } from '../context';
import type { SubjectHandlers } from '../subject';
import { describeMetrics, labelOf } from './describe-metrics';
import { openedWindow, windowOf } from './window';

export const snapshotOf = ({ read }: QueryContext): Promise<IncidentSnapshot> => readIncidentSnapshot(read);

export const filtered = (snapshot: IncidentSnapshot, filter: IncidentFilter, now: string): readonly RegisterFact[] =>
  filterIncidents(snapshot, filter, '', openedWindow(filter, now));

/** The window asked for, else from the first incident to now; nothing lies behind now. */
export function placedWindow(
  given: { readonly from?: string | undefined; readonly to?: string | undefined },
  found: readonly RegisterFact[],
  now: string,
): Span {
  const { from, to } = windowOf(given);
  const first = found.reduce((least, { openedMs }) => Math.min(least, openedMs), Number.POSITIVE_INFINITY);
  // What was opened in this very moment counts.
  return { from: Number.isFinite(from) ? from : first, to: Math.min(to, Date.parse(now) + 1) };
}

const within = ({ openedMs }: RegisterFact, { from, to }: Span): boolean => openedMs >= from && openedMs < to;

type Figures = Pick<SubjectHandlers<'incidents'>, 'metrics' | 'ageing' | 'pareto' | 'flow' | 'calendar'>;

export const incidentFigures: Figures = {
  metrics: async (input, context) => {
    const snapshot = await snapshotOf(context);
    const found = filtered(snapshot, input.filter, context.now);
    const window = placedWindow(input, found, context.now);
    const base = { incidents: found, models: snapshot.models };
    const groups = incidentMetrics({ ...base, window, ...(input.by && { by: input.by }) });
    return {
      unit: 'hours',
      from: Number.isFinite(window.from) ? new Date(window.from).toISOString() : null,
      to: new Date(Math.min(window.to, Date.parse(context.now))).toISOString(),
      enough: ENOUGH,
      groups: describeMetrics(groups, input.by, snapshot.models),
      trend: input.from === undefined ? null : trendOf(base, window),
    };
  },
  ageing: async ({ filter }, context) => {
    const groups = ageOfOpen(filtered(await snapshotOf(context), filter, context.now), Date.parse(context.now));
    return { groups, open: groups.reduce((sum, { open }) => sum + open, 0) };
  },
  pareto: async ({ by, weight, filter, ...given }, context) => {
    const snapshot = await snapshotOf(context);
    const found = filtered(snapshot, filter, context.now);
    const window = placedWindow(given, found, context.now);
    const counted = found.filter((incident) => within(incident, window));
    const unknown = by === 'cause' ? 'unknown' : '';
    const bars = pareto(counted, (incident) => keyOf(incident, by, snapshot.models), weight, unknown);
    return {
      bars: bars.map((bar) => ({ ...bar, label: labelOf(bar.key, by, snapshot.models) })),
      incidents: counted.length,
    };
  },
  flow: async ({ step, filter, ...given }, context) => {
    const found = filtered(await snapshotOf(context), filter, context.now);
    const { points, withoutTime } = incidentFlow(found, placedWindow(given, found, context.now), step);
    return { points, withoutTime };
  },
  calendar: async ({ filter, ...given }, context) => {
    const found = filtered(await snapshotOf(context), filter, context.now);
    const days = incidentCalendar(found, placedWindow(given, found, context.now));
    return { days: [...days] };
  },
};

type Trend = NonNullable<Awaited<ReturnType<Figures['metrics']>>['trend']>;

/** The window as a whole against the one of the same length before it. */
function trendOf(base: Omit<Parameters<typeof incidentMetrics>[0], 'window' | 'by'>, window: Span): Trend {
  const before = { from: window.from - (window.to - window.from), to: window.from };
  const [old] = incidentMetrics({ ...base, window: before });
  const [now] = incidentMetrics({ ...base, window });
  const compare = (field: 'timeToAcknowledge' | 'timeToResolve'): Trend['timeToResolve'] => {
    const [was, is] = [plain(old, field), plain(now, field)];
    return { before: was, now: is, trend: durationTrend(was, is) };
  };
  return {
    from: new Date(before.from).toISOString(),
    to: new Date(before.to).toISOString(),
    timeToAcknowledge: compare('timeToAcknowledge'),
    timeToResolve: compare('timeToResolve'),
    opened: { before: old?.opened ?? 0, now: now?.opened ?? 0 },
  };
}

function plain(
  group: IncidentMetrics | undefined,
  field: 'timeToAcknowledge' | 'timeToResolve',
): Trend['timeToResolve']['before'] {
  const { median = null, p90 = null, n = 0, low = null, high = null, mean = null } = group?.[field] ?? {};
  return { median, p90, n, low, high, mean };
}
