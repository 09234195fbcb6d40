import { sayDay } from '../base/calendar';
import { addMonths } from '../models/review';

/** A calendar month, `2026-11`; compares as text. */
export type Month = string;

/** The month that lies `count` months after (or, negative, before) another. */
export function shiftMonth(month: Month, count: number): Month {
  return addMonths(`${month}-01`, count).slice(0, 7);
}

/** A month as people read it: `Nov 2026`. */
export function sayMonth(month: Month): string {
  return sayDay(`${month}-01`).replace(/^1 /, '');
}
