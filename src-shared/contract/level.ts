import { z } from 'zod';
import { COMPONENTS } from '#domain/assessments/components';
import { Count, UpdateFrequency } from './common';
import { query, Said } from './define';

export const Level = z.union([z.literal(1), z.literal(2), z.literal(3)]);
const Change = z.object({ to: z.number(), level: Level }).nullable();

const UpdateReading = z.object({
  /** Updates a year of one model, of all in production, and the levels that follow; `null`: not known. */
  perModel: z.number().nullable(),
  load: z.number().nullable(),
  byUpdates: Level.nullable(),
  level: Level.nullable(),
});

/** How often models are updated by what is noted, and by what the moves of the last twelve months show. */
export const UpdatesSeen = z.object({
  told: z.enum(['noted', 'stated']),
  /** `unknown`: models of unknown frequency, so that its load is the least that it can be; left out: none. */
  noted: UpdateReading.extend({ unknown: Count.optional() }),
  recorded: UpdateReading.extend({
    from: z.string(),
    to: z.string(),
    releases: Count,
    /** Without the first release of each model. */
    updates: Count,
    years: z.number(),
    undated: Count,
  }),
  /** The larger over the smaller. */
  times: z.number().nullable(),
  apart: z.boolean(),
  /** Models of unknown frequency decide whether both give the same level. */
  levelsOpen: z.boolean().optional(),
  words: Said,
});

export const Recommendation = z.object({
  /** `null`: no model in production, nothing to recommend yet. */
  level: Level.nullable(),
  byCount: Level.nullable(),
  /** `null` also where the update frequency of no model is known. */
  byLoad: Level.nullable(),
  driver: z.enum(['count', 'load', 'both', 'none']),
  models: Count,
  /** U: releases a year over all models in production. */
  load: z.number(),
  /** Models in production of which nobody has said how often they are updated; they count as 0 in the load. */
  unknownFrequency: Count,
  flags: z.array(z.object({ code: z.string(), message: Said })),
  sensitivity: z.object({
    /** The nearest number of models, with each updated as often as today's mean, at which the level changes. */
    moreModels: Change,
    fewerModels: Change,
    /** The nearest frequency, taken by every model, at which the level changes. */
    moreOften: z.object({ to: UpdateFrequency, level: Level }).nullable(),
    lessOften: z.object({ to: UpdateFrequency, level: Level }).nullable(),
    words: z.array(Said),
  }),
  /** One sentence that names the driver, and one that says what it costs to be wrong. */
  reason: Said,
  costOfBeingWrong: Said,
  thresholdsVersion: z.string(),
  /** Left out where nothing is asked about a portfolio, and in results that were finished before it was kept. */
  updates: UpdatesSeen.optional(),
});
export type Recommendation = z.output<typeof Recommendation>;

export const Component = z.enum(COMPONENTS);

const Share = z.number().nullable();
const Gap = z.object({
  id: z.string(),
  component: Component,
  /** `null` = unknown. */
  have: z.number().nullable(),
  need: z.number(),
  short: z.number(),
  gatingLevel: Level,
});

export const Score = z.object({
  questionVersion: Count,
  target: Level,
  /** 0: not even level 1. Minimum of the components that apply. */
  overallLevel: z.number(),
  overallLevelIfUnknownsBest: z.number(),
  overallMean: Share,
  percentToTarget: Share,
  confidence: z.number(),
  answered: z.number(),
  components: z.record(
    Component,
    z.object({
      applicable: Count,
      mean: Share,
      range: z.array(z.number()).length(2).nullable(),
      /** `null`: every question is not applicable, and the component counts in no total. */
      level: z.number().nullable(),
      levelIfUnknownsBest: z.number().nullable(),
      target: Level,
      percentToTarget: Share,
      confidence: z.number(),
      answered: z.number(),
      gaps: z.array(Gap),
    }),
  ),
  /** All gaps: the widest first, then the level that they hold back, then the component's order. */
  gaps: z.array(Gap),
});

export const maturity = {
  /**
   * A missing answer is unknown. `target` is a level, as 2 or 'L2'. Without a version, the first that asks all that was
   * answered: 1 asks thirty questions, 2 five more on generative AI.
   */
  score: query(
    z.object({
      answers: z.record(
        z.string().max(20),
        z.object({
          value: z.union([
            z.literal(0),
            z.literal(1),
            z.literal(2),
            z.literal(3),
            z.literal('unknown'),
            z.literal('not_applicable'),
          ]),
          grade: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]).optional(),
          reason: z.string().max(5000).optional(),
        }),
      ),
      target: z.union([Level, z.enum(['L1', 'L2', 'L3'])]),
      weights: z.partialRecord(Component, z.number().min(0).max(10)).optional(),
      componentTargets: z.partialRecord(Component, Level).optional(),
      questionVersion: z.number().int().min(1).max(1_000).optional(),
    }),
    Score,
  ),
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
