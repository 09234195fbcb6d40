/** What may happen to a model, in the order in which its timeline offers it. */
export const TIMELINE_KINDS = [
  'drift',
  'incidents',
  'retraining',
  'versions',
  'moves',
  'approvals',
  'challengers',
  'imports',
  'edits',
] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

export const TIMELINE_MARKS = ['act', 'watch', 'ok', 'silent'] as const;
export type TimelineMark = (typeof TIMELINE_MARKS)[number];
