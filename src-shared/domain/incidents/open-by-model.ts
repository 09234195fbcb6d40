import { isUnresolved } from './incident-moves';
import type { NumberedIncident } from './open-incidents';
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

/** Open incidents by model, the gravest first, those not rated last, of equals the oldest; '' = of no known model. */
export function openByModel(incidents: Iterable<NumberedIncident>): ReadonlyMap<string, readonly OpenOfModel[]> {
  const open = new Map<string, OpenOfModel[]>();
  for (const incident of incidents) {
    if (!isUnresolved(incident.status)) continue;
    const own = open.get(incident.modelId ?? '');
    if (own) own.push(toOpen(incident));
    else open.set(incident.modelId ?? '', [toOpen(incident)]);
  }
  for (const own of open.values())
    own.sort((a, b) => (a.severity ?? 6) - (b.severity ?? 6) || a.openedAt.localeCompare(b.openedAt));
  return open;
}

const toOpen = ({ id, number, severity, status, openedMs }: NumberedIncident): OpenOfModel => ({
  id,
  number,
  severity,
  status,
  openedAt: new Date(openedMs).toISOString(),
});
