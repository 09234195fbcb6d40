export function percentileOf(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? Number.NaN;
}

/** A line of the table in Markdown: median and 95th percentile. */
export function row(label: string, values: readonly number[]): string {
  return `| ${label} | ${percentileOf(values, 0.5).toFixed(1)} | ${percentileOf(values, 0.95).toFixed(1)} |`;
}
