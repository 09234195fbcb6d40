import type { DriftSeries } from './monitoring-types';

export interface SeriesPoint {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly value: number | null;
  readonly nRef: number | null;
  readonly nCur: number | null;
  readonly noise: number | null;
  readonly verdict: DriftSeries['verdict'][number];
  readonly tool: DriftSeries['toolVerdict'][number];
}

const DAY_MS = 86_400_000;

/** The columns of a series as points, in the order of time. */
export function pointsOf(series: DriftSeries): readonly SeriesPoint[] {
  return series.t.map((at, index) => ({
    at: Date.parse(at),
    value: series.v[index] ?? null,
    nRef: series.nRef[index] ?? null,
    nCur: series.nCur[index] ?? null,
    noise: series.noise[index] ?? null,
    verdict: series.verdict[index] ?? 'none',
    tool: series.toolVerdict[index] ?? null,
  }));
}

/** All of a series as it was down-sampled, with a stretch of it in its full detail. */
export function spliced(overview: readonly SeriesPoint[], detail: readonly SeriesPoint[]): readonly SeriesPoint[] {
  const [first, last] = [detail[0], detail.at(-1)];
  if (!first || !last) return overview;
  return [...overview.filter(({ at }) => at < first.at), ...detail, ...overview.filter(({ at }) => at > last.at)];
}

/** Points for a line that breaks where nothing came for longer than `days`: silence is a gap, not a slope. */
export function withGaps(
  points: readonly SeriesPoint[],
  days: number,
  of: (point: SeriesPoint) => number | null,
): readonly (readonly [x: number, y: number | null])[] {
  const line: (readonly [number, number | null])[] = [];
  for (const [index, point] of points.entries()) {
    const before = points[index - 1];
    if (before && point.at - before.at > days * DAY_MS) line.push([(point.at + before.at) / 2, null]);
    line.push([point.at, of(point)]);
  }
  return line;
}

/** The middle of the known sizes; `null` where none is known. */
export function medianSize(sizes: readonly (number | null)[]): number | null {
  const known = sizes.filter((size) => size !== null).sort((a, b) => a - b);
  return known[Math.floor(known.length / 2)] ?? null;
}
