import { type DriftMetric, driftMetricSpec } from './vocabulary';

/** Distances that are 1 where nothing is shared. */
const AT_MOST_ONE: ReadonlySet<string> = new Set<DriftMetric>(['jsBase2', 'hellinger', 'tvd', 'lInf', 'ksD']);
/** What sums of a million shares may be beside their true value. */
const ROUNDING = 1e-9;

/**
 * Why a value cannot be that figure, as the end of a sentence: a p-value or a share outside of 0 to 1, a distance below 0.
 * `null`: it can, or nothing is known of the figure.
 */
export function whyImpossible(metric: string, value: number): string | null {
  const { family, label } = driftMetricSpec(metric);
  if (family === 'score' || family === 'judged') return null;
  const highest =
    family === 'p_value' || family === 'share' || family === 'rate' || AT_MOST_ONE.has(metric)
      ? 1
      : Number.POSITIVE_INFINITY;
  if (value >= -ROUNDING && value <= highest + ROUNDING) return null;
  return `cannot be a value of ${label}, which ${highest === 1 ? 'lies between 0 and 1' : 'is never below 0'}.`;
}
