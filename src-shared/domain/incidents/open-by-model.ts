import { isOpen, type NumberedIncident } from './open-incidents';
import type { IncidentStatus, Severity } from './vocabulary';

/** An open incident as it is named beside its model. */
export interface OpenOfModel {
  readonly id: string;
  /** What people call it by. */
  readonly number: number;
  /** `null`: not rated. */
  readonly severity: Severity | null;
  readonly status: IncidentStatus;
  /** ISO. */
  readonly openedAt: string;
}

/**
 * Open incidents by model, the gravest first, those not rated last, of equals the oldest; '' = of no known model.
 *
 * @param at milliseconds: those that were open then, with the status of then; left out: those that are open
 */
export function openByModel(
  incidents: Iterable<NumberedIncident>,
  at: number | null = null,
): ReadonlyMap<string, readonly OpenOfModel[]> {
  const open = new Map<string, OpenOfModel[]>();
  for (const incident of incidents) {
    if (!isOpen(incident, at)) continue;
    const own = open.get(incident.modelId ?? '');
    if (own) own.push(toOpen(incident, at));
    else open.set(incident.modelId ?? '', [toOpen(incident, at)]);
  }
  for (const own of open.values())
    own.sort((a, b) => (a.severity ?? 6) - (b.severity ?? 6) || a.openedAt.localeCompare(b.openedAt));
  return open;
}

const toOpen = (incident: NumberedIncident, at: number | null): OpenOfModel => ({
  id: incident.id,
  number: incident.number,
  severity: incident.severity,
  status: at === null ? incident.status : statusAt(incident, at),
  openedAt: new Date(incident.openedMs).toISOString(),
});

/** Of an incident that was open then. */
function statusAt({ mitigatedMs, acknowledgedMs }: NumberedIncident, at: number): IncidentStatus {
  if (mitigatedMs !== null && mitigatedMs <= at) return 'mitigated';
  return acknowledgedMs !== null && acknowledgedMs <= at ? 'acknowledged' : 'open';
}
