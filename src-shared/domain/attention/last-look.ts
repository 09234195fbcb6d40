import { addDays, HOUR_MS } from '../base/calendar';

/** When a person looked at what changed: the visit that lasts, and the one before it. ISO. */
export interface Look {
  readonly last: string;
  /** `null`: `last` is the first. */
  readonly before: string | null;
}

/** Visits closer together than this are one: who comes back from a model ten minutes later has not looked anew. */
export const ONE_VISIT_HOURS = 8;
/** What is compared with where nobody has looked before. */
const DAYS_AT_FIRST = 7;

const isNewVisit = (last: string, now: string): boolean =>
  Date.parse(now) - Date.parse(last) > ONE_VISIT_HOURS * HOUR_MS;

/** A look now: the visit that it belongs to goes on, or a new one begins. */
export function nextLook(look: Look | null, now: string): Look {
  if (look === null) return { last: now, before: null };
  return isNewVisit(look.last, now) ? { last: now, before: look.last } : { last: now, before: look.before };
}

export interface SinceLook {
  /** ISO. */
  readonly since: string;
  /** `false`: nobody has looked before, so it is a week. */
  readonly looked: boolean;
}

/** Since when changes are news: since the visit before this one, whether or not this one is noted already. */
export function sinceLook(look: Look | null, now: string): SinceLook {
  const since = look === null ? null : isNewVisit(look.last, now) ? look.last : look.before;
  if (since !== null) return { since, looked: true };
  return { since: `${addDays(now.slice(0, 10), -DAYS_AT_FIRST)}T00:00:00.000Z`, looked: false };
}
