/** What stands first in a date such as 1/2/2024. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

const DATE =
  /^(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3})\d*)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/;

export function looksLikeDate(text: string): boolean {
  return text.length <= 40 && DATE.test(text);
}

/** Years of two digits are of 1970 to 2069. */
const fullYear = (text: string): number => {
  const year = Number(text);
  return text.length > 2 ? year : year + (year < 70 ? 2000 : 1900);
};

/** Milliseconds since 1970 in UTC; NaN where the text is no date or the day does not exist. Times without a zone are UTC. */
export function readDate(text: string, order: DateOrder): number {
  const match = text.length <= 40 ? DATE.exec(text) : null;
  if (!match) return Number.NaN;
  const [, first = '', , second = '', third = '', hour = '0', minute = '0', seconds = '0', fraction = '0', zone] =
    match;
  const isoFirst = first.length > 2;
  const year = fullYear(isoFirst || order === 'ymd' ? first : third);
  const month = isoFirst || order !== 'mdy' ? Number(second) : Number(first);
  const day = isoFirst || order === 'ymd' ? Number(third) : Number(order === 'mdy' ? second : first);
  const midnight = Date.UTC(year, month - 1, day);
  const date = new Date(midnight);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || Number(hour) > 24) return Number.NaN;
  const time = ((Number(hour) * 60 + Number(minute)) * 60 + Number(seconds)) * 1000 + Number(fraction.padEnd(3, '0'));
  return midnight + time - zoneMs(zone);
}

function zoneMs(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}

/** Which orders fit every one of the texts that are dates; more than one: they do not tell. */
export function possibleOrders(texts: Iterable<string>): DateOrder[] {
  let orders: DateOrder[] = ['ymd', 'mdy', 'dmy'];
  for (const text of texts) {
    if (!looksLikeDate(text)) continue;
    if (/^\d{3,4}\D/.test(text)) orders = orders.filter((order) => order === 'ymd');
    else if (/\D\d{3,4}(?:[T ]|$)/.test(text)) orders = orders.filter((order) => order !== 'ymd');
    orders = orders.filter((order) => !Number.isNaN(readDate(text, order)));
    if (orders.length === 0) return orders;
  }
  return orders;
}
