import { DAY_MS } from '../base/calendar';
import { type DayVerdicts, hasToolDrift, worseCode } from './day-verdicts';

export type Bucket = 'week' | 'month' | 'quarter';

/** The code of a cell in which a model gave no sign although one was due; above all verdicts' codes. */
export const SILENT_CELL = 6;

/** First days (since 1970, UTC) of the buckets that touch `from` … `to`, and the first day after the last of them. */
export function bucketStarts(from: number, to: number, bucket: Bucket): number[] {
  const starts: number[] = [];
  let start = startOf(from, bucket);
  while (start <= to) {
    starts.push(start);
    start = after(start, bucket);
  }
  return [...starts, start];
}

function startOf(day: number, bucket: Bucket): number {
  // 1970-01-01 was a Thursday: Mondays are days 4, 11 … and −3.
  if (bucket === 'week') return day - ((((day + 3) % 7) + 7) % 7);
  const date = new Date(day * DAY_MS);
  const month = date.getUTCMonth();
  return Date.UTC(date.getUTCFullYear(), bucket === 'month' ? month : month - (month % 3), 1) / DAY_MS;
}

function after(start: number, bucket: Bucket): number {
  if (bucket === 'week') return start + 7;
  const date = new Date(start * DAY_MS);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + (bucket === 'month' ? 1 : 3), 1) / DAY_MS;
}

export interface RowInput {
  readonly days: DayVerdicts;
  /** Days without a result after which the model is silent. */
  readonly silentAfter: number;
  /** Only models that serve somebody are missed. */
  readonly expected: boolean;
  readonly today: number;
}

/**
 * One model's cells: the worst verdict of each bucket; `SILENT_CELL` where it has none and the silence has lasted, at the
 * bucket's end (or today), longer than it may; else 0. Nothing is silent before the first result or after today.
 *
 * @param starts of `bucketStarts`: one more than there are cells
 */
export function heatmapRow(
  { days, silentAfter, expected, today }: RowInput,
  starts: readonly number[],
  cells: Uint8Array,
  toolDrift: Uint8Array,
): void {
  const { firstDay, codes } = days;
  for (let i = 0; i < cells.length; i += 1) {
    const [from, end] = [starts[i] ?? 0, starts[i + 1] ?? 0];
    let code = 0;
    for (let place = Math.max(0, from - firstDay); place < Math.min(codes.length, end - firstDay); place += 1)
      code = worseCode(code, codes[place] ?? 0);
    toolDrift[i] = hasToolDrift(code) ? 1 : 0;
    code &= 7;
    if (code === 0 && expected && isSilent(days, from, Math.min(end - 1, today), silentAfter)) code = SILENT_CELL;
    cells[i] = code;
  }
}

function isSilent({ firstDay, codes }: DayVerdicts, from: number, day: number, silentAfter: number): boolean {
  if (day < from) return false;
  let place = Math.min(codes.length, from - firstDay) - 1;
  while (place >= 0 && codes[place] === 0) place -= 1;
  return place >= 0 && day - (firstDay + place) > silentAfter;
}
