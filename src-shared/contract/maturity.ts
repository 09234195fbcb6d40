import { z } from 'zod';
import { Count, UpdateFrequency } from './common';
import { query } from './define';

const Level = z.union([z.literal(1), z.literal(2), z.literal(3)]);
const Change = z.object({ to: z.number(), level: Level }).nullable();

export const Recommendation = z.object({
  /** `null`: no model in production, nothing to recommend yet. */
  level: Level.nullable(),
  byCount: Level.nullable(),
  byLoad: Level.nullable(),
  driver: z.enum(['count', 'load', 'both', 'none']),
  models: Count,
  /** U: releases a year over all models in production. */
  load: z.number(),
  /** Models in production of which nobody has said how often they are updated; they count as 0 in the load. */
  unknownFrequency: Count,
  flags: z.array(z.object({ code: z.string(), message: z.string() })),
  sensitivity: z.object({
    /** The nearest number of models, with each updated as often as today's mean, at which the level changes. */
    moreModels: Change,
    fewerModels: Change,
    /** The nearest frequency, taken by every model, at which the level changes. */
    moreOften: z.object({ to: UpdateFrequency, level: Level }).nullable(),
    lessOften: z.object({ to: UpdateFrequency, level: Level }).nullable(),
    words: z.array(z.string()),
  }),
  /** One sentence that names the driver, and one that says what it costs to be wrong. */
  reason: z.string(),
  costOfBeingWrong: z.string(),
  thresholdsVersion: z.string(),
});
export type Recommendation = z.output<typeof Recommendation>;

export const maturity = {
  /** With nothing given, for the open portfolio. `updatesPerYear` is how often one model is updated (U = models × it). */
  recommend: query(
    z
      .object({
        models: z.number().int('a number of models is whole').min(0).max(1_000_000).optional(),
        updatesPerYear: z.number().min(0).max(1_000_000).optional(),
      })
      .prefault({}),
    Recommendation,
  ),
};
