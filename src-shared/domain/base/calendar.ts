const DAY_MS = 86_400_000;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** How many days the month has (month 1–12), in the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Milliseconds since 1970 of an ISO instant or calendar date (midnight UTC); NaN when there is no such day or time. */
export function instantMs(text: string): number {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(text);
  if (!parts) return Number.NaN;
  // Date.parse alone reads 31 February as 3 March.
  if (Number(parts[3]) > daysInMonth(Number(parts[1]), Number(parts[2]))) return Number.NaN;
  return Date.parse(text);
}

/** True for a date without a time of day. */
export function isCalendarDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}

/** The UTC day (`2026-11-23`) of an instant. Throws a RangeError when it is not one. */
export function utcDay(instant: string): string {
  return new Date(instantMs(instant)).toISOString().slice(0, 10);
}

/** The day that lies `days` after (or, negative, before) a calendar date. */
export function addDays(date: string, days: number): string {
  return new Date(instantMs(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Days from one instant to another, UTC, fractional; negative when `to` comes first. */
export function daysFromTo(from: string, to: string): number {
  return (instantMs(to) - instantMs(from)) / DAY_MS;
}

/** A day as people read it: `23 Nov 2026` (UTC). */
export function sayDay(instant: string): string {
  const day = utcDay(instant);
  return `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1] ?? ''} ${day.slice(0, 4)}`;
}

/** The same with its time, for two instants of one day: `23 Nov 2026, 10:00 UTC`. */
export function sayInstant(instant: string): string {
  return `${sayDay(instant)}, ${new Date(instantMs(instant)).toISOString().slice(11, 16)} UTC`;
}
