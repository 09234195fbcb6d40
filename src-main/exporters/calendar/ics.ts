import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import type { CalendarEntry } from '#domain/attention/duties';
import { addDays } from '#domain/base/calendar';

export interface CalendarFile {
  /** Of the calendar, as programs list it. */
  readonly name: string;
  readonly entries: readonly CalendarEntry[];
  /** ISO instant of the content. */
  readonly at: string;
}

/**
 * iCalendar (RFC 5545): whole days that take nobody's time. An entry keeps its UID, so that a calendar that is brought in
 * again moves what it has instead of doubling it.
 */
export function icsOf({ name, entries, at }: CalendarFile): string {
  const calendar = ical({
    name,
    prodId: { company: 'Modelfolio', product: 'Modelfolio', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const { uid, day, title, detail, category } of entries) {
    calendar.createEvent({
      id: uid,
      stamp: new Date(at),
      start: new Date(day),
      // The end of a whole day is the next one, of which nothing belongs to it.
      end: new Date(addDays(day, 1)),
      allDay: true,
      timezone: 'UTC',
      summary: title,
      description: detail,
      categories: [{ name: category }],
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return calendar.toString();
}
