/** Stands in for a spread that is none, as in Evidently. */
export const EVIDENTLY_FLOOR = 0.001;
/** Below this share of the largest value a spread is what rounding leaves of a constant. */
const ROUNDING = 1e-12;

/**
 * The first Wasserstein distance ∫ |F − G|: how far values move on average to turn one sample into the other, in the
 * unit of the column. Exact, not binned.
 *
 * @param reference ascending and without NaN
 * @param current likewise
 * @returns `null` for an empty sample, when an infinite value would have to be moved, or beyond the largest double
 */
export function wasserstein(reference: Float64Array, current: Float64Array): number | null {
  const [n, m] = [reference.length, current.length];
  if (n === 0 || m === 0 || !allFinite(reference) || !allFinite(current)) return null;
  let i = 0;
  let j = 0;
  let sum = 0;
  let value = Math.min(reference[0] ?? 0, current[0] ?? 0);
  while (i < n && j < m) {
    const a = reference[i] ?? 0;
    const b = current[j] ?? 0;
    const next = a < b ? a : b;
    sum += Math.abs(i * m - j * n) * (next - value);
    value = next;
    if (a <= b) i++;
    else j++;
  }
  // One of them is used up: what the other still has lies above all of it.
  for (; i < n; i++) {
    sum += (n - i) * m * ((reference[i] ?? 0) - value);
    value = reference[i] ?? 0;
  }
  for (; j < m; j++) {
    sum += (m - j) * n * ((current[j] ?? 0) - value);
    value = current[j] ?? 0;
  }
  const distance = sum / n / m;
  return Number.isFinite(distance) ? distance : null;
}

/** Ascending values are all finite when their ends are. */
export function allFinite(ascending: Float64Array): boolean {
  return Number.isFinite(ascending[0] ?? 0) && Number.isFinite(ascending[ascending.length - 1] ?? 0);
}

/** Standard deviation of a population (÷ n), in two passes; `null` for no values, infinite ones or beyond a double. */
export function populationDeviation(values: Float64Array): number | null {
  const n = values.length;
  if (n === 0 || !allFinite(values)) return null;
  let sum = 0;
  for (let at = 0; at < n; at++) sum += values[at] ?? 0;
  const mean = sum / n;
  let squares = 0;
  for (let at = 0; at < n; at++) squares += ((values[at] ?? 0) - mean) ** 2;
  const deviation = Math.sqrt(squares / n);
  return Number.isFinite(deviation) ? deviation : null;
}

/**
 * A Wasserstein distance in standard deviations of the reference, whatever its scale: probabilities of one in a million
 * are judged as prices are. Only where the reference has no spread the divisor is 0.001. (Evidently divides by at least
 * that always, and is so blind to columns of small numbers.)
 */
export function wassersteinNormed(distance: number | null, reference: Float64Array): number | null {
  const deviation = populationDeviation(reference);
  if (distance === null || deviation === null) return null;
  const largest = Math.max(Math.abs(reference[0] ?? 0), Math.abs(reference[reference.length - 1] ?? 0));
  return distance / (deviation > ROUNDING * largest ? deviation : Math.max(deviation, EVIDENTLY_FLOOR));
}
