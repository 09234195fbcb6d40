/** A review filter that is asked for every week. */
export interface DuePreset {
  readonly label: string;
  /** The last day on which a review may be due: it moves with the calendar, so that a kept view means the same next month. */
  readonly before: string;
}

/**
 * The days of the matters on Overview and This week, so that each opens as many models as they count: overdue is due before today.
 */
export const DUE_PRESETS: readonly DuePreset[] = [
  { label: 'Overdue', before: 'yesterday' },
  { label: 'Overdue or due this quarter', before: 'quarter-end' },
];
