import { dayNumber, isoDay } from '#domain/base/calendar';
import { sortedSlice } from '#domain/base/sorted-slice';
import type { DayVerdicts } from '#domain/drift/day-verdicts';
import { type Announced, type AnnouncedIncident, announcedByDrift } from '#domain/incidents/announced';
import type { Span } from '#domain/incidents/incident-fact';
import { listDriftDays } from '../../store/drift/health';
import { listVerdictDays, measuredDays } from '../../store/drift/measured-days';
import { listIncidentsById } from '../../store/incidents/incidents';
import type { RegisterFact } from '../../store/incidents/register';
import { toIncidentRow } from '../../store/incidents/rows';
import { getModel } from '../../store/models/models';
import type { SubjectHandlers } from '../subject';
import { filtered, placedWindow, snapshotOf } from './figures';
import { windowOf } from './window';

const outcomeOf = ({ outcome, alarmDay, leadDays }: AnnouncedIncident<RegisterFact>) => ({
  outcome,
  alarmDay: alarmDay === null ? null : isoDay(alarmDay),
  leadDays,
});
const UNWATCHED = { outcome: 'unwatched', alarmDay: null, leadDays: null } as const;

type Drift = Pick<SubjectHandlers<'incidents'>, 'announced' | 'timeline'>;

export const incidentDrift: Drift = {
  announced: async ({ windows, limit, filter, ...given }, context) => {
    const snapshot = await snapshotOf(context);
    const all = filtered(snapshot, filter, context.now);
    const window = placedWindow(given, all, context.now);
    const found = all.filter(({ openedMs }) => openedMs >= window.from && openedMs < window.to);
    const verdicts = await listDriftDays(context.read);
    const result = judge(found, snapshot.incidents, window, windows, verdicts, context.now);
    const nameOf = (modelId: string): string => snapshot.models.get(modelId)?.name ?? '';
    const latest = sortedSlice(
      result.incidents,
      0,
      limit,
      (a, b) => b.incident.openedMs - a.incident.openedMs || b.incident.number - a.incident.number,
    );
    const rows = await listIncidentsById(
      context.read,
      latest.map(({ incident }) => incident.id),
    );
    const titles = new Map(rows.map(({ id, title }) => [id, title]));
    return {
      ...countsOf(result, found),
      incidents: latest.map((one) => ({
        ...outcomeOf(one),
        id: one.incident.id,
        title: titles.get(one.incident.id) ?? '',
        severity: one.incident.severity,
        openedAt: new Date(one.incident.openedMs).toISOString(),
        modelId: one.modelId,
        modelName: nameOf(one.modelId),
      })),
      alarms: sortedSlice(
        result.alarms,
        0,
        limit,
        (a, b) => b.firstDay - a.firstDay || (a.modelId < b.modelId ? -1 : Number(a.modelId > b.modelId)),
      ).map((one) => ({
        ...one,
        modelName: nameOf(one.modelId),
        firstDay: isoDay(one.firstDay),
        lastDay: isoDay(one.lastDay),
      })),
    };
  },
  timeline: async ({ modelId, windows, ...given }, context) => {
    await getModel(context.read, modelId);
    const snapshot = await snapshotOf(context);
    const all = filtered(snapshot, { modelId: [modelId] }, context.now);
    const { from, to } = windowOf(given);
    const found = all.filter(({ openedMs }) => openedMs >= from && openedMs < to);
    const verdicts = await listDriftDays(context.read, [modelId]);
    const result = judge(found, all, { from, to }, windows, verdicts, context.now);
    const outcomes = new Map(result.incidents.map((one) => [one.incident.id, outcomeOf(one)]));
    const model = snapshot.models.get(modelId);
    const rows = await listIncidentsById(
      context.read,
      found.toSorted((a, b) => a.openedMs - b.openedMs).map(({ id }) => id),
    );
    const today = dayNumber(Date.parse(context.now));
    const days = [...verdicts.values()].flatMap((one) =>
      listVerdictDays(one, Math.max(dayNumber(from), -1e9), Math.min(dayNumber(to - 1), today)),
    );
    return {
      incidents: rows.map((row) => ({ ...toIncidentRow(row, model), ...(outcomes.get(row.id) ?? UNWATCHED) })),
      days: days.map(({ day, verdict }) => ({ day: isoDay(day), verdict })),
      releases: (model?.deployments ?? [])
        .filter(({ atMs }) => atMs >= from && atMs < to)
        .map(({ atMs, version }) => ({ at: new Date(atMs).toISOString(), version })),
      counts: countsOf(result, found),
    };
  },
};

/**
 * Incidents of the window against the alarms before them. An alarm of the window may be followed by an incident after it, or
 * by one that a filter leaves out: whether it was false is asked of all incidents.
 */
function judge(
  found: readonly RegisterFact[],
  all: readonly RegisterFact[],
  window: Span,
  windows: number,
  verdicts: ReadonlyMap<string, DayVerdicts>,
  now: string,
): Announced<RegisterFact> {
  const today = dayNumber(Date.parse(now));
  const measured = new Map([...verdicts].map(([id, days]) => [id, measuredDays(days, today)]));
  const alarmDays = { from: dayNumber(window.from), to: dayNumber(window.to - 1) };
  return announcedByDrift({ incidents: found, followers: all, measured, windows, alarmDays });
}

const countsOf = (
  { incidents: _incidents, alarms: _alarms, ...counts }: Announced<RegisterFact>,
  found: readonly RegisterFact[],
) => ({
  ...counts,
  withoutModel: found.filter(({ modelId }) => modelId === null).length,
});
