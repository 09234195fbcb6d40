import { instantMs } from '#domain/base/calendar';
import { findZone, instantOfClock, type Zone } from '#domain/base/time-zone';
import { accepted, type Parsed, quote, refused } from './parsed';

export interface TimeRules {
  /** IANA name, for times that say no zone. */
  readonly timeZone: string;
  readonly order: 'dmy' | 'mdy' | 'ymd';
}

const FIRST = Date.UTC(1990, 0, 1);
const LAST = Date.UTC(2200, 0, 1);

const CLOCK = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?`;
const ZONE = String.raw`\s*(Z|UTC|[+-]\d{2}:?\d{2})?`;
const ISO = new RegExp(`^(\\d{4})-(\\d{2})-(\\d{2})(?:[T ]${CLOCK}${ZONE})?$`, 'i');
const OTHER = new RegExp(`^(\\d{1,4})([./-])(\\d{1,2})\\2(\\d{1,4})(?:,?[T ]\\s*${CLOCK}${ZONE})?$`, 'i');
/** What our own store and most tools write: read without taking it apart. */
const STRICT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/;

/**
 * Reads a moment as `2011-02-14T00:00:00.000Z`. A day without a time is its midnight UTC, as everywhere; a time without a
 * zone is local to the one of the rules; ten or thirteen digits are seconds or milliseconds since 1970.
 */
export function readTime(cell: string, rules: TimeRules): Parsed<string> {
  const text = cell.trim();
  if (STRICT.test(text)) return checked(text, instantMs(text));
  const iso = ISO.exec(text);
  if (iso) return assemble(text, [iso[1], iso[2], iso[3]], iso.slice(4), rules);
  if (/^\d{10}(\.\d+)?$/.test(text)) return checked(text, Math.round(Number(text) * 1000));
  if (/^\d{13}$/.test(text)) return checked(text, Number(text));
  const other = OTHER.exec(text);
  if (other) return byOrder(text, [other[1] ?? '', other[3] ?? '', other[4] ?? ''], other.slice(5), rules);
  return notATime(text);
}

const notATime = (text: string): Parsed<never> =>
  refused('not_a_time', `${quote(text)} is not a time. Write it as 2024-05-31T10:00:00Z or 2024-05-31.`);

type Parts = readonly [string | undefined, string | undefined, string | undefined];

function byOrder(
  text: string,
  [a, b, c]: readonly [string, string, string],
  clock: readonly (string | undefined)[],
  rules: TimeRules,
): Parsed<string> {
  if (a.length === 4) return assemble(text, [a, b, c], clock, rules);
  if (c.length !== 4) {
    return refused('two_digit_year', `${quote(text)} has a year of two digits. Write it with four, as in 2024-05-31.`);
  }
  const [first, second] = [Number(a), Number(b)];
  const dayFirst = rules.order === 'dmy' || (rules.order === 'ymd' && (first > 12 || first === second));
  if (dayFirst) return assemble(text, [c, b, a], clock, rules);
  if (rules.order === 'mdy' || second > 12) return assemble(text, [c, a, b], clock, rules);
  return refused(
    'ambiguous_date',
    `${quote(text)} may be read as day and month or as month and day. Choose the order of dates for this import.`,
  );
}

function assemble(text: string, date: Parts, clock: readonly (string | undefined)[], rules: TimeRules): Parsed<string> {
  const [year, month, day] = date.map(Number);
  const iso = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  if (Number.isNaN(instantMs(iso)) || Number(month) > 12) {
    return refused('impossible_date', `${quote(text)} is no day of the calendar. Correct it in the file.`);
  }
  const [hour, minute, second = '0', fraction = '', zone] = clock;
  if (hour === undefined || minute === undefined) return checked(text, instantMs(iso));
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return notATime(text);
  // Cut, not rounded: the last nanosecond of a day belongs to that day.
  const ms = Number(`${fraction}000`.slice(0, 3));
  const wall = instantMs(iso) + ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000 + ms;
  return checked(text, zone === undefined ? instantOfClock(wall, zoneNamed(rules.timeZone)).ms : wall - offsetMs(zone));
}

const zones = new Map<string, Zone>();

/** The rules were checked before the file was read: an unknown zone is a mistake of ours. */
function zoneNamed(name: string): Zone {
  const zone = zones.get(name) ?? findZone(name);
  if (!zone) throw new Error(`There is no time zone ${name}.`);
  zones.set(name, zone);
  return zone;
}

const pad = (value: number | undefined, digits: number): string => String(value).padStart(digits, '0');

function offsetMs(zone: string): number {
  const parts = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (!parts) return 0;
  return (parts[1] === '-' ? -1 : 1) * (Number(parts[2]) * 60 + Number(parts[3])) * 60_000;
}

function checked(text: string, ms: number): Parsed<string> {
  if (Number.isNaN(ms))
    return refused('impossible_date', `${quote(text)} is no day of the calendar. Correct it in the file.`);
  if (ms < FIRST || ms > LAST) {
    return refused('impossible_date', `${quote(text)} lies before 1990 or after 2200. Correct it in the file.`);
  }
  return accepted(new Date(ms).toISOString());
}

/** The one day that a file name tells (`churn-2024-01-08.json`, `churn_20240108.json`); `null` for none or several. */
export function dayInName(fileName: string): string | null {
  const found = [...fileName.matchAll(/(?<!\d)(\d{4})[-_.]?(\d{2})[-_.]?(\d{2})(?!\d)/g)]
    .map((match) => `${match[1]}-${match[2]}-${match[3]}`)
    .filter((day) => readTime(day, { timeZone: 'UTC', order: 'ymd' }).ok);
  const [day] = found;
  return day !== undefined && new Set(found).size === 1 ? day : null;
}
