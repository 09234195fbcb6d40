import { addDays, daysFromTo, daysInMonth, sayDay } from './calendar';
import { monthNamed } from './month-names';
import { accepted, type Parsed, quote, refused } from './parsed';
import { readClock } from './typed-clock';

/** What stands first in a date such as 1/2/2024. `ymd` says nothing of a date whose year stands last. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

export interface DayRules {
  /** Of days in three numbers: of the reader's locale, or of the other values of the column; `null`: nobody knows. */
  readonly order: DateOrder | null;
  /** Exports of some tools write two digits; then the years 1970 to 2069 are meant. Anywhere else they are refused. */
  readonly shortYears?: boolean;
  /** What settles two readings where writing the text otherwise is not the way, as in a file; a sentence. */
  readonly remedy?: string | undefined;
}

/** A day of the calendar, and what was written behind it. */
export interface WrittenDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** A time of day, where it is one; `undefined`: nothing stood there. */
  readonly clock: string | undefined;
}

/** No date needs more characters; longer texts never reach the patterns. */
export const MAX_LENGTH = 60;

const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ] ?(.+))?$/i;
const THREE = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})(?:,?[T ] ?(.+))?$/i;
const DAY_NAME =
  /^(\d{1,2})(?:st|nd|rd|th|\.)?[-/. ]+(?:de )?(\p{L}+\.?),?[-/. ]+(?:de )?(\d{4}|\d{2})(?:,?(?: at| um| à)? (.+))?$/iu;
const NAME_DAY = /^(\p{L}+\.?) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?:,?(?: at)? (.+))?$/iu;
const WEEKDAY = /^\p{L}+\.?, (?=\d|\p{L})/u;

/** A month and two digits, which may be a day or a year. */
const HALF = /^(?:\d{1,2}[ -](\p{L}+\.?)|(\p{L}+\.?)[ -]\d{1,2})$/u;
const INCOMPLETE = [
  /^\d{4}$/,
  /^\d{4}[-/.]\d{1,2}$/,
  /^\d{1,2}[-/.]\d{4}$/,
  /^(?:q[1-4][ -]?)?(?:fy|cy)? ?\d{2,4}(?:[ -]?q[1-4])?$/i,
  /^q[1-4][ -/]?(?:fy)?\d{2,4}$/i,
];
const MONTH_YEAR = /^(?:(\p{L}+\.?)[ -]\d{4}|\d{4}[ -](\p{L}+\.?))$/u;

/** One sort of blank, and no weekday in front. */
export const bareDate = (text: string): string => text.replace(/\s+/g, ' ').trim().replace(WEEKDAY, '');

/**
 * The one rule for a day that a person typed or a file holds: year first, three numbers in their order, or with the name of its
 * month. Days with points are written day first wherever people write them, where no order says otherwise. What has two readings
 * (`3/4/2024`) is refused with both; a wrong date is worse than none.
 */
export function readDay(text: string, rules: DayRules): Parsed<WrittenDay> {
  const bare = bareDate(text);
  if (bare.length > MAX_LENGTH) return notADate(text);
  const iso = ISO.exec(bare);
  if (iso) return checked(text, [iso[1], iso[2], iso[3]], iso[4], rules);
  const named = namedDay(bare);
  if (named) return checked(text, named.parts, named.clock, rules);
  const three = THREE.exec(bare);
  return three ? byOrder(text, three, rules) : unreadable(text, bare);
}

const notADate = (text: string): Parsed<never> =>
  refused('not_a_date', `${quote(text)} is not a date. Write it as 2024-05-31.`);

type Parts = readonly [year: string | undefined, month: string | number | undefined, day: string | undefined];

function namedDay(text: string): { readonly parts: Parts; readonly clock: string | undefined } | null {
  const dayFirst = DAY_NAME.exec(text);
  const month = dayFirst && monthNamed(dayFirst[2] ?? '');
  if (dayFirst && month) return { parts: [dayFirst[3], month, dayFirst[1]], clock: dayFirst[4] };
  const nameFirst = NAME_DAY.exec(text);
  const first = nameFirst && monthNamed(nameFirst[1] ?? '');
  return nameFirst && first ? { parts: [nameFirst[3], first, nameFirst[2]], clock: nameFirst[4] } : null;
}

function byOrder(text: string, match: RegExpExecArray, rules: DayRules): Parsed<WrittenDay> {
  const [, a = '', separator, b = '', c = '', clock] = match;
  const { order } = rules;
  if (order === 'ymd' && c.length === 2) return checked(text, [a.padStart(2, '0'), b, c], clock, rules);
  const [first, second] = [Number(a), Number(b)];
  const dayFirst: Parts = [c, b, a];
  const monthFirst: Parts = [c, a, b];
  if (order === 'dmy') return checked(text, dayFirst, clock, rules);
  if (order === 'mdy') return checked(text, monthFirst, clock, rules);
  // Nobody said what comes first: only a number above 12 tells, or the points.
  if (first > 12 || first === second) return checked(text, dayFirst, clock, rules);
  if (second > 12) return checked(text, monthFirst, clock, rules);
  if (separator === '.') return checked(text, dayFirst, clock, rules);
  return twoReadings(text, checked(text, dayFirst, clock, rules), checked(text, monthFirst, clock, rules), rules);
}

