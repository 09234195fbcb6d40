import { z } from 'zod';
import { FORCES, PACK_STATUSES } from '#domain/governance/rule-pack';
import { Count } from '../common';

/** A line of packs (`eu-ai-act`), of which the day picks the edition, or one edition by its name (`eu-ai-act@2026-07-27`). */
export const PackReference = z.string().min(3).max(80);

/** Of one line of a pack: held and met are one letter. */
export const Letters = z.string();
export const State = z.enum(['in_force', 'to_come', 'proposed', 'superseded']);

export const PackHead = z.object({
  id: z.string(),
  line: z.string(),
  edition: z.string(),
  name: z.string(),
  issuer: z.string(),
  jurisdiction: z.string(),
  force: z.enum(FORCES),
  status: z.enum(PACK_STATUSES),
  effectiveFrom: z.string().nullable(),
  supersededBy: z.object({ pack: z.string(), on: z.string() }).nullable(),
  checkedOn: z.string(),
  /** Longer ago than the pack allows: somebody has to hold it against its sources again. */
  stale: z.boolean(),
  who: z.string(),
  disclaimer: z.string(),
  /** Asked of each model. */
  questions: Count,
});
