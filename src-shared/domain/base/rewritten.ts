import { type Forms, MONTH_NAMES } from './forms';
import { amountsIn } from './short-money';

/** With thousands, decimals or a percent sign: what forms write differently. A version (`2.1.3`) and a plain number are not. */
const NUMBER = /(?<![\w.,-])(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(%?)(?!\w|[.,]\d)/g;
const NAMES: readonly string[] = MONTH_NAMES;
/** `23 Nov 2026`, `23 Nov`, `1–23 Nov 2026`. */
const DAY = new RegExp(`(?<![\\w.,-])(?:(\\d{1,2})(–))?(\\d{1,2}) (${NAMES.join('|')})(?: (\\d{4}))?(?!\\w)`, 'g');

/** `Nov 2026`. */
const MONTH = new RegExp(`(?<![\\w.,-])(?<!\\d )(${NAMES.join('|')}) (\\d{4})(?!\\w)`, 'g');

/**
 * A sentence that was written as the field writes (`€5.09M by 23 Nov 2026, 2,133 models, 4.5%`) in the forms of its reader:
 * amounts, numbers, shares and days; its words stay. What stands in “quotes” is somebody's own and stays as it is.
 */
export function rewritten(text: string, forms: Forms): string {
  if (forms.locale === 'en-GB' || !/\d/.test(text)) return text;
  return text
    .split(/(“[^”]*”)/)
    .map((part, at) => (at % 2 === 1 ? part : rewrittenPart(part, forms)))
    .join('');
}

const rewrittenPart = (part: string, forms: Forms): string =>
  amountsIn(part, forms.locale, (between) =>
    // Days first: a day that is written as `2026-11-23` is no number any more.
    days(numbers(between, forms), forms),
  );

function numbers(text: string, forms: Forms): string {
  return text.replace(NUMBER, (found: string, whole: string, fraction: string | undefined, percent: string) => {
    if (percent === '' && fraction === undefined && !whole.includes(',')) return found;
    const decimals = (fraction ?? '.').length - 1;
    const fixed = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
    const value = Number(`${whole.replaceAll(',', '')}${fraction ?? ''}`);
    if (percent === '') return forms.numbers(fixed).format(value);
    // In the unit of the sentence: a division by a hundred would round.
    return forms.numbers({ style: 'unit', unit: 'percent', ...fixed }).format(value);
  });
}

function days(text: string, forms: Forms): string {
  if (forms.order === 'dmy') return text;
  return months(text, forms).replace(
    DAY,
    (
      _found: string,
      first: string | undefined,
      dash: string | undefined,
      last: string,
      name: string,
      year?: string,
    ) => {
      const month = NAMES.indexOf(name) + 1;
      const day = first === undefined ? last : `${first}${dash}${last}`;
      const names = `${name} ${day}`;
      if (year === undefined) return names;
      if (forms.order === 'mdy') return `${names}, ${year}`;
      const dayOf = (of: string): string => forms.day(Number(year), month, Number(of));
      return first === undefined ? dayOf(last) : `${dayOf(first)} – ${dayOf(last)}`;
    },
  );
}

/** `Nov 2026` without a day, where days are written as `2026-11-23`. */
const months = (text: string, forms: Forms): string =>
  forms.order === 'ymd'
    ? text.replace(MONTH, (_found, name: string, year: string) => forms.month(Number(year), NAMES.indexOf(name) + 1))
    : text;
