import { daysInMonth } from '#domain/base/calendar';
import { instantInZone, type WallTime, wallMs, type Zone } from '#domain/base/time-zone';
import { monthNamed } from './month-names';
import { accepted, type Parsed, quote, refused } from './parsed';

export type DateOrder = 'dmy' | 'mdy' | 'ymd';

export interface MomentRules {
  /** Of times that do not say their own. */
  readonly zone: Zone;
  /** Of days written in three numbers; `null` = nobody has said and the file does not show it. */
  readonly order: DateOrder | null;
}

/** A moment, and what is to be said about how it was read. */
export interface Moment {
  /** ISO, UTC. */
  readonly instant: string;
  /** `own`: the text carries its own offset or is a count of seconds. `day`: no time of day was given; midnight is taken. */
  readonly zone: 'own' | 'asked';
  readonly note: 'fold' | 'gap' | 'day' | null;
}

const MAX_LENGTH = 60;

const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ](.+))?$/i;
const THREE = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})(?:,?[T ] ?(.+))?$/i;
const DAY_NAME =
  /^(\d{1,2})(?:st|nd|rd|th|\.)?[-/. ]+(?:de )?(\p{L}+\.?),?[-/. ]+(?:de )?(\d{4}|\d{2})(?:,?(?: at| um| à)? (.+))?$/iu;
const NAME_DAY = /^(\p{L}+\.?) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?:,?(?: at)? (.+))?$/iu;
const WEEKDAY = /^\p{L}+\.?, (?=\d|\p{L})/u;
const CLOCK = /^(\d{1,2})[:h.](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?\s*(?:([ap])\.?\s?m\b\.?)?\s*(.*)$/i;
const OFFSET = /^(?:utc|gmt)?\s*([+-])(\d{1,2}):?(\d{2})?$/i;

/** Abbreviations that mean one offset everywhere; `IST` and `CST` do not. Minutes. */
const ABBREVIATIONS: Readonly<Record<string, number>> = {
  z: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  west: 60,
  bst: 60,
  cet: 60,
  cest: 120,
  mez: 60,
  mesz: 120,
  eet: 120,
  eest: 180,
  est: -300,
  edt: -240,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  jst: 540,
};

/** Reads a date and time in the ways that tools write them. What is not certain is refused, with the reason. */
export function parseMoment(cell: string, rules: MomentRules): Parsed<Moment> {
  const text = cell.replace(/[\s\u202f]+/g, ' ').trim();
  if (text.length > MAX_LENGTH) return notATime(text);
  if (/^\d{13}$/.test(text)) return counted(Number(text));
  if (/^\d{10}(\.\d+)?$/.test(text)) return counted(Number(text) * 1000);
  const day = readDay(text.replace(WEEKDAY, ''), rules.order);
  if (!day) return notATime(text);
  if ('problem' in day) return day.problem;
  const clock = day.clock === undefined ? MIDNIGHT : readClock(day.clock);
  if (!clock) return notATime(text);
  if (clock === 'ambiguous_zone') {
    const message = `${quote(text)} names a time zone that means several. Write the offset, as in +05:30.`;
    return refused('ambiguous_zone', message);
  }
  if (!isDay(day) || !isTime(clock))
    return refused('impossible_time', `${quote(text)} is no time of the calendar. Correct it in the file.`);
  return place({ ...day, ...clock }, clock.offset, day.clock === undefined, rules.zone);
}

const MIDNIGHT: Clock = { hour: 0, minute: 0, second: 0, millisecond: 0, offset: null };

const notATime = (text: string): Parsed<never> =>
  refused('not_a_time', `${quote(text)} is not a time. Write it as 2026-05-31 14:30, or leave the cell empty.`);

/** Seconds or milliseconds since 1970, of which only those of this age can be meant. */
function counted(ms: number): Parsed<Moment> {
  return accepted({ instant: new Date(ms).toISOString(), zone: 'own', note: null });
}

function place(wall: WallTime, offset: number | null, dayOnly: boolean, zone: Zone): Parsed<Moment> {
  if (offset !== null) {
    const instant = new Date(wallMs(wall) - offset * 60_000).toISOString();
    return accepted({ instant, zone: 'own', note: null });
  }
  const { ms, kind } = instantInZone(wall, zone);
  const note = kind === 'plain' ? (dayOnly ? 'day' : null) : kind;
  return accepted({ instant: new Date(ms).toISOString(), zone: 'asked', note });
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly clock: string | undefined;
}

function readDay(text: string, order: DateOrder | null): Day | { readonly problem: Parsed<never> } | null {
  const iso = ISO.exec(text);
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]), clock: iso[4] };
  const three = THREE.exec(text);
  if (three) return byOrder(text, three, order);
  const named = DAY_NAME.exec(text);
  const month = named && monthNamed(named[2] ?? '');
  if (named && month) return { year: yearOf(named[3]), month, day: Number(named[1]), clock: named[4] };
  const nameFirst = NAME_DAY.exec(text);
  const first = nameFirst && monthNamed(nameFirst[1] ?? '');
  if (nameFirst && first)
    return { year: yearOf(nameFirst[3]), month: first, day: Number(nameFirst[2]), clock: nameFirst[4] };
  return null;
}

