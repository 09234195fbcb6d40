import { findZone } from '#domain/base/time-zone';
import { type DateOrder, orderShownBy, readDay } from '#domain/base/typed-date';
import { readTypedMoment } from '#domain/base/typed-moment';

const ORDERS = ['ymd', 'mdy', 'dmy'] as const satisfies readonly DateOrder[];
const UTC = findZone('UTC');

/** How dates begin, with a year, a day, or a word before one: of a hundred thousand texts most are told apart by this alone. */
const MAYBE = /^(?:\p{L}{2,12}\.?,? )?(?:\d{4}[-/.]\d|\d{1,2}(?:st|nd|rd|th|\.)?,?[-/. ]+[\d\p{L}])/iu;
const mayBeDate = (text: string): boolean => text.length <= 40 && MAYBE.test(text);

/** Whether it is a date in some order; also one that no calendar has. */
export function looksLikeDate(text: string): boolean {
  if (!mayBeDate(text)) return false;
  const read = readDay(text, { order: null, shortYears: true });
  if (!read.ok && read.code === 'impossible_date') return true;
  return !Number.isNaN(readDate(text, read.ok ? null : 'dmy'));
}

/**
 * Milliseconds since 1970 in UTC; NaN where the text is no date or the day does not exist. Times without a zone are UTC. The
 * samples that are measured are as their tools wrote them: years may have two digits.
 */
export function readDate(text: string, order: DateOrder | null): number {
  if (UTC === null || !mayBeDate(text)) return Number.NaN;
  const read = readTypedMoment(text, { order, shortYears: true, zone: UTC, dayAt: 'utc', firstYear: 1000 });
  return read.ok ? Date.parse(read.value.instant) : Number.NaN;
}

/** Which orders fit every one of the texts that are dates; more than one: they do not tell. */
export function possibleOrders(texts: Iterable<string>): DateOrder[] {
  const dates = [...texts].filter(looksLikeDate);
  let orders: DateOrder[] = [...ORDERS];
  let open = false;
  for (const text of dates) {
    const read = ORDERS.map((order) => readDate(text, order));
    // With the year in front or the month by its name, all orders are one.
    if (read.every((at) => at === read[0])) continue;
    open = true;
    const yearLast = /\D\d{4}(?:\D|$)/.test(text);
    orders = orders.filter((order) => !Number.isNaN(readDate(text, order)) && !(yearLast && order === 'ymd'));
  }
  if (!open) return ['ymd'];
  const shown = orderShownBy(dates);
  return shown !== null && orders.includes(shown) ? [shown] : orders;
}
