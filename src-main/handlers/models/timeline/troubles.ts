import { sayRetraining } from '#domain/drift/retraining';
import { sayStanding } from '#domain/drift/retraining-words';
import { isUnresolved } from '#domain/incidents/incident-moves';
import type { TimelineRetraining } from '#domain/timeline/retraining-events';
import type { TimelineIncident } from '#domain/timeline/trouble-events';
import { driftAroundItem } from '../../../store/drift/around-release';
import { listRetraining } from '../../../store/drift/retraining';
import { listIncidentsOfModels, listMovesOfIncidents } from '../../../store/incidents/incidents';
import { incidentFieldsOf } from '../../../store/incidents/rows';
import type { ReadHandle } from '../../../store/journal/handle';
import { listReleasesOf } from '../../../store/models/releases';

export async function incidentsOf(read: ReadHandle, modelId: string): Promise<readonly TimelineIncident[]> {
  const rows = await listIncidentsOfModels(read, [modelId]);
  const moves = await listMovesOfIncidents(
    read,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    title: row.title,
    severity: incidentFieldsOf(row).severity,
    openedAt: row.opened_at,
    overAt: isUnresolved(row.status) ? null : (row.resolved_at ?? row.closed_at ?? row.opened_at),
    mitigation: row.mitigation,
    mitigationVersion: row.mitigation_version,
    personHours: row.person_hours,
    moves: (moves.get(row.id) ?? []).map((move) => ({
      id: move.id,
      to: move.to_status,
      at: move.at,
      actor: move.actor,
      note: move.note,
      recordedAt: move.recorded_at,
    })),
  }));
}

export async function retrainingOf(
  read: ReadHandle,
  modelId: string,
  now: string,
): Promise<readonly TimelineRetraining[]> {
  const items = await listRetraining(read, { modelId, open: false, today: now.slice(0, 10) });
  const releases = (await listReleasesOf(read, [modelId])).get(modelId) ?? [];
  return items.map((item) => {
    const { state, open, overdue, startedAt } = item.standing;
    const release = releases.find(({ id }) => id === item.move_id);
    const liveAt = release?.at ?? null;
    const story = {
      state,
      openedAt: item.opened_at,
      startedAt,
      owner: item.owner,
      until: item.until,
      resolvedAt: item.resolved_at,
    };
    return {
      ...story,
      id: item.id,
      askedBy: item.asked_by,
      openedBy: item.opened_by,
      startedAt: item.started_at,
      resolvedBy: item.resolved_by,
      note: item.note,
      open,
      words: sayRetraining(item),
      stands: sayStanding({
        ...story,
        overdue,
        version: item.version,
        liveAt,
        livePrecision: release?.precision ?? 'day',
        againstUntil: item.against_until,
        drift: driftAroundItem(read, item, liveAt),
      }),
    };
  });
}
