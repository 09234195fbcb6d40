import { instantMs } from '#domain/base/calendar';
import { accepted, type Parsed } from '#domain/base/parsed';
import { findZone, type Zone } from '#domain/base/time-zone';
import type { DateOrder } from '#domain/base/typed-date';
import { readTypedMoment } from '#domain/base/typed-moment';
import { CHOOSE_ORDER } from './file-rules';

export interface TimeRules {
  /** IANA name, for times that say no zone. */
  readonly timeZone: string;
  readonly order: DateOrder;
}

/** No result of a drift tool is older. */
const FIRST_YEAR = 1990;
const FIRST = Date.UTC(FIRST_YEAR, 0, 1);
const LAST = Date.UTC(2200, 0, 1);

/** What our own store and most tools write: read without taking it apart. */
const STRICT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/;

/** Reads a moment as `2011-02-14T00:00:00.000Z` by the rule of `readTypedMoment`; a day without a time is its midnight UTC. */
export function readTime(cell: string, rules: TimeRules): Parsed<string> {
  const text = cell.trim();
  if (STRICT.test(text)) {
    const ms = instantMs(text);
    if (ms >= FIRST && ms < LAST) return accepted(new Date(ms).toISOString());
  }
  const { order, timeZone } = rules;
  const read = readTypedMoment(text, {
    order,
    zone: zoneNamed(timeZone),
    dayAt: 'utc',
    firstYear: FIRST_YEAR,
    remedy: CHOOSE_ORDER,
  });
  return read.ok ? accepted(read.value.instant) : read;
}

const zones = new Map<string, Zone>();

/** The rules were checked before the file was read: an unknown zone is a mistake of ours. */
function zoneNamed(name: string): Zone {
  const zone = zones.get(name) ?? findZone(name);
  if (!zone) throw new Error(`There is no time zone ${name}.`);
  zones.set(name, zone);
  return zone;
}

/** The one day that a file name tells (`churn-2024-01-08.json`, `churn_20240108.json`); `null` for none or several. */
export function dayInName(fileName: string): string | null {
  const found = [...fileName.matchAll(/(?<!\d)(\d{4})[-_.]?(\d{2})[-_.]?(\d{2})(?!\d)/g)]
    .map((match) => `${match[1]}-${match[2]}-${match[3]}`)
    .filter((day) => readTime(day, { timeZone: 'UTC', order: 'ymd' }).ok);
  const [day] = found;
  return day !== undefined && new Set(found).size === 1 ? day : null;
}
