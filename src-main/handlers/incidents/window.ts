import type { IncidentFilter } from '#contract/incidents/parts';
import { DAY_MS, isCalendarDate } from '#domain/base/calendar';
import { settledDay } from '#domain/base/moving-day';
import { toInstant } from '../../platform/instant';
import type { OpenedWindow } from '../../store/incidents/list';

/** The window of a filter on a day: one that moves with the calendar is settled first. */
export function openedWindow({ openedFrom, openedTo }: IncidentFilter, now: string): OpenedWindow {
  const settle = (text: string | undefined) => (text === undefined ? text : settledDay(text, now.slice(0, 10)));
  return windowOf({ from: settle(openedFrom), to: settle(openedTo) });
}

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
