/** So many values are kept with a measure; of more, evenly many of the sorted ones. */
export const MOST_VALUES = 5_000;

/** @param values in any order */
export function keptValues(values: readonly number[]): readonly number[] {
  if (values.length <= MOST_VALUES) return values;
  const sorted = values.toSorted((a, b) => a - b);
  const step = (sorted.length - 1) / (MOST_VALUES - 1);
  return Array.from({ length: MOST_VALUES }, (_, at) => sorted[Math.round(at * step)] ?? 0);
}
