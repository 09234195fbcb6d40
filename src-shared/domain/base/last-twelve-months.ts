import { addDays, dayEnd } from './calendar';

/** Whole days of "the last twelve months"; a rate a year is one over so many days. */
export const TWELVE_MONTHS_DAYS = 365;

export interface TwelveMonths {
  /** The last instant before the window: what is in it lies after `from` and up to `to`. */
  readonly from: string;
  readonly to: string;
  /** The first day in it (`2025-12-02`), for those who ask by day. */
  readonly first: string;
}

/**
 * "The last twelve months" at an instant, wherever it is said: the 365 whole UTC days that end with its day. Always as many,
 * so that two papers of one day tell the same, windows compare with those before them over a 29 February too, and what is
 * counted is what happened in a year. Only a chart by calendar month shows other ones, and says which.
 */
export function lastTwelveMonths(now: string): TwelveMonths {
  const before = addDays(now.slice(0, 10), -TWELVE_MONTHS_DAYS);
  return { from: dayEnd(before), to: dayEnd(now), first: addDays(before, 1) };
}
