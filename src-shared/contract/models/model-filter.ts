import { z } from 'zod';
import { IMPORT_SETS } from '#domain/models/import-sets';
import { AUTONOMIES, KINDS } from '#domain/models/kinds';
import { QUALITY_FIELDS } from '#domain/models/quality-fields';
import {
  Count,
  Criticality,
  Day,
  Health,
  Id,
  Monitoring,
  Origin,
  PersonalData,
  Stage,
  Tier,
  UpdateFrequency,
} from '../common';

/** Which models are asked for: all of it holds; of several values of one field any. */
export const ModelFilter = z
  .object({
    stage: z.array(Stage),
    tier: z.array(Tier.nullable()),
    /** A unit, or the part of it before ' / ' (an agency with all its bureaus). */
    unit: z.array(z.string()),
    health: z.array(Health),
    /** Of models in production; `unknown`: nobody has said, and no result shows it. */
    monitoring: z.array(Monitoring),
    origin: z.array(Origin.nullable()),
    updateFrequency: z.array(UpdateFrequency.nullable()),
    criticality: z.array(Criticality.nullable()),
    personalData: z.array(PersonalData),
    kind: z.array(z.enum(KINDS).nullable()),
    autonomy: z.array(z.enum(AUTONOMIES).nullable()),
    type: z.array(z.string()),
    tag: z.array(z.string()),
    owner: z.array(z.string()),
    inProduction: z.boolean(),
    /** Models that a version runs beside the live one of, or none does. */
    challenger: z.boolean(),
    /** Models of which one of these fields is empty. */
    missing: z.array(z.enum(['owner', ...QUALITY_FIELDS])),
    /** Models that have an incident which is not resolved, or none. */
    openIncident: z.boolean(),
    /** Models without a drift result after this day, also those that never had one. */
    noResultAfter: Day,
    /** Models of which less is known than so many percent. */
    qualityBelow: Count,
    /** Reviews due on or before this day. */
    reviewDueBefore: Day,
    /** In production, and the gate that it went through does not stand any more, or it never showed here what is asked. */
    gate: z.array(z.enum(['fallen', 'lacking'])),
    /** In production, with evidence that has ended, or ends within 60 days, and nothing in its place. */
    evidence: z.array(z.enum(['ended', 'ends_soon'])),
    /** Models that this import brought values of; with `which` another set of it. */
    importId: Id,
    which: z.enum(IMPORT_SETS),
  })
  .partial()
  .strict();
export type ModelFilter = z.output<typeof ModelFilter>;
