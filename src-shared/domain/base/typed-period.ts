import { monthNamed } from './month-names';
import { accepted, type Parsed, quote, refused } from './parsed';
import { type Dated, type DatePrecision, middleOf, spanOf } from './period';
import { bareDate, type DateRules, MAX_LENGTH, readTypedDate } from './typed-date';

const FIRST_YEAR = 1950;

const YEAR = /^((?:19|20)\d{2})$/;
const YEAR_MONTH = /^(\d{4})[-/.](\d{1,2})$/;
const MONTH_YEAR = /^(\d{1,2})[-/. ](\d{4})$/;
const NAME_YEAR = /^(\p{L}+\.?)(?:[-/ ,]+| de )(\d{4}|['’]?\d{2})$/u;
const YEAR_NAME = /^(\d{4})[-/ ](\p{L}+\.?)$/u;
/** The year a quarter belongs to is the calendar's; a fiscal year begins where its house says, so `FY24 Q1` is no date. */
const QUARTER =
  /^(?:(?:q|quarter )([1-4])[ -/,]*((?:19|20)\d{2})|((?:19|20)\d{2})[ -/]*(?:q|quarter )([1-4])|([1-4])\. ?quartal ((?:19|20)\d{2}))$/i;

export interface PeriodRules extends DateRules {
  /** Spreadsheets shorten a month to `Jan-03`: in a file it is January 2003. Left out: such a text is refused. */
  readonly shortMonths?: boolean;
}

/**
 * A time that a file gives to the day, the month, the quarter or the year, kept no finer than it was said. What is a day is read
 * as `readTypedDate` reads it, with its codes; of the spans, one that begins behind `latest` is refused (`date_in_future`).
 */
export function readTypedPeriod(text: string, rules: PeriodRules): Parsed<Dated> {
  const span = spanIn(text, rules);
  if (span) {
    const { at, precision } = span;
    if (Number(at.slice(0, 4)) < FIRST_YEAR)
      return refused(
        'impossible_date',
        `${quote(text)} lies before ${FIRST_YEAR}, which no model in use can. Correct it.`,
      );
    if (rules.latest !== undefined && spanOf(at, precision).from > rules.latest)
      return refused(
        'date_in_future',
        `${quote(text)} lies in the future, so it has not happened yet. Leave it out until it has.`,
      );
    return accepted(notBehind(span, rules.latest));
  }
  const day = readTypedDate(text, rules);
  return day.ok ? accepted(middleOf(day.value, 'day')) : day;
}

/** The span of a text that names no day; `null`: it names one, or nothing that is known. */
function spanIn(text: string, { shortMonths = false }: PeriodRules): Dated | null {
  const bare = bareDate(text);
  if (bare.length > MAX_LENGTH) return null;
  const year = YEAR.exec(bare);
  if (year) return spanAt(Number(year[1]), 1, 'year');
  const quarter = QUARTER.exec(bare);
  if (quarter) {
    const number = Number(quarter[1] ?? quarter[4] ?? quarter[5]);
    return spanAt(Number(quarter[2] ?? quarter[3] ?? quarter[6]), number * 3 - 2, 'quarter');
  }
  const yearFirst = YEAR_MONTH.exec(bare);
  if (yearFirst) return spanAt(Number(yearFirst[1]), Number(yearFirst[2]), 'month');
  const monthFirst = MONTH_YEAR.exec(bare);
  if (monthFirst) return spanAt(Number(monthFirst[2]), Number(monthFirst[1]), 'month');
  const named = NAME_YEAR.exec(bare);
  const month = named && monthNamed(named[1] ?? '');
  if (named && month) {
    const digits = (named[2] ?? '').replace(/^['’]/, '');
    if (digits.length === 4) return spanAt(Number(digits), month, 'month');
    // A day of a month without its year is no date at all, so in a file “Jan-03” is a month of a year.
    return shortMonths ? spanAt(Number(digits) + (Number(digits) < 70 ? 2000 : 1900), month, 'month') : null;
  }
  const last = YEAR_NAME.exec(bare);
  const lastMonth = last && monthNamed(last[2] ?? '');
  return last && lastMonth ? spanAt(Number(last[1]), lastMonth, 'month') : null;
}

function spanAt(year: number, month: number, precision: DatePrecision): Dated | null {
  if (month < 1 || month > 12) return null;
  return middleOf(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`, precision);
}

/** What has happened lies before today: the middle of a span that is not over is today at the latest. */
function notBehind(span: Dated, latest: string | undefined): Dated {
  if (latest === undefined || span.at.slice(0, 10) <= latest) return span;
  const { from } = spanOf(span.at, span.precision);
  return { at: `${from}T00:00:00.000Z`, precision: span.precision };
}
