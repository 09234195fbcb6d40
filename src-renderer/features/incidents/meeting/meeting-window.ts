import { addDays, addMonths } from '#domain/base/calendar';
import { lastTwelveMonths } from '#domain/base/last-twelve-months';
import type { IncidentDimension } from '#domain/incidents/vocabulary';
import type { MeetingSearch } from '../../../lib/incident-search';
import type { IncidentFilter, MetricsGroup } from '../incident-types';

export type Months = NonNullable<MeetingSearch['months']>;

export interface MeetingWindow {
  readonly months: Months;
  /** First day; left out: from the first incident on. */
  readonly from?: string;
  /** `in the last 12 months`, `in all`. */
  readonly words: string;
}

/**
 * Whole days, of which today is the last; twelve months are those that reports and plans tell of.
 *
 * @param today YYYY-MM-DD, UTC as all counting by days is
 */
export function meetingWindow(months: Months, today: string): MeetingWindow {
  if (months === 0) return { months, words: 'in all' };
  const words = months === 1 ? 'in the last month' : `in the last ${months} months`;
  const from = months === 12 ? lastTwelveMonths(today).first : addDays(addMonths(today, -months), 1);
  return { months, from, words };
}

/** The rows behind a figure of the window. */
export const rowsOf = ({ from }: MeetingWindow, filter: IncidentFilter = {}): IncidentFilter => ({
  ...filter,
  ...(from === undefined ? {} : { openedFrom: from }),
});

/** The last day of a month such as `2026-11`. */
const lastDay = (month: string): string =>
  new Date(Date.parse(`${addMonths(`${month}-01`, 1)}T00:00:00Z`) - 1).toISOString().slice(0, 10);

/** The rows of one group. Keys of a dimension are the values of its field, '' where it is empty. */
export function rowsOfGroup(
  window: MeetingWindow,
  by: IncidentDimension,
  { key }: Pick<MetricsGroup, 'key'>,
): IncidentFilter {
  switch (by) {
    case 'model':
      return rowsOf(window, { modelId: [key === '' ? null : key] });
    case 'unit':
      return rowsOf(window, { unit: [key] });
    case 'tier':
      return rowsOf(window, { tier: [key === '' ? null : Number(key)] as NonNullable<IncidentFilter['tier']> });
    case 'severity':
      return rowsOf(window, { severity: [key === '' ? null : Number(key)] as NonNullable<IncidentFilter['severity']> });
    case 'cause':
      return rowsOf(window, { cause: [key] as NonNullable<IncidentFilter['cause']> });
    case 'month': {
      const first = `${key}-01`;
      const from = window.from !== undefined && window.from > first ? window.from : first;
      return { openedFrom: from, openedTo: lastDay(key) };
    }
  }
}
