import { addDays, daysInMonth, instantMs, sayDay } from './calendar';

/** How exactly a day is known. A month, a quarter or a year is kept as such and never passes for a day. */
export const DATE_PRECISIONS = ['day', 'month', 'quarter', 'year'] as const;
export type DatePrecision = (typeof DATE_PRECISIONS)[number];

/** A time that is known to a day or only to a span around it; `at` is an ISO instant, the middle of the span. */
export interface Dated {
  readonly at: string;
  readonly precision: DatePrecision;
}

/** 1–4, of an ISO day or instant in UTC. */
export const quarterOf = (at: string): number => Math.ceil(Number(at.slice(5, 7)) / 3);

/** The less exact one of two. */
export const coarser = (a: DatePrecision, b: DatePrecision): DatePrecision =>
  DATE_PRECISIONS.indexOf(a) > DATE_PRECISIONS.indexOf(b) ? a : b;

/** First and last calendar day (UTC) of a span. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const two = (value: number): string => String(value).padStart(2, '0');

/**
 * The span of a precision in which a day lies.
 *
 * @param day ISO calendar date or instant, UTC
 */
export function spanOf(day: string, precision: DatePrecision): Span {
  const date = day.slice(0, 10);
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  const ofMonths = (first: number, last: number): Span => ({
    from: `${date.slice(0, 4)}-${two(first)}-01`,
    to: `${date.slice(0, 4)}-${two(last)}-${daysInMonth(year, last)}`,
  });
  switch (precision) {
    case 'day':
      return { from: date, to: date };
    case 'month':
      return ofMonths(month, month);
    case 'quarter': {
      const first = Math.floor((month - 1) / 3) * 3 + 1;
      return ofMonths(first, first + 2);
    }
    case 'year':
      return ofMonths(1, 12);
  }
}

/**
 * What is kept of a day that is known no finer than `precision`: the middle of its span, at which it sorts and computes.
 * A day stays midnight UTC, as days always were.
 */
export function middleOf(day: string, precision: DatePrecision): Dated {
  const { from, to } = spanOf(day, precision);
  const days = Math.round((instantMs(to) - instantMs(from)) / 86_400_000);
  return { at: `${addDays(from, Math.floor(days / 2))}T00:00:00.000Z`, precision };
}

/** Whether both may speak of the same day: their spans share one. */
export function mayAgree(a: Dated, b: Dated): boolean {
  const [one, other] = [spanOf(a.at, a.precision), spanOf(b.at, b.precision)];
  return one.from <= other.to && other.from <= one.to;
}

/** Whether `a` says more exactly what `b` says: it lies in the span of `b` and is finer. */
export function isFiner(a: Dated, b: Dated): boolean {
  return mayAgree(a, b) && DATE_PRECISIONS.indexOf(a.precision) < DATE_PRECISIONS.indexOf(b.precision);
}

/** Whether every day of `a` lies before every day of `b`. */
export function isBefore(a: Dated, b: Dated): boolean {
  if (a.precision === 'day' && b.precision === 'day') return a.at.slice(0, 10) < b.at.slice(0, 10);
  return spanOf(a.at, a.precision).to < spanOf(b.at, b.precision).from;
}

/** As people read it, no finer than it is known: `23 Nov 2026`, `Jan 2024`, `Q1 2024`, `2024` (UTC). */
export function sayDated({ at, precision }: Dated): string {
  const month = Number(at.slice(5, 7));
  const year = at.slice(0, 4);
  if (precision === 'day') return sayDay(at);
  if (precision === 'month') return `${MONTHS[month - 1] ?? ''} ${year}`;
  return precision === 'quarter' ? `Q${quarterOf(at)} ${year}` : year;
}
