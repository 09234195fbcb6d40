import { DAY_MS } from '#domain/base/calendar';
import { thinnedPlaces } from '#domain/drift/thin-out';
import type { LinesZoom } from '../../../components/chart/lines-spec';
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

/** What is drawn as one line; `null` breaks it. */
type Line = readonly (readonly [x: number, y: number | null])[];

/** Points for a line that breaks where nothing came for longer than `days`: silence is a gap, not a slope. */
export function withGaps(
  points: readonly SeriesPoint[],
  days: number,
  of: (point: SeriesPoint) => number | null,
): Line {
  const line: (readonly [number, number | null])[] = [];
  for (const [index, point] of points.entries()) {
    const before = points[index - 1];
    if (before && point.at - before.at > days * DAY_MS) line.push([(point.at + before.at) / 2, null]);
    line.push([point.at, of(point)]);
  }
  return line;
}

/** About `most` points of a line, its breaks, and the lowest and highest between them: no spike and no silence is lost. */
export function thinnedLine(line: Line, most: number): Line {
  if (line.length <= most) return line;
  const share = most / line.length;
  const thinned: Line[number][] = [];
  let run: Line[number][] = [];
  const endRun = (): void => {
    const values = Float64Array.from(run, ([, y]) => y ?? Number.NaN);
    for (const place of thinnedPlaces(values, Math.max(4, Math.round(run.length * share)))) {
      const point = run[place];
      if (point) thinned.push(point);
    }
    run = [];
  };
  for (const point of line) {
    if (point[1] !== null) {
      run.push(point);
      continue;
    }
    endRun();
    if (thinned.at(-1)?.[1] !== null) thinned.push(point);
  }
  endRun();
  return thinned;
}

/** How far a drag gets before it rests, in widths of what is shown, and how many points lie beyond that on each side. */
const REACH = 1.5;
const FAR = 200;

/** Only what a drag can bring into view is drawn point by point: each frame draws all of a line. */
export function lineNear(line: Line, { from, to }: LinesZoom): Line {
  const reach = (to - from) * REACH;
  const first = line.findIndex(([x]) => x >= from - reach);
  const last = line.findLastIndex(([x]) => x <= to + reach);
  if (first === -1 || last < first) return thinnedLine(line, FAR);
  const [before, near, after] = [line.slice(0, first), line.slice(first, last + 1), line.slice(last + 1)];
  return [...thinnedLine(before, FAR), ...near, ...thinnedLine(after, FAR)];
}

/** The middle of the known sizes; `null` where none is known. */
export function medianSize(sizes: readonly (number | null)[]): number | null {
  const known = sizes.filter((size) => size !== null).sort((a, b) => a - b);
  return known[Math.floor(known.length / 2)] ?? null;
}
