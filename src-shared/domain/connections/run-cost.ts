/** The last three whole months: days without a call are days without a cost, and each day of the week counts as often. */
export interface CostWindow {
  /** ISO days, both included. */
  readonly from: string;
  readonly to: string;
  readonly days: number;
  /** Nothing of it may still arrive. */
  readonly settled: boolean;
}

const DAY_MS = 86_400_000;
const MONTHS = 3;
const LATE_DAYS = 7;

/** The months before the one that an instant is in, in UTC: what is worked out of them changes once a month. */
export function costWindow(now: string): CostWindow {
  const at = new Date(now);
  const end = Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), 1);
  const start = Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - MONTHS, 1);
  const day = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
  return {
    from: day(start),
    to: day(end - DAY_MS),
    days: Math.round((end - start) / DAY_MS),
    settled: at.getTime() >= end + LATE_DAYS * DAY_MS,
  };
}

/** Why there is no run cost: nothing costs anything; costs do not span the months; some calls have no price. */
export type RunCostProblem = 'no_cost' | 'too_short' | 'partly_priced';

/**
 * Dollars a year of what was paid in these months: their sum × 365 ÷ their days. A year is foretold only of an application that was there from
 * the first week on and in each month, and whose calls all have a price.
 */
export function runCostOf(
  days: readonly { readonly day: string; readonly usd: number }[],
  { priced, calls }: { readonly priced: number; readonly calls: number },
  window: CostWindow,
): number | RunCostProblem {
  const within = days.filter(({ day, usd }) => day >= window.from && day <= window.to && usd > 0);
  if (within.length === 0) return 'no_cost';
  const week = new Date(Date.parse(window.from) + 7 * DAY_MS).toISOString().slice(0, 10);
  const months = new Set(within.map(({ day }) => day.slice(0, 7)));
  if (months.size < MONTHS || !within.some(({ day }) => day < week)) return 'too_short';
  if (priced < calls) return 'partly_priced';
  return (within.reduce((sum, { usd }) => sum + usd, 0) * 365) / window.days;
}
