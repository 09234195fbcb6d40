import type { Mapping } from '#contract/imports/imports';
import { accepted, type Parsed, quote, refused } from './parsed';

export interface DateRules {
  readonly order: Mapping['dateOrder'];
  /** ISO day that a date may not lie behind; `null` lets the future in. */
  readonly today: string | null;
}

/** Before this year no model of today was begun; such dates are slips of a spreadsheet. */
const FIRST_YEAR = 1950;

/** No date needs more characters; longer cells never reach the patterns. */
const MAX_LENGTH = 60;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAME = '(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\\.?';

const ISO =
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s?(?:Z|[+-]\d{2}:?\d{2})?)?$/i;
const THREE = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?: \d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]m)?)?$/i;
const TWO_DIGIT_YEAR = /^\d{1,2}[-/.]\d{1,2}[-/.]\d{2}$/;
const DAY_NAME = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[ -]${MONTH_NAME},?[ -](\\d{4})$`, 'i');
const NAME_DAY = new RegExp(`^${MONTH_NAME} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})$`, 'i');
const INCOMPLETE = [
  /^\d{4}$/,
  /^\d{4}[-/.]\d{1,2}$/,
  /^\d{1,2}[-/.]\d{4}$/,
  new RegExp(`^${MONTH_NAME}[ -]\\d{4}$`, 'i'),
  new RegExp(`^\\d{4}[ -]${MONTH_NAME}$`, 'i'),
  /^(q[1-4][ -]?)?(fy|cy)? ?\d{2,4}([ -]?q[1-4])?$/i,
  /^q[1-4][ -/]?(fy)?\d{2,4}$/i,
];
const AMBIGUOUS = new RegExp(`^(\\d{1,2}[ -]${MONTH_NAME}|${MONTH_NAME}[ -]\\d{1,2})$`, 'i');

/** Reads a day as `2024-05-31`. A wrong date is worse than none: what is not certain is refused, with the reason. */
export function parseDate(cell: string, rules: DateRules): Parsed<string> {
  const text = cell.replace(/\s+/g, ' ').trim();
  if (text.length > MAX_LENGTH) return notADate(text);
  const iso = ISO.exec(text);
  if (iso) return checkDay(text, Number(iso[1]), Number(iso[2]), Number(iso[3]), rules);
  const named = namedDay(text);
  if (named) return checkDay(text, ...named, rules);
  const three = THREE.exec(text);
  if (three) return byOrder(text, Number(three[1]), Number(three[3]), Number(three[4]), rules);
  if (TWO_DIGIT_YEAR.test(text)) {
    return refused('two_digit_year', `${quote(text)} has a year of two digits. Write it with four, as in 2024-05-31.`);
  }
  if (AMBIGUOUS.test(text)) {
    return refused(
      'ambiguous_date',
      `${quote(text)} may be a day of a month or a month of a year. Write it out, as in 2024-11-24.`,
    );
  }
  if (/^\d{5}(\.\d+)?$/.test(text)) return serialAsText(text);
  if (INCOMPLETE.some((pattern) => pattern.test(text))) {
    return refused('date_incomplete', `${quote(text)} does not say the day. Write the whole date, as in 2024-05-31.`);
  }
  return notADate(text);
}

const notADate = (text: string): Parsed<never> =>
  refused('not_a_date', `${quote(text)} is not a date. Write it as 2024-05-31, or leave the cell empty.`);

function namedDay(text: string): [year: number, month: number, day: number] | null {
  const dayFirst = DAY_NAME.exec(text);
  if (dayFirst) return [Number(dayFirst[3]), monthOf(dayFirst[2]), Number(dayFirst[1])];
  const nameFirst = NAME_DAY.exec(text);
  return nameFirst ? [Number(nameFirst[3]), monthOf(nameFirst[1]), Number(nameFirst[2])] : null;
}

const monthOf = (name: string | undefined): number => MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;

function byOrder(text: string, first: number, second: number, year: number, rules: DateRules): Parsed<string> {
  switch (rules.order) {
    case 'dmy':
      return checkDay(text, year, second, first, rules);
    case 'mdy':
      return checkDay(text, year, first, second, rules);
    case 'ymd':
      // Nobody said what comes first: only a number above 12 tells.
      if (first > 12 || first === second) return checkDay(text, year, second, first, rules);
      if (second > 12) return checkDay(text, year, first, second, rules);
      return refused(
        'ambiguous_date',
        `${quote(text)} may be read as day and month or as month and day. Choose the order of dates for this import.`,
      );
  }
}

function checkDay(text: string, year: number, month: number, day: number, rules: DateRules): Parsed<string> {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (month < 1 || month > 12 || day < 1 || date.getUTCDate() !== day || date.getUTCMonth() !== month - 1) {
    const hint = month > 12 && day <= 12 ? ' Perhaps day and month stand in the other order.' : '';
    return refused('impossible_date', `${quote(text)} is no day of the calendar.${hint} Correct it in the file.`);
  }
  const iso = date.toISOString().slice(0, 10);
  if (year < FIRST_YEAR) return refused('impossible_date', tooEarly(text, date));
  if (rules.today !== null && iso > rules.today) {
    return refused(
      'date_in_future',
      `${quote(text)} lies in the future, so it has not happened yet. Import it when it has.`,
    );
  }
  return accepted(iso);
}

/** A year typed into a cell that is shown as a date becomes a day of the year 1905. */
function tooEarly(text: string, date: Date): string {
  const serial = Math.round((date.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000);
  if (serial >= FIRST_YEAR && serial <= 2100) {
    return `${text} is day ${serial} of Excel's calendar: probably the year ${serial} typed as a number. Write the whole date.`;
  }
  return `${quote(text)} lies before ${FIRST_YEAR}, which no model in use can. Correct it in the file.`;
}

function serialAsText(text: string): Parsed<never> {
  const day = new Date(Date.UTC(1899, 11, 30) + Math.floor(Number(text)) * 86_400_000).toISOString().slice(0, 10);
  return refused(
    'not_a_date',
    `${quote(text)} is a number; in Excel's calendar it is ${day}. Format the column as dates and save the file again.`,
  );
}
