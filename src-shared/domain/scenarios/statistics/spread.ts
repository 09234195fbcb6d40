export interface Spread {
  readonly mean: number;
  /** Of a sample (n − 1); 0 for a single value. */
  readonly sd: number;
}

/** Mean and standard deviation, in two passes: one pass would lose the digits of large means. */
export function spreadOf(values: Float64Array): Spread {
  const n = values.length;
  if (n === 0) return { mean: 0, sd: 0 };
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, sd: n > 1 ? Math.sqrt(squares / (n - 1)) : 0 };
}

export interface Histogram {
  /** One more than the counts, ascending. */
  readonly edges: readonly number[];
  readonly counts: readonly number[];
}

/** Counts in `bins` bins of equal width; a single bin where all values are the same. */
export function histogram(sorted: Float64Array, bins: number): Histogram {
  const low = sorted[0] ?? 0;
  const high = sorted[sorted.length - 1] ?? 0;
  if (low === high) return { edges: [low, high], counts: [sorted.length] };
  const width = (high - low) / bins;
  const counts = Array.from({ length: bins }, () => 0);
  for (const value of sorted) {
    const bin = Math.min(bins - 1, Math.floor((value - low) / width));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return { edges: Array.from({ length: bins + 1 }, (_, at) => (at === bins ? high : low + at * width)), counts };
}
