import { z } from 'zod';
import { RELATIONS } from '#domain/governance/vocabulary';
import { KINDS } from '#domain/models/kinds';
import { CalendarDate, Count, Day, Id, Instant, Stage, Tier } from '../common';
import { command, query, Said } from '../define';

const Line = z.string().trim().max(500);
const Text = z.string().trim().max(50_000);

const Dependency = z.object({
  id: Id,
  modelId: Id,
  modelName: z.string(),
  dependsOn: Id.nullable(),
  dependsOnName: z.string(),
  outside: z.string(),
  relation: z.enum(RELATIONS),
  critical: z.boolean(),
  from: CalendarDate,
  until: CalendarDate.nullable(),
  by: z.string(),
  note: z.string(),
});

/** A model among those that rest on something. */
const Resting = z.object({
  id: Id,
  name: z.string(),
  unit: z.string(),
  tier: Tier.nullable(),
  kind: z.enum(KINDS).nullable(),
  stage: Stage,
  inProduction: z.boolean(),
});

/** A row of the portfolio, or something outside; of a provider also what lies below it (`Provider / model / version`). */
const Cause = z.object({ modelId: Id.optional(), outside: Line.optional() });

/** What falls with something on a day. */
const Falls = z.object({
  day: CalendarDate,
  /** How it is called. */
  what: z.string(),
  headline: Said,
  /** The nearest first. `stops`: every link of some way to it is critical; else it is touched. */
  models: z.array(Resting.extend({ steps: Count, stops: z.boolean() })),
  /** Of those in production, by unit; '' = no unit. */
  units: z.array(z.object({ unit: z.string(), stops: Count, touched: Count })),
});

export const dependencies = {
  /** What a model rests on, and what rests on it. */
  list: query(
    z.object({ modelId: Id.optional() }).default({}),
    z.object({ dependencies: z.array(Dependency), dependants: z.array(Dependency) }),
  ),
  add: command(
    z.object({
      modelId: Id,
      dependsOn: Id.nullable().default(null),
      outside: Line.default(''),
      relation: z.enum(RELATIONS),
      critical: z.boolean().default(false),
      from: CalendarDate.optional(),
      until: CalendarDate.nullable().default(null),
      note: Text.default(''),
    }),
    Dependency,
  ),
  /** `until`: the last day; what ended stays in the past. */
  update: command(
    z.object({
      id: Id,
      patch: z
        .object({
          outside: Line.min(1),
          relation: z.enum(RELATIONS),
          critical: z.boolean(),
          from: CalendarDate,
          until: CalendarDate.nullable(),
          note: Text,
        })
        .partial()
        .strict(),
    }),
    Dependency,
  ),
  /** Everything that rests on it on a day, through others too; left out: today. */
  falls: query(Cause.extend({ on: Day.optional() }), Falls),
  /** Everything that something rests on, in layers: outside names and rows that rest on nothing first. */
  graph: query(
    z.object({ on: Day.optional() }).prefault({}),
    z.object({
      day: CalendarDate,
      headline: Said,
      nodes: z.array(
        z.object({
          /** As links name it. */
          key: z.string(),
          name: z.string(),
          layer: Count,
          /** `null`: something outside, whose part of the path it is. */
          model: Resting.nullable(),
          /** '' of a row; else the whole path, as `falls` takes it. */
          outside: z.string(),
          /** Models in production that stop, and that are touched, when it goes. */
          stops: Count,
          touched: Count,
        }),
      ),
      /** `from` is what `to` rests on, or what `to` lies below. */
      links: z.array(z.object({ from: z.string(), to: z.string(), critical: z.boolean(), below: z.boolean() })),
      /** Generative models and agents in production of which nobody has said what they rest on. */
      unsaid: z.array(Resting),
    }),
  ),
  /** Its model changed: a release of each of these models, with one undo. Those that cannot be released say why. */
  release: command(
    Cause.extend({
      ids: z.array(Id).min(1).max(10_000),
      /** How the new one is called; it is put behind the version that is live. */
      version: Line.min(1),
      at: Instant.optional(),
      note: z.string().trim().max(2000).default(''),
    }),
    z.object({ released: Count, refused: z.array(z.object({ id: Id, name: z.string(), message: Said })) }),
  ),
  remove: command(z.object({ id: Id }), z.object({ removed: Count })),
};
