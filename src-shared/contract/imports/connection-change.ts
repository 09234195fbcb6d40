import { z } from 'zod';
import { Id } from '../common';
import { Said } from '../define';

/** What a refresh would do to one model, or of one incident. */
export const ConnectionChange = z.object({
  modelId: Id.nullable(),
  /** Which of its parts says so. */
  part: z.enum(['inventory', 'incidents', 'drift']),
  name: z.string(),
  kind: z.enum(['new', 'changed', 'contradicted', 'waiting', 'gone']),
  /** In few words, each: `version 4`, `alias champion → 2`. */
  said: z.array(Said),
  /** When, as finely as it is known; '' where nothing says so. */
  when: Said,
  /** `own`: the source says when. `between`: it was seen to have changed between two refreshes. */
  known: z.enum(['own', 'between', 'none']),
});
export type ConnectionChange = z.output<typeof ConnectionChange>;
