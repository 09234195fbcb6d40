import type { FindingSeverity } from './vocabulary';

/** Ages of open findings in days, the last day included; ours. */
export const FINDING_AGES = [
  { fromDays: 0, toDays: 30 },
  { fromDays: 31, toDays: 90 },
  { fromDays: 91, toDays: 180 },
  { fromDays: 181, toDays: null },
] as const;

export interface AgedFinding {
  readonly days: number;
  readonly severity: FindingSeverity;
}

/** How many are open so long; `severe`: critical or high. */
export const agesOf = (findings: readonly AgedFinding[]) =>
  FINDING_AGES.map(({ fromDays, toDays }) => {
    const own = findings.filter(({ days }) => days >= fromDays && (toDays === null || days <= toDays));
    const severe = own.filter(({ severity }) => severity === 'critical' || severity === 'high').length;
    return { fromDays, toDays, open: own.length, severe };
  });
