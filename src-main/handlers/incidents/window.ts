import { DAY_MS, isCalendarDate } from '#domain/base/calendar';
import { toInstant } from '../../platform/instant';
import type { OpenedWindow } from '../../store/incidents/list';

interface GivenWindow {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** A window in milliseconds: open where an end is left out; a day given as its end is part of it. */
export function windowOf({ from, to }: GivenWindow): OpenedWindow {
  return {
    from: from === undefined ? Number.NEGATIVE_INFINITY : Date.parse(toInstant(from, 'From')),
    to:
      to === undefined ? Number.POSITIVE_INFINITY : Date.parse(toInstant(to, 'To')) + (isCalendarDate(to) ? DAY_MS : 0),
  };
}
