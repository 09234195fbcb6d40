import { SEVERITIES, SEVERITY_LABELS, type Severity } from '#domain/incidents/vocabulary';
import { HEALTHS, type Health } from '#domain/vocabulary';
import type { Summary } from './overview-types';

export interface HealthCount {
  readonly health: Health;
  readonly count: number;
}

/** Worst first; `recorded` is false while no model has ever had a drift result: then there is nothing to chart. */
export const healthCounts = (byHealth: Summary['byHealth']): { recorded: boolean; counts: readonly HealthCount[] } => {
  const counts = HEALTHS.map((health) => ({ health, count: byHealth[health] ?? 0 }));
  return { recorded: counts.some(({ health, count }) => health !== 'unknown' && count > 0), counts };
};

export interface SeverityCount {
  /** As the register filters it; `null`: not rated. */
  readonly severity: Severity | null;
  readonly label: string;
  readonly count: number;
}

/** `null` while no incident has been registered: none known is not none. */
export const openIncidents = (bySeverity: Summary['openIncidentsBySeverity']): readonly SeverityCount[] | null => {
  const entries = Object.entries(bySeverity);
  if (entries.length === 0) return null;
  return entries
    .sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
    .map(([key, count]) => {
      const severity = SEVERITIES.find((known) => String(known) === key) ?? null;
      return { severity, label: severity === null ? 'Not rated' : SEVERITY_LABELS[severity], count };
    });
};
