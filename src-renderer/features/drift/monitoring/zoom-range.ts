import { DAY_MS } from '#domain/base/calendar';
import type { LinesZoom } from '../../../components/chart/lines-spec';

/** All the time that a chart has: from the first point until today, so that silence at the end is seen. */
export function wholeRange(times: readonly number[], now: number): LinesZoom {
  const first = times[0] ?? now;
  const last = Math.max(times.at(-1) ?? now, now);
  return last - first < DAY_MS ? { from: first - DAY_MS, to: last + DAY_MS } : { from: first, to: last };
}

/** A part of the range that is `factor` times as long, about its middle; it stays within the range. */
export function zoomed(range: LinesZoom, zoom: LinesZoom, factor: number): LinesZoom {
  const length = Math.min(range.to - range.from, Math.max(60_000, (zoom.to - zoom.from) * factor));
  const middle = (zoom.from + zoom.to) / 2;
  return inside(range, middle - length / 2, length);
}

/** Moved by a share of its own length; it stays within the range. */
export function moved(range: LinesZoom, zoom: LinesZoom, share: number): LinesZoom {
  const length = zoom.to - zoom.from;
  return inside(range, zoom.from + length * share, length);
}

/** The last days of the range. */
export function lastDays(range: LinesZoom, days: number): LinesZoom {
  const length = Math.min(days * DAY_MS, range.to - range.from);
  return { from: range.to - length, to: range.to };
}

function inside(range: LinesZoom, from: number, length: number): LinesZoom {
  const start = Math.min(Math.max(from, range.from), range.to - length);
  return { from: start, to: start + length };
}

/** Whether next to nothing of the range is left out. */
export const isWhole = (range: LinesZoom, zoom: LinesZoom): boolean =>
  zoom.to - zoom.from >= (range.to - range.from) * 0.999;
