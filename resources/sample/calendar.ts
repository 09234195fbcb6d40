import { DAY_MS } from '#domain/base/calendar';

/** The sample's calendar: days are counted from the day on which it is made, which is 0; the past is negative. */
export interface SampleCalendar {
  /** An instant of that day, UTC; hours may be fractions. */
  readonly at: (day: number, hour?: number) => string;
  /** The same on the last working day up to it: people do not approve models on Sundays. */
  readonly work: (day: number, hour?: number) => string;
  readonly date: (day: number) => string;
  /** 0 … 12: where in the year the day lies, 0 = the first of January. */
  readonly month: (day: number) => number;
  /** The days of the span on which a month begins, ascending. */
  readonly firstsOfMonths: (from: number, to: number) => readonly number[];
  /** The Mondays of the span, ascending. */
  readonly mondays: (from: number, to: number) => readonly number[];
}

/** @param day the day on which the sample is made, `2026-11-26` */
export function sampleCalendar(day: string): SampleCalendar {
  const start = Date.parse(`${day}T00:00:00Z`);
  const dateOf = (offset: number): Date => new Date(start + offset * DAY_MS);
  const at = (offset: number, hour = 9): string =>
    new Date(start + offset * DAY_MS + Math.round(hour * 60) * 60_000).toISOString();
  const days = (from: number, to: number, wanted: (date: Date) => boolean): readonly number[] =>
    Array.from({ length: to - from + 1 }, (_, i) => from + i).filter((offset) => wanted(dateOf(offset)));
  return {
    at,
    work: (offset, hour) => {
      const weekday = dateOf(offset).getUTCDay();
      return at(offset - (weekday === 0 ? 2 : weekday === 6 ? 1 : 0), hour);
    },
    date: (offset) => dateOf(offset).toISOString().slice(0, 10),
    month: (offset) => {
      const date = dateOf(offset);
      return date.getUTCMonth() + (date.getUTCDate() - 1) / 31;
    },
    firstsOfMonths: (from, to) => days(from, to, (date) => date.getUTCDate() === 1),
    mondays: (from, to) => days(from, to, (date) => date.getUTCDay() === 1),
  };
}
