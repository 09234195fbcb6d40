import { ownForms } from './forms';

export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;
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

/** The last instant of the UTC day that an instant or calendar date lies in: what is counted up to it is the same all day. */
export const dayEnd = (instant: string): string => `${instant.slice(0, 10)}T23:59:59.999Z`;

/** The number of the UTC day, counted from 1 January 1970, that a moment (milliseconds since then) lies in. */
export function dayNumber(ms: number): number {
  return Math.floor(ms / DAY_MS);
}

/** A day as text (`2026-11-23`) by its number since 1970. */
export function isoDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The day that lies `days` after (or, negative, before) a calendar date. */
export function addDays(date: string, days: number): string {
  return new Date(instantMs(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The same day of another month, or that month's last day where it has none: 31 Jan + 1 month = 28 or 29 Feb. */
export function addMonths(date: string, months: number): string {
  const [year = Number.NaN, month = Number.NaN, day = Number.NaN] = date.split('-').map(Number);
  const index = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1];
  const toDay = Math.min(day, daysInMonth(toYear, toMonth));
  return new Date(Date.UTC(toYear, toMonth - 1, toDay)).toISOString().slice(0, 10);
}

/** Last day (`2026-12-31`) of the calendar quarter that a day (`2026-11-23`) lies in. */
export function quarterEnd(day: string): string {
  const [year = Number.NaN, month = Number.NaN] = day.split('-').map(Number);
  const lastMonth = Math.ceil(month / 3) * 3;
  return new Date(Date.UTC(year, lastMonth, 0)).toISOString().slice(0, 10);
}

/** A calendar month, `2026-11`; compares as text. */
export type Month = string;

/** The month that lies `count` months after (or, negative, before) another. */
export function shiftMonth(month: Month, count: number): Month {
  return addMonths(`${month}-01`, count).slice(0, 7);
}

/** Days from one instant to another, UTC, fractional; negative when `to` comes first. */
export function daysFromTo(from: string, to: string): number {
  return (instantMs(to) - instantMs(from)) / DAY_MS;
}

/** Days that have passed as people count them on a calendar: from the UTC day of one instant to that of another, whole. */
export function daysPassed(from: string, to: string): number {
  return dayNumber(instantMs(to)) - dayNumber(instantMs(from));
}

/** The same since an instant that may be unknown. */
export const daysSince = (at: string | null, now: string): number | null => (at === null ? null : daysPassed(at, now));

/** A day as people read it: `23 Nov 2026` (UTC). */
export function sayDay(instant: string): string {
  const day = utcDay(instant);
  return ownForms().day(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8)));
}

/** The same with its time, for two instants of one day: `23 Nov 2026, 10:00 UTC`. */
export function sayInstant(instant: string): string {
  return `${sayDay(instant)}, ${new Date(instantMs(instant)).toISOString().slice(11, 16)} UTC`;
}

/** A month as people read it: `Nov 2026`. */
export function sayMonth(month: Month): string {
  return ownForms().month(Number(month.slice(0, 4)), Number(month.slice(5, 7)));
}
