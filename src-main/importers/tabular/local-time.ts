/** Reading times that say no zone: they are local to a zone that somebody names once for a file. */

const HOUR_MS = 3_600_000;

/** Whether this is the name of a time zone, such as `Europe/Berlin`. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/**
 * Milliseconds since 1970 of a wall-clock time in a zone, given as if it were UTC. In the hour that a clock shows twice
 * it is the first of the two; in the hour that a clock leaves out it is as long after the change as was written.
 *
 * @param wall `Date.UTC(…)` of what the clock showed
 * @param zone an IANA name; see `isTimeZone`
 */
export function zonedToUtc(wall: number, zone: string): number {
  if (zone === 'UTC') return wall;
  const clock = clockOf(zone);
  const before = clock.offset(wall - 24 * HOUR_MS);
  const after = clock.offset(wall + 24 * HOUR_MS);
  const early = wall - before;
  if (clock.offset(early) === before) return early;
  const late = wall - after;
  return clock.offset(late) === after ? late : early;
}

interface Clock {
  /** Local minus UTC at an instant, in milliseconds. */
  offset(instant: number): number;
}

const clocks = new Map<string, Clock>();

function clockOf(zone: string): Clock {
  const known = clocks.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    era: 'short',
  });
  // Offsets change on quarters of an hour only; asking the formatter for millions of rows would take minutes.
  const seen = new Map<number, number>();
  const clock: Clock = {
    offset: (instant) => {
      const quarter = Math.floor(instant / (HOUR_MS / 4));
      const cached = seen.get(quarter);
      if (cached !== undefined) return cached;
      const offset = offsetAt(format, quarter * (HOUR_MS / 4));
      if (seen.size > 100_000) seen.clear();
      seen.set(quarter, offset);
      return offset;
    },
  };
  clocks.set(zone, clock);
  return clock;
}

function offsetAt(format: Intl.DateTimeFormat, instant: number): number {
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type));
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return shown - instant;
}
