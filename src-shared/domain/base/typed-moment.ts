import { accepted, type Parsed, quote, refused } from './parsed';
import { instantInZone, type WallTime, wallMs, type Zone } from './time-zone';
import { isTime, MIDNIGHT, readClock } from './typed-clock';
import { type DayRules, MAX_LENGTH, readDay } from './typed-date';

export interface MomentRules extends DayRules {
  /** Of times that do not say their own. */
  readonly zone: Zone;
  /** Where a day without a time begins: in the zone of the rules, or, as for drift results everywhere, at midnight UTC. */
  readonly dayAt: 'zone' | 'utc';
  /** Moments before this year are slips; those behind 2200 too. */
  readonly firstYear: number;
}

/** A moment, and what is to be said about how it was read. */
export interface Moment {
  /** ISO, UTC. */
  readonly instant: string;
  /** `own`: the text carries its own offset or is a count of seconds. */
  readonly zone: 'own' | 'asked';
  /** `day`: no time of day was given; midnight is taken. The others: see `ZonedInstant`. */
  readonly note: 'fold' | 'gap' | 'day' | null;
}

const LAST_YEAR = 2200;

/**
 * Reads a date and time in the ways that people and tools write them; the day by the rule of `readDay`, whose codes it has
 * besides `not_a_time`, `impossible_time` and `ambiguous_zone`. Ten or thirteen digits are seconds or milliseconds since 1970.
 */
export function readTypedMoment(text: string, rules: MomentRules): Parsed<Moment> {
  const bare = text.trim();
  if (bare.length > MAX_LENGTH) return notATime(text);
  if (/^\d{13}$/.test(bare)) return placed(text, Number(bare), 'own', null, rules);
  if (/^\d{10}(\.\d+)?$/.test(bare)) return placed(text, Math.round(Number(bare) * 1000), 'own', null, rules);
  const read = readDay(bare, rules);
  if (!read.ok) return KEPT.has(read.code) ? read : notATime(text);
  const { clock: written, ...day } = read.value;
  const clock = written === undefined ? MIDNIGHT : readClock(written);
  if (clock === null) return notATime(text);
  if (clock === 'ambiguous_zone') {
    const message = `${quote(text)} names a time zone that means several. Write the offset, as in +05:30.`;
    return refused('ambiguous_zone', message);
  }
  if (!isTime(clock))
    return refused('impossible_time', `${quote(text)} is no time of a day. Check the hour and the minute.`);
  const { offset, ...time } = clock;
  const wall: WallTime = { ...day, ...time };
  if (offset !== null) return placed(text, wallMs(wall) - offset * 60_000, 'own', null, rules);
  if (written === undefined && rules.dayAt === 'utc') return placed(text, wallMs(wall), 'asked', 'day', rules);
  const { ms, kind } = instantInZone(wall, rules.zone);
  return placed(text, ms, 'asked', kind === 'plain' ? (written === undefined ? 'day' : null) : kind, rules);
}

/** What is known to be a date says what is wrong with it. */
const KEPT: ReadonlySet<string> = new Set(['ambiguous_date', 'two_digit_year', 'impossible_date']);

const notATime = (text: string): Parsed<never> =>
  refused('not_a_time', `${quote(text)} is not a time. Write it as 2026-05-31 14:30, or as 2026-05-31T14:30:00Z.`);

function placed(
  text: string,
  ms: number,
  zone: Moment['zone'],
  note: Moment['note'],
  { firstYear }: MomentRules,
): Parsed<Moment> {
  const year = new Date(ms).getUTCFullYear();
  if (year < firstYear || year > LAST_YEAR)
    return refused('impossible_date', `${quote(text)} lies before ${firstYear} or after ${LAST_YEAR}. Correct it.`);
  return accepted({ instant: new Date(ms).toISOString(), zone, note });
}
