import type { DriftSeries } from './monitoring-types';

/** The drawing's own units; the page stretches it. */
export const SPARK = { width: 200, height: 44 } as const;

/** The value at the top of all tiles: the highest of them, or of their bands; never 0. */
export function sparkScale(series: readonly DriftSeries[]): number {
  let top = 0;
  for (const { v, bands } of series) {
    for (const value of v) if (value !== null && value > top) top = value;
    if (bands) top = Math.max(top, bands.watch, bands.act);
  }
  return top > 0 ? top * 1.04 : 1;
}

/** The series as an SVG path over its own time; a missing value breaks the line, a single point is a short dash. */
export function sparkPath({ t, v }: DriftSeries, top: number): string {
  const [first, last] = [Date.parse(t[0] ?? ''), Date.parse(t.at(-1) ?? '')];
  const span = last - first;
  const round = (value: number): number => Math.round(value * 10) / 10;
  let pen = 'M';
  const parts: string[] = [];
  for (const [index, at] of t.entries()) {
    const value = v[index] ?? null;
    if (value === null) {
      pen = 'M';
      continue;
    }
    const x = span > 0 ? ((Date.parse(at) - first) / span) * SPARK.width : SPARK.width / 2;
    const y = SPARK.height - (Math.max(0, Math.min(value, top)) / top) * SPARK.height;
    parts.push(`${pen}${round(x)} ${round(y)}`);
    pen = 'L';
  }
  return parts.length === 1 ? `${parts[0]}h4` : parts.join('');
}
