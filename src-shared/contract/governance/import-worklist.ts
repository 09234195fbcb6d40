import { z } from 'zod';
import { Count, Id } from '../common';
import { ImportDecision, previewHead } from '../imports/parts';

/** What the person decided about a work list that was filled in: its columns are known by their heads. */
export const WorklistMapping = z.object({
  kind: z.literal('worklist'),
  /** `null`: the file does not show it and nobody has said. */
  dateOrder: z.enum(['dmy', 'mdy', 'ymd']).nullable().default(null),
});
export type WorklistMapping = z.output<typeof WorklistMapping>;

/**
 * What becomes of a row. `added`: nothing stood there. `changed`: something else did, and the file is right. `contradicted`: the
 * same, and nobody has said who is right. `kept`: ours is right. `unchanged`: it stands there already.
 */
export const WORKLIST_STATES = ['added', 'changed', 'contradicted', 'kept', 'unchanged'] as const;

export const WorklistPreview = z.object({
  format: z.literal('worklist'),
  ...previewHead,
  mapping: WorklistMapping,
  /** Rows that nobody has filled in. */
  blank: Count,
  contradicted: Count,
  /** At most 5,000, those that change something or contradict first. */
  lines: z.array(
    z.object({
      row: Count,
      /** `null`: of the organisation. */
      modelId: Id.nullable(),
      model: z.string(),
      what: z.string(),
      /** The field of `decisions` and `rules`. */
      place: z.string(),
      before: z.string(),
      after: z.string(),
      state: z.enum(WORKLIST_STATES),
      decision: ImportDecision,
    }),
  ),
});
export type WorklistPreview = z.output<typeof WorklistPreview>;
