import { type Announced, announcedByDrift, type AnnouncedIncident } from '#domain/incidents/announced';
import { DAY_MS, type Span } from '#domain/incidents/incident-fact';
import type { QueryContext } from '../../context';
import { toIncidentRow } from '../../store/incident-rows';
import { listIncidentsById } from '../../store/incidents';
import { getModel } from '../../store/models';
import type { RegisterFact } from '../../store/sqlite/incident-snapshot';
import { listVerdictDays, measuredDays, readDayVerdicts } from '../../store/sqlite/measured-days';
import type { SubjectHandlers } from '../subject';
import { filtered, placedWindow, snapshotOf } from './figures';
import { windowOf } from './window';

const dayOf = (ms: number): number => Math.floor(ms / DAY_MS);
const isoDay = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

const outcomeOf = ({ outcome, alarmDay, leadDays }: AnnouncedIncident) => ({
  outcome,
  alarmDay: alarmDay === null ? null : isoDay(alarmDay),
  leadDays,
});
const UNWATCHED = { outcome: 'unwatched', alarmDay: null, leadDays: null } as const;

type Drift = Pick<SubjectHandlers<'incidents'>, 'announced' | 'timeline'>;

export const incidentDrift: Drift = {
  announced: ({ windows, limit, filter, ...given }, context) => {
    const snapshot = snapshotOf(context);
    const all = filtered(snapshot, filter);
    const window = placedWindow(given, all, context.now);
    const found = all.filter(({ openedMs }) => openedMs >= window.from && openedMs < window.to);
    const result = judge(found, [...snapshot.incidents.values()], window, windows, context);
    const facts = new Map(found.map((incident) => [incident.id, incident]));
    const latest = result.incidents
      .toSorted((a, b) => (facts.get(b.id)?.openedMs ?? 0) - (facts.get(a.id)?.openedMs ?? 0))
      .slice(0, limit);
    return listIncidentsById(
      context.read,
      latest.map(({ id }) => id),
    ).then((rows) => {
      const byId = new Map(rows.map((row) => [row.id, row]));
      return {
        ...countsOf(result, found),
        incidents: latest.map((one) => ({
          ...outcomeOf(one),
          id: one.id,
          title: byId.get(one.id)?.title ?? '',
          severity: facts.get(one.id)?.severity ?? null,
          openedAt: new Date(facts.get(one.id)?.openedMs ?? 0).toISOString(),
          modelId: one.modelId,
          modelName: snapshot.models.get(one.modelId)?.name ?? '',
        })),
      };
    });
  },
  timeline: async ({ modelId, windows, ...given }, context) => {
    await getModel(context.read, modelId);
    const snapshot = snapshotOf(context);
    const all = filtered(snapshot, { modelId: [modelId] });
    const { from, to } = windowOf(given);
    const found = all.filter(({ openedMs }) => openedMs >= from && openedMs < to);
    const verdicts = readDayVerdicts(context.store.raw, modelId);
    const result = judge(found, all, { from, to }, windows, context, modelId);
    const outcomes = new Map(result.incidents.map((one) => [one.id, outcomeOf(one)]));
    const model = snapshot.models.get(modelId);
    const rows = await listIncidentsById(
      context.read,
      found.toSorted((a, b) => a.openedMs - b.openedMs).map(({ id }) => id),
    );
    const today = dayOf(Date.parse(context.now));
    const days = [...verdicts.values()].flatMap((one) =>
      listVerdictDays(one, Math.max(dayOf(from), -1e9), Math.min(dayOf(to - 1), today)),
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
  { store, now }: QueryContext,
  modelId?: string,
): Announced {
  const today = dayOf(Date.parse(now));
  const measured = new Map(
    [...readDayVerdicts(store.raw, modelId)].map(([id, days]) => [id, measuredDays(days, today)]),
  );
  const alarms = announcedByDrift(all, measured, windows, { from: dayOf(window.from), to: dayOf(window.to - 1) });
  const incidents = announcedByDrift(found, measured, windows);
  return {
    ...incidents,
    alarmsFollowed: alarms.alarmsFollowed,
    alarmsFalse: alarms.alarmsFalse,
    alarmsPending: alarms.alarmsPending,
    precision: alarms.precision,
  };
}

const countsOf = ({ incidents: _incidents, ...counts }: Announced, found: readonly RegisterFact[]) => ({
  ...counts,
  withoutModel: found.filter(({ modelId }) => modelId === null).length,
});
