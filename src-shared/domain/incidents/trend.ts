import type { DurationSummary } from './duration-summary';
import { ENOUGH } from './incident-metrics';

/** Whether durations changed from one window to the next; `too_few`: below ten in one of them, nothing is said. */
export type Trend = 'longer' | 'shorter' | 'no_clear_change' | 'too_few';

/** A change is called one only where the 95 % intervals of the two medians do not overlap. */
export function durationTrend(before: DurationSummary, now: DurationSummary): Trend {
  if (before.n < ENOUGH || now.n < ENOUGH) return 'too_few';
  const { low: oldLow, high: oldHigh } = before;
  const { low, high } = now;
  if (oldLow === null || oldHigh === null || low === null || high === null) return 'too_few';
  if (low > oldHigh) return 'longer';
  return high < oldLow ? 'shorter' : 'no_clear_change';
}