/** Two digits are of this century: no tool that exports incidents is older. */
const yearOf = (text = ''): number => (text.length === 2 ? 2000 + Number(text) : Number(text));

function byOrder(
  text: string,
  match: RegExpExecArray,
  order: DateOrder | null,
): Day | { readonly problem: Parsed<never> } {
  const [first, second] = [Number(match[1]), Number(match[3])];
  const year = yearOf(match[4]);
  const clock = match[5];
  if (order === 'ymd' && match[4]?.length === 2)
    return { year: yearOf(match[1]?.padStart(2, '0')), month: second, day: Number(match[4]), clock };
  const dayFirst = order === 'dmy' || (order !== 'mdy' && (first > 12 || first === second));
  const monthFirst = order === 'mdy' || (order !== 'dmy' && second > 12);
  if (dayFirst) return { year, month: second, day: first, clock };
  if (monthFirst) return { year, month: first, day: second, clock };
  const message = `${quote(text)} may be read as day and month or as month and day. Choose the order of dates for this import.`;
  return { problem: refused('ambiguous_date', message) };
}

/**
 * The order that the texts of a file show: by a number above 12, else by their points, for days with points are written day
 * first wherever people write them (`2.1.2026`).
 */
export function orderShownBy(texts: Iterable<string>): DateOrder | null {
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
  // Both in one file contradict each other: then no order is the file's.
  if (dayFirst === monthFirst) return null;
  return dayFirst ? 'dmy' : 'mdy';
}

interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
  /** Minutes before (−) or after UTC; `null`: the text does not say. */
  readonly offset: number | null;
}

function readClock(text: string): Clock | 'ambiguous_zone' | null {
  const match = CLOCK.exec(text.trim());
  if (!match) return null;
  const offset = readOffset((match[6] ?? '').trim());
  if (offset === undefined) return null;
  if (offset === 'ambiguous_zone') return offset;
  const hour = Number(match[1]);
  const half = match[5]?.toLowerCase();
  if (half !== undefined && (hour < 1 || hour > 12)) return null;
  return {
    hour: half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0),
    minute: Number(match[2]),
    second: Number(match[3] ?? 0),
    millisecond: Math.floor(Number(`0.${match[4] ?? 0}`) * 1000),
    offset,
  };
}

/** Minutes; `null`: none given; `undefined`: not an offset. */
function readOffset(text: string): number | null | undefined | 'ambiguous_zone' {
  if (text === '') return null;
  const plain = text.replace(/^\(|\)$/g, '').replace(/\[.*\]$/, '');
  const known = ABBREVIATIONS[plain.toLowerCase()];
  if (known !== undefined) return known;
  const match = OFFSET.exec(plain);
  if (match) return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3] ?? 0));
  return /^[A-Z]{2,5}$/i.test(plain) ? 'ambiguous_zone' : undefined;
}

const isDay = ({ year, month, day }: Day): boolean =>
  year >= 1970 && year <= 2200 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
const isTime = ({ hour, minute, second }: Clock): boolean => hour <= 23 && minute <= 59 && second <= 59;
