import { percentile } from '../base/percentile';
import { placeRanks } from './place-ranks';

/**
 * Median and 90th percentile of durations. Quantiles lie straight between neighbours (Hyndman and Fan's type 7, as NumPy
 * and spreadsheets do). `low` and `high` are the distribution-free 95 % interval of the median from order statistics;
 * `null` below six values, which carry none.
 */
export interface DurationSummary {
  readonly median: number | null;
  readonly p90: number | null;
  readonly n: number;
  readonly low: number | null;
  readonly high: number | null;
  /** Legacy figure; durations are skewed, so it says more about the longest one than about the usual one. */
  readonly mean: number | null;
}

export const NO_DURATIONS: DurationSummary = { median: null, p90: null, n: 0, low: null, high: null, mean: null };

/** @param values durations in any one unit, in any order; not changed */
export const summarizeDurations = (values: readonly number[]): DurationSummary =>
  summarizeInPlace(new Float64Array(values));

/** @param values durations in any one unit, in any order; they change places */
export function summarizeInPlace(values: Float64Array): DurationSummary {
  const n = values.length;
  if (n === 0) return NO_DURATIONS;
  let sum = 0;
  for (let at = 0; at < n; at += 1) sum += values[at] ?? 0;
  const rank = medianIntervalRank(n);
  // These places, and the next after each, hold what they would when sorted.
  const places = [0.5 * (n - 1), 0.9 * (n - 1), rank - 1, n - rank].map(Math.floor);
  placeRanks(
    values,
    places.flatMap((place) => [place, place + 1]),
  );
  return {
    median: percentile(values, 0.5),
    p90: percentile(values, 0.9),
    n,
    low: rank === 0 ? null : (values[rank - 1] ?? null),
    high: rank === 0 ? null : (values[n - rank] ?? null),
    mean: sum / n,
  };
}

const EXACT_UP_TO = 1000;

/**
 * The largest r for which the r-th smallest and r-th largest of n values hold the median with at least 95 %:
 * 2 · P(Bin(n, ½) < r) ≤ 5 %. Exact up to n = 1000, then the normal approximation, rounded to the wider side.
 * @returns 0 when even the whole range holds it with less (n < 6)
 */
export function medianIntervalRank(n: number): number {
  if (n > EXACT_UP_TO) return Math.max(0, Math.floor((n - 1.959964 * Math.sqrt(n)) / 2));
  let mass = 0.5 ** n;
  let below = 0;
  let rank = 0;
  // `below` is P(Bin(n, ½) < rank + 1): n choose k grows by (n − k) / (k + 1).
  for (let k = 0; k < n; k += 1) {
    below += mass;
    if (2 * below > 0.05) break;
    rank = k + 1;
    mass *= (n - k) / (k + 1);
  }
  return rank;
}
