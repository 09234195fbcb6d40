import { addDays, shiftMonth } from '#domain/base/calendar';
import { formatDate } from '../../../lib/format';
import type { Bucket } from './monitoring-types';

/** How many columns are shown at once, and how many of them one step goes back. */
const SPAN: Readonly<Record<Bucket, { readonly columns: number; readonly step: number }>> = {
  week: { columns: 26, step: 13 },
  month: { columns: 24, step: 12 },
  quarter: { columns: 16, step: 8 },
};

export interface MapRange {
  readonly from: string;
  readonly to: string;
}

/** The day that lies `steps` columns before (or, negative, after) a day; months keep within their length. */
function back(day: string, bucket: Bucket, steps: number): string {
  if (bucket === 'week') return addDays(day, -7 * steps);
  return `${shiftMonth(day.slice(0, 7), -steps * (bucket === 'month' ? 1 : 3))}-01`;
}

/** The days between which the map lies whose last column holds `until`. */
export function mapRange(bucket: Bucket, until: string): MapRange {
  return { from: back(until, bucket, SPAN[bucket].columns - 1), to: until };
}

/** Half a map earlier. */
export const earlier = (bucket: Bucket, until: string): string => back(until, bucket, SPAN[bucket].step);

/** Half a map later, at most until today: then the map follows the days by itself, which `null` stands for. */
export function later(bucket: Bucket, until: string, today: string): string | null {
  const next = back(until, bucket, -SPAN[bucket].step);
  return next >= today ? null : next;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const monthOf = (day: string): string => MONTHS[Number(day.slice(5, 7)) - 1] ?? '';

/** What stands over each column: the month where it begins, with its year where that does; '' where there is no room. */
export function columnLabels(buckets: readonly string[], bucket: Bucket): readonly string[] {
  const wanted = buckets.map((day, index) => labelOf(day, buckets[index - 1], bucket));
  // A name is wider than its column: of two that stand side by side the later one stays, which begins something.
  return wanted.map((label, index) => ((wanted[index + 1] ?? '') === '' ? label : ''));
}

function labelOf(day: string, before: string | undefined, bucket: Bucket): string {
  const month = Number(day.slice(5, 7));
  if (before !== undefined && before.slice(0, 4) !== day.slice(0, 4)) return day.slice(0, 4);
  if (bucket === 'week') return before?.slice(0, 7) === day.slice(0, 7) ? '' : monthOf(day);
  const isFirst = before === undefined;
  if (bucket === 'month') return isFirst || month % 3 === 1 ? monthOf(day) : '';
  return isFirst || month === 7 ? `Q${Math.floor(month / 3) + 1}` : '';
}

/** A column's time in words: `week of 16 Nov 2026`, `Nov 2026`, `quarter 4 of 2026`. */
export function sayBucket(day: string, bucket: Bucket): string {
  const year = day.slice(0, 4);
  if (bucket === 'month') return `${monthOf(day)} ${year}`;
  if (bucket === 'quarter') return `quarter ${Math.floor(Number(day.slice(5, 7)) / 3) + 1} of ${year}`;
  return `week of ${formatDate(day)}`;
}
