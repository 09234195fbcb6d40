import { DAY_MS, HOUR_MS } from './calendar';

/** A wall clock's reading; month 1–12. */
export interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

export interface ZonedInstant {
  /** Milliseconds since 1970, UTC. */
  readonly ms: number;
  /**
   * `fold`: the clock showed this time twice that night (it was set back), and `ms` is the first of the two. `gap`: the
   * clock skipped this time (it was set forward), and `ms` is as if it had not been, so the clock then showed later.
   */
  readonly kind: 'plain' | 'fold' | 'gap';
}

/** Offsets from UTC in one time zone, remembered by the quarter of an hour, in which no zone changes twice. */
export interface Zone {
  readonly name: string;
  offsetAt(ms: number): number;
}

const STEP = HOUR_MS / 4;
const MOST_KNOWN = 100_000;

/** @returns null when there is no such IANA time zone */
export function findZone(name: string): Zone | null {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return null;
  }
  const known = new Map<number, number>();
  return {
    name,
    offsetAt: (ms) => {
      const step = Math.floor(ms / STEP);
      const offset = known.get(step);
      if (offset !== undefined) return offset;
      const found = measureOffset(format, step * STEP);
      if (known.size > MOST_KNOWN) known.clear();
      known.set(step, found);
      return found;
    },
  };
}

function measureOffset(format: Intl.DateTimeFormat, ms: number): number {
  const parts = new Map(format.formatToParts(ms).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return wall - ms;
}

/** Reads a wall clock as UTC would show it, in milliseconds. */
export const wallMs = (wall: WallTime): number =>
  Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second, wall.millisecond);

/** When a clock in this zone showed this time; see `ZonedInstant` for the nights on which it was changed. */
export const instantInZone = (wall: WallTime, zone: Zone): ZonedInstant => instantOfClock(wallMs(wall), zone);

/** The same for a clock's reading that is given as if it were UTC. */
export function instantOfClock(local: number, zone: Zone): ZonedInstant {
  if (zone.name === 'UTC') return { ms: local, kind: 'plain' };
  const before = zone.offsetAt(local - DAY_MS);
  const after = zone.offsetAt(local + DAY_MS);
  const candidates = [...new Set([local - before, local - after])].filter((ms) => ms + zone.offsetAt(ms) === local);
  const [first, second] = candidates.sort((a, b) => a - b);
  if (first === undefined) return { ms: local - before, kind: 'gap' };
  return { ms: first, kind: second === undefined ? 'plain' : 'fold' };
}