function twoReadings(
  text: string,
  one: Parsed<WrittenDay>,
  other: Parsed<WrittenDay>,
  { remedy }: DayRules,
): Parsed<WrittenDay> {
  if (!one.ok || !other.ok) return one;
  const [a, b] = [isoOf(one.value), isoOf(other.value)];
  const message = `${quote(text)} can be read as ${sayDay(a)} or as ${sayDay(b)}. ${remedy ?? `Write ${a} or ${b}.`}`;
  return refused('ambiguous_date', message);
}

function checked(text: string, [y = '', m, d]: Parts, clock: string | undefined, rules: DayRules): Parsed<WrittenDay> {
  if (y.length === 2 && rules.shortYears !== true)
    return refused('two_digit_year', `${quote(text)} has a year of two digits. Write it with four, as in 2024-05-31.`);
  const short = y.length === 2 ? (Number(y) < 70 ? 2000 : 1900) : 0;
  const [year, month, day] = [Number(y) + short, Number(m), Number(d)];
  if (month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month))
    return accepted({ year, month, day, clock });
  const hint =
    month > 12 && day <= 12 ? 'Perhaps day and month stand in the other order.' : 'Check the day and the month.';
  return refused('impossible_date', `${quote(text)} is no day of the calendar. ${hint}`);
}

/** Says what is missing from a text that is nearly a date. */
function unreadable(text: string, bare: string): Parsed<never> {
  const half = HALF.exec(bare);
  if (half && monthNamed(half[1] ?? half[2] ?? '') !== null)
    return refused(
      'ambiguous_date',
      `${quote(text)} can be read as a day of a month or as a month of a year. Write it out, as in 2024-11-24.`,
    );
  if (/^\d{5}(\.\d+)?$/.test(bare)) return serialAsText(text, Number(bare));
  const month = MONTH_YEAR.exec(bare);
  const named = month !== null && monthNamed(month[1] ?? month[2] ?? '') !== null;
  if (named || INCOMPLETE.some((pattern) => pattern.test(bare)))
    return refused('date_incomplete', `${quote(text)} does not say the day. Write the whole date, as in 2024-05-31.`);
  return notADate(text);
}

const EXCEL_START = '1899-12-30';

function serialAsText(text: string, serial: number): Parsed<never> {
  const day = addDays(EXCEL_START, Math.floor(serial));
  const message = `${quote(text)} is a number; in Excel's calendar it is ${day}. Write it so, or format the column as dates.`;
  return refused('not_a_date', message);
}

export const isoOf = ({ year, month, day }: Pick<WrittenDay, 'year' | 'month' | 'day'>): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** Before this year no model of today was begun; such dates are slips of a spreadsheet. */
const FIRST_YEAR = 1950;

export interface DateRules extends DayRules {
  /** ISO day that the date may not lie behind, since it tells what has happened; left out: the future is let in. */
  readonly latest?: string | undefined;
}

/**
 * Reads a day as `2024-05-31`; a time of day behind it is left out. Codes: those of `readDay` (`not_a_date`, `date_incomplete`,
 * `ambiguous_date`, `two_digit_year`, `impossible_date`) and `date_in_future`.
 */
export function readTypedDate(text: string, rules: DateRules): Parsed<string> {
  const read = readDay(text, rules);
  if (!read.ok) return read;
  const { clock, year } = read.value;
  if (clock !== undefined && (readClock(clock) ?? 'ambiguous_zone') === 'ambiguous_zone') return notADate(text);
  const iso = isoOf(read.value);
  if (year < FIRST_YEAR) return refused('impossible_date', tooEarly(text, iso));
  if (rules.latest !== undefined && iso > rules.latest)
    return refused(
      'date_in_future',
      `${quote(text)} lies in the future, so it has not happened yet. Leave it out until it has.`,
    );
  return accepted(iso);
}

/** A year typed into a cell that is shown as a date becomes a day of the year 1905. */
function tooEarly(text: string, iso: string): string {
  const serial = daysFromTo(EXCEL_START, iso);
  if (serial >= FIRST_YEAR && serial <= 2100)
    return `${quote(text)} is day ${serial} of Excel's calendar: probably the year ${serial} typed as a number. Write the whole date.`;
  return `${quote(text)} lies before ${FIRST_YEAR}, which no model in use can. Correct it.`;
}

/**
 * The order that texts show: by a number above 12, else by their points. `null`: none shows it, or they contradict each other;
 * then no order is theirs.
 */
export function orderShownBy(texts: Iterable<string>): 'dmy' | 'mdy' | null {
  let dayFirst = false;
  let monthFirst = false;
  let points = false;
  for (const text of texts) {
    const three = THREE.exec(text.replace(/\s+/g, ' ').trim());
    if (!three) continue;
    if (Number(three[1]) > 12) dayFirst = true;
    if (Number(three[3]) > 12) monthFirst = true;
    if (three[2] === '.') points = true;
  }
  if (points && !monthFirst) return 'dmy';
  if (dayFirst === monthFirst) return null;
  return dayFirst ? 'dmy' : 'mdy';
}
