import { noVerdictToday } from '#domain/drift/verdict-counts';
import { SEVERITIES, SEVERITY_LABELS, type Severity } from '#domain/incidents/vocabulary';
import type { Health } from '#domain/vocabulary';
import type { Summary } from './overview-types';

export interface HealthCount {
  readonly health: Health;
  readonly count: number;
}

/** The worst first; of those without a verdict and of the silent ones nobody knows, so they stand before the healthy. */
const ORDER: readonly Health[] = ['act', 'watch', 'silent', 'unknown', 'ok'];

export const healthCounts = (byHealth: Summary['byHealth']): readonly HealthCount[] =>
  ORDER.map((health) => ({ health, count: byHealth[health] ?? 0 }));

/** Models in production of which nobody can say today whether they drifted. */
export const noVerdict = ({ byHealth }: Summary): number => noVerdictToday({ byHealth });

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
