import { z } from 'zod';
import { FORCES, PACK_STATUSES } from '#domain/governance/rule-pack';
import { READING_OUTCOMES } from '#domain/governance/vocabulary';
import { Count } from '../common';

/** A line of packs (`eu-ai-act`), of which the day picks the edition, or one edition by its name (`eu-ai-act@2026-07-27`). */
export const PackReference = z.string().min(3).max(80);

/** Of one line of a pack: held and met are one letter. */
export const Letters = z.string();
export const State = z.enum(['in_force', 'to_come', 'proposed', 'superseded']);

/**
 * Whether an item that is to be verified was held against the official text, and by whom. `lapsed`: what somebody read is worded
 * otherwise now, so that nobody has read this one.
 */
export const Verified = z.object({
  state: z.enum(['none', 'open', 'read', 'differs', 'lapsed']),
  reading: z
    .object({
      id: z.string(),
      by: z.string(),
      on: z.string(),
      outcome: z.enum(READING_OUTCOMES),
      link: z.string(),
      note: z.string(),
    })
    .nullable(),
});

export const PackHead = z.object({
  /** `own`: of the organisation; `stands_in`: an own one under the name of a shipped edition, which it stands in for. */
  origin: z.enum(['shipped', 'own', 'stands_in']),
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
