import { isCalendarDate } from '#domain/base/calendar';

/** The parts of an address and of a filter that are days, in the words of their filters. */
const DAYS: Readonly<Record<string, string>> = {
  reviewDueBefore: 'Review due by',
  noResultAfter: 'No drift result after',
  openedFrom: 'Opened from',
  openedTo: 'Opened until',
  since: 'Since',
  until: 'Until',
  from: 'From',
  to: 'To',
};

export interface FixedDay {
  /** `filter.reviewDueBefore`. */
  readonly path: string;
  readonly label: string;
  readonly day: string;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The days in what a view keeps that are dates, and so stay where they are while time goes on. */
export function fixedDays(kept: Readonly<Record<string, unknown>>, within = ''): readonly FixedDay[] {
  return Object.entries(kept).flatMap(([key, value]) => {
    const path = `${within}${key}`;
    if (isRecord(value)) return fixedDays(value, `${path}.`);
    const label = Object.hasOwn(DAYS, key) ? DAYS[key] : undefined;
    return label !== undefined && typeof value === 'string' && isCalendarDate(value)
      ? [{ path, label, day: value }]
      : [];
  });
}

/** The same with other days at some paths. */
export function withDays<T extends object>(kept: T, days: ReadonlyMap<string, string>, within = ''): T {
  const changed = Object.entries(kept).map(([key, value]) => {
    const path = `${within}${key}`;
    return [key, isRecord(value) ? withDays(value, days, `${path}.`) : (days.get(path) ?? value)];
  });
  return Object.fromEntries(changed) as T; // the same keys; a day is a text as before
}
