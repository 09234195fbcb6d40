import { z } from 'zod';
import { QUALITY_FIELDS } from '#domain/models/quality-fields';
import { Count } from '../common';

const ByTier = z.object({ 1: Count, 2: Count, 3: Count, none: Count });

/** See `domain/models/completeness.ts`. */
export const Completeness = z.object({
  models: Count,
  byTier: ByTier,
  share: z.number().nullable(),
  gaps: z.array(
    z.object({
      field: z.enum(QUALITY_FIELDS),
      missing: Count,
      byTier: ByTier,
      edits: Count,
      gain: z.number(),
      after: z.number(),
    }),
  ),
});
