import { addDays, addMonths, DAY_MS, instantMs, isCalendarDate, quarterEnd, sayDay } from './calendar';

/** The last day of the month that lies `months` after (or, negative, before) that of a day. */
const monthEnd = (day: string, months = 0): string => addDays(addMonths(`${day.slice(0, 7)}-01`, months + 1), -1);
const quarterStart = (day: string): string => addMonths(`${quarterEnd(day).slice(0, 7)}-01`, -2);
/** The Monday of a day's week: 1 January 1970 was a Thursday. */
const weekStart = (day: string): string => addDays(day, -((Math.floor(instantMs(day) / DAY_MS) + 3) % 7));

interface Named {
  readonly say: string;
  readonly on: (today: string) => string;
}

const NAMED: Readonly<Record<string, Named>> = {
  today: { say: 'today', on: (today) => today },
  yesterday: { say: 'yesterday', on: (today) => addDays(today, -1) },
  'week-start': { say: 'the Monday of this week', on: weekStart },
  'month-start': { say: 'the start of this month', on: (today) => `${today.slice(0, 7)}-01` },
  'month-end': { say: 'the end of this month', on: (today) => monthEnd(today) },
  'last-month-end': { say: 'the end of last month', on: (today) => monthEnd(today, -1) },
  'quarter-start': { say: 'the start of this quarter', on: quarterStart },
  'quarter-end': { say: 'the end of this quarter', on: quarterEnd },
  'last-quarter-end': { say: 'the end of last quarter', on: (today) => addDays(quarterStart(today), -1) },
  'year-start': { say: 'the start of this year', on: (today) => `${today.slice(0, 4)}-01-01` },
  'year-end': { say: 'the end of this year', on: (today) => `${today.slice(0, 4)}-12-31` },
};

/** So many days from today: `-7d`, `+30d`. */
const OFFSET = /^[+-]\d{1,5}d$/;

/** A day that moves with the calendar: one that is kept in a view means the same next month, not the same date. */
export const isMovingDay = (text: string): boolean => Object.hasOwn(NAMED, text) || OFFSET.test(text);

/**
 * The day that a word means today; a fixed day or instant is itself.
 *
 * @param today ISO day, UTC
 */
export function settledDay(text: string, today: string): string {
  const named = Object.hasOwn(NAMED, text) ? NAMED[text] : undefined;
  if (named) return named.on(today);
  return OFFSET.test(text) ? addDays(today, Number(text.slice(0, -1))) : text;
}

/** `the end of this quarter`, `7 days ago`; a fixed day as a date. */
export function sayMovingDay(text: string): string {
  const named = Object.hasOwn(NAMED, text) ? NAMED[text] : undefined;
  if (named) return named.say;
  if (!OFFSET.test(text)) return sayDay(text);
  const days = Number(text.slice(0, -1));
  const count = Math.abs(days);
  const words = `${count} ${count === 1 ? 'day' : 'days'}`;
  return days > 0 ? `in ${words}` : `${words} ago`;
}

/** Every moving day that a fixed one is today, the named ones first: 31 December is the end of the quarter and of the year. */
export function movingDaysFor(day: string, today: string): readonly string[] {
  if (!isCalendarDate(day)) return [];
  const days = Math.round((instantMs(day) - instantMs(today)) / DAY_MS);
  const named = Object.keys(NAMED).filter((word) => settledDay(word, today) === day);
  return days === 0 ? named : [...named, `${days > 0 ? '+' : ''}${days}d`];
}
