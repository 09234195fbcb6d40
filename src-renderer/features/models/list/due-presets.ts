import { addDays, quarterEnd } from '#domain/base/calendar';

/** A review filter that is asked for every week. */
export interface DuePreset {
  readonly label: string;
  /** The last day on which a review may be due, ISO. */
  readonly before: string;
}

/**
 * The days of the matters on Overview and This week, so that each opens as many models as they count: overdue is due before today.
 *
 * @param today the engine's day: UTC, ISO
 */
export const duePresets = (today: string): readonly DuePreset[] => [
  { label: 'Overdue', before: addDays(today, -1) },
  { label: 'Overdue or due this quarter', before: quarterEnd(today) },
];
