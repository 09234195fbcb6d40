import { logGamma, lowerGamma, upperGamma } from '../base/gamma';
import { type Counts, total } from './distances';

export interface ChiSquare {
  /** Infinite where the current sample has rows in a bin that the reference does not expect any in. */
  readonly statistic: number;
  readonly degrees: number;
  readonly p: number;
  /** The smallest count that is expected in a cell; below 5 the p-value is rough. */
  readonly smallestExpected: number;
}

/** The chance that χ² with `degrees` of freedom is at least `statistic`, if nothing drifted. */
export function chiSquareP(statistic: number, degrees: number): number {
  return degrees === 0 ? 1 : upperGamma(degrees / 2, statistic / 2);
}

/**
 * χ² of the 2 × K table of both samples, both taken as random (as SciPy's contingency without correction, and NannyML);
 * degrees of freedom K − 1, bins that are empty in both left out. `null` for an empty sample.
 */
export function chiSquareContingency(reference: Counts, current: Counts): ChiSquare | null {
  const [n, m] = [total(reference), total(current)];
  if (n === 0 || m === 0) return null;
  let statistic = 0;
  let bins = 0;
  let smallestExpected = Number.POSITIVE_INFINITY;
  for (let bin = 0; bin < reference.length; bin++) {
    const [a, b] = [reference[bin] ?? 0, current[bin] ?? 0];
    if (a + b === 0) continue;
    bins += 1;
    const [expectedA, expectedB] = [((a + b) * n) / (n + m), ((a + b) * m) / (n + m)];
    statistic += (a - expectedA) ** 2 / expectedA + (b - expectedB) ** 2 / expectedB;
    smallestExpected = Math.min(smallestExpected, expectedA, expectedB);
  }
  return { statistic, degrees: bins - 1, p: chiSquareP(statistic, bins - 1), smallestExpected };
}

/**
 * χ² with the reference's shares taken as exact (as Evidently and whylogs): larger than the contingency's, and infinite,
 * p = 0, for rows in a bin that is empty in the reference. Degrees of freedom as above. `null` for an empty sample.
 */
export function chiSquareGoodnessOfFit(reference: Counts, current: Counts): ChiSquare | null {
  const [n, m] = [total(reference), total(current)];
  if (n === 0 || m === 0) return null;
  let statistic = 0;
  let bins = 0;
  let smallestExpected = Number.POSITIVE_INFINITY;
  for (let bin = 0; bin < reference.length; bin++) {
    const [a, b] = [reference[bin] ?? 0, current[bin] ?? 0];
    if (a + b === 0) continue;
    bins += 1;
    const expected = (a / n) * m;
    statistic += expected === 0 ? Number.POSITIVE_INFINITY : (b - expected) ** 2 / expected;
    smallestExpected = Math.min(smallestExpected, expected);
  }
  return { statistic, degrees: bins - 1, p: chiSquareP(statistic, bins - 1), smallestExpected };
}

/** The value that χ² with `degrees` ≥ 1 of freedom stays below with chance `p`, 0 < p < 1: Newton's steps in a bracket. */
export function chiSquareQuantile(p: number, degrees: number): number {
  const a = degrees / 2;
  const density = (y: number): number => Math.exp((a - 1) * Math.log(y) - y - logGamma(a));
  let [low, high] = [0, Math.max(1, a)];
  while (lowerGamma(a, high) < p) high *= 2;
  let y = high / 2;
  for (let steps = 0; steps < 200; steps++) {
    const miss = lowerGamma(a, y) - p;
    if (miss > 0) high = y;
    else low = y;
    const newton = y - miss / density(y);
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - y) <= 4e-16 * y) break;
    y = next;
  }
  return 2 * y;
}
