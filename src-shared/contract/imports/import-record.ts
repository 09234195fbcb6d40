import { z } from 'zod';
import { Count, Id, Instant } from '../common';

/** An import that was stored, as its ledger keeps it. */
export const ImportRecord = z.object({
  id: Id,
  at: Instant,
  actor: z.string(),
  fileName: z.string(),
  format: z.string(),
  preset: z.string().nullable(),
  rows: Count,
  created: Count,
  updated: Count,
  unchanged: Count,
  rejected: Count,
  undone: z.boolean(),
});
