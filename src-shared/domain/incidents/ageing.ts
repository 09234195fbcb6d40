import { DAY_MS } from '../base/calendar';
import type { IncidentFact } from './incident-fact';
import { isUnresolved } from './incident-moves';

/** Half-open: from this many days to less than the next. */
export const AGE_LIMITS = [0, 1, 7, 30, 90] as const;

export interface AgeGroup {
  readonly fromDays: number;
  /** `null`: no end. */
  readonly toDays: number | null;
  readonly open: number;
  /** Of them SEV 1 and SEV 2. */
  readonly severe: number;
}

/** Open incidents by how long they have been open, since their opening; a reopened one counts from its first opening. */
export function ageOfOpen(incidents: Iterable<IncidentFact>, nowMs: number): readonly AgeGroup[] {
  const groups = AGE_LIMITS.map((fromDays, index) => ({
    fromDays,
    toDays: AGE_LIMITS[index + 1] ?? null,
    open: 0,
    severe: 0,
  }));
  for (const incident of incidents) {
    if (!isUnresolved(incident.status)) continue;
    const days = Math.max(0, (nowMs - incident.openedMs) / DAY_MS);
    const group = groups.findLast(({ fromDays }) => days >= fromDays);
    if (!group) continue;
    group.open += 1;
    if (incident.severity !== null && incident.severity <= 2) group.severe += 1;
  }
  return groups;
}
