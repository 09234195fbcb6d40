import type { z } from 'zod';
import type { IncidentMetricsGroup } from '#contract/incidents/figures';
import type { IncidentMetrics } from '#domain/incidents/incident-metrics';
import {
  INCIDENT_CAUSE_LABELS,
  type IncidentCause,
  type IncidentDimension,
  SEVERITY_LABELS,
  type Severity,
} from '#domain/incidents/vocabulary';
import type { RegisterModel } from '../../store/incidents/register';

type Group = z.output<typeof IncidentMetricsGroup>;

/** Groups with their names, in the order that a reader expects: vocabularies and months in their own, others by number. */
export function describeMetrics(
  groups: readonly IncidentMetrics[],
  by: IncidentDimension | undefined,
  models: ReadonlyMap<string, RegisterModel>,
): Group[] {
  const named = groups.map((group) => ({ ...group, label: labelOf(group.key, by, models) }));
  const ordered = by === 'month' || by === 'tier' || by === 'severity';
  return named.sort((a, b) =>
    ordered
      ? // What is not known comes last.
        Number(a.key === '') - Number(b.key === '') || (a.key < b.key ? -1 : 1)
      : b.opened - a.opened || (a.label < b.label ? -1 : 1),
  );
}

export function labelOf(
  key: string,
  by: IncidentDimension | undefined,
  models: ReadonlyMap<string, RegisterModel>,
): string {
  switch (by) {
    case undefined:
      return 'All incidents';
    case 'model':
      return key === '' ? 'No known model' : (models.get(key)?.name ?? key);
    case 'unit':
      return key === '' ? 'No unit' : key;
    case 'tier':
      return key === '' ? 'No tier' : `Tier ${key}`;
    case 'severity':
      return key === '' ? 'Not rated' : SEVERITY_LABELS[Number(key) as Severity]; // keys of this dimension are severities
    case 'cause':
      return INCIDENT_CAUSE_LABELS[key as IncidentCause]; // keys of this dimension are causes
    case 'month':
      return key;
  }
}
