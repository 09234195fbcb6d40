import { z } from 'zod';
import type { StatedField } from '#domain/models/field-description';
import { MODEL_FIELDS, SORTED_NAMES, STATED_NAMES, type StatedName } from '#domain/models/model-fields';
import { CalendarDate, Count, Empty, Health, Id, Instant, MinorUnits, Monitoring, Precision, Stage } from '../common';
import { columnarQuery, command, query, Said } from '../define';
import { FieldChange } from '../journal';
import { Completeness } from './completeness';
import { Grid, PackedGrid } from './grid';
import { ModelFilter } from './model-filter';
import { AllowedMove, Approval, FieldOrigin, Move, ReleaseChanges } from './records';
import { ModelTimeline } from './timeline';
import { EndedVersion, LiveVersion, RegisteredVersion, ReleasedVersion } from './versions';

export const ExternalReference = z.object({
  system: z.string().trim().min(1).max(120),
  id: z.string().trim().max(400),
  url: z.string().trim().max(2000).default(''),
});

const Name = z.string().trim().min(1, 'a model needs a name');
const Line = z.string().trim().max(500);
const Text = z.string().max(MODEL_FIELDS.notes.most);
const Tags = z.array(z.string().trim().min(1).max(MODEL_FIELDS.tags.longest)).max(MODEL_FIELDS.tags.most);
const References = z.array(ExternalReference).max(MODEL_FIELDS.externalReferences.most);

/** The schema of a field by its description. */
type SchemaOf<F> = F extends { readonly kind: 'choice'; readonly vocabulary: { readonly values: readonly (infer V)[] } }
  ? F extends { readonly optional: true }
    ? z.ZodNullable<z.ZodType<V, V>>
    : z.ZodType<V, V>
  : F extends { readonly kind: 'line' | 'text' }
    ? typeof Line
    : F extends { readonly kind: 'money' }
      ? z.ZodNullable<typeof MinorUnits>
      : F extends { readonly kind: 'date' }
        ? z.ZodNullable<typeof CalendarDate>
        : F extends { readonly kind: 'tags' }
          ? typeof Tags
          : F extends { readonly kind: 'references' }
            ? typeof References
            : never;
type FieldSchemas = { readonly [K in StatedName]: SchemaOf<(typeof MODEL_FIELDS)[K]> };

function schemaOf(field: StatedField): z.ZodType {
  switch (field.kind) {
    case 'line':
      return field.required ? Name.max(field.most) : Line.max(field.most);
    case 'text':
      return z.string().max(field.most);
    case 'choice': {
      const one = z.literal(field.vocabulary.values);
      return field.optional ? one.nullable() : one;
    }
    case 'money':
      return MinorUnits.nullable();
    case 'date':
      return CalendarDate.nullable();
    case 'tags':
      return Tags;
    case 'references':
      return References;
  }
}

/** The fields that a person may type. `null` and '' mean "nobody has said". */
export const ModelFields = z.object(
  // The types of the schemas follow from the same descriptions, which fromEntries forgets.
  Object.fromEntries(STATED_NAMES.map((name) => [name, schemaOf(MODEL_FIELDS[name])])) as unknown as FieldSchemas,
);
export type ModelFields = z.output<typeof ModelFields>;

export const ModelPatch = ModelFields.partial().strict();
export const BulkPatch = ModelFields.omit({ name: true })
  .partial()
  .extend({ addTags: Tags.optional(), removeTags: Tags.optional() })
  .strict();

/** What a list shows of a model; the derived values are never typed. */
export const ModelRow = ModelFields.omit({ purpose: true, notes: true, externalReferences: true }).extend({
  id: Id,
  stage: Stage,
  /** `null`: the model is known to be in this stage, since when is not known. */
  stageSince: Instant.nullable(),
  /** How exactly `stageSince` is known: of a month or a year it is the middle. */
  stageSincePrecision: Precision,
  inProduction: z.boolean(),
  health: Health,
  version: z.string(),
  versionSince: Instant.nullable(),
  versionSincePrecision: Precision,
  /** `false`: the model is deployed and nobody has said whether it is monitored. */
  monitoringKnown: z.boolean(),
  /** Whether it is watched; `null`: not in production. */
  monitoring: Monitoring.nullable(),
  timeToProductionDays: z.number().nullable(),
  releasesLast12Months: Count,
  openIncidents: Count,
  /** Newest drift result; `null`: there has been none. */
  lastResult: Instant.nullable(),
  /** Percent of the fields that are asked of it; `null`: retired. */
  dataQuality: Count.nullable(),
  lastSignOfLife: Instant.nullable(),
  lastSignOfLifePrecision: Precision,
  /** The typed review date, else the one that the tier's interval gives. */
  reviewDue: CalendarDate.nullable(),
  updatedAt: Instant,
});
export type ModelRow = z.output<typeof ModelRow>;

const LinkedModel = z.object({ id: Id, name: z.string() });

export const Model = ModelRow.extend({
  purpose: Text,
  notes: Text,
  externalReferences: z.array(ExternalReference),
  createdAt: Instant,
  timeInStageDays: z.number().nullable(),
  /** The coarser one of the two days that `timeToProductionDays` lies between. */
  timeToProductionPrecision: Precision,
  versionAgeDays: z.number().nullable(),
  reviewSource: z.enum(['typed', 'tier', 'none']),
  replacedBy: LinkedModel.nullable(),
  replaces: z.array(LinkedModel),
  versions: z.array(ReleasedVersion),
  /**
   * Of a model in production of which no version is live any more: which ended last, and on which day. Nobody has said whether
   * the model is retired, or what followed.
   */
  ended: EndedVersion.nullable(),
  /** Versions that a registry knows and that never went live. */
  otherVersions: z.array(RegisteredVersion),
  approvals: z.array(Approval),
  allowedMoves: z.array(AllowedMove),
  provenance: z.array(FieldOrigin),
});
export type Model = z.output<typeof Model>;

export const SORT_FIELDS = SORTED_NAMES;
export const Sort = z.object({ field: z.enum(SORT_FIELDS), direction: z.enum(['asc', 'desc']).default('asc') });

export const ModelQuery = z.object({
  search: z.string().max(500).default(''),
  filter: ModelFilter.default({}),
  sort: z.array(Sort).max(8).default([]),
});

/** True: the answer has `rows` as well, the models as `models.list` shows them now, for whoever holds a copy of them. */
const WithRows = z.boolean().default(false);

export const models = {
  list: query(
    ModelQuery.extend({ offset: Count.default(0), limit: Count.max(10_000).default(100) }).prefault({}),
    z.object({ total: Count, rows: z.array(ModelRow) }),
  ),
  /** The whole portfolio as columns, or the rows of `ids` only (those that are gone are left out). */
  grid: columnarQuery(z.object({ ids: z.array(Id).max(10_000).optional() }).prefault({}), Grid),
  /** The same of the whole portfolio in bytes: what a window takes, for JSON of a million rows is read in seconds. */
  columns: columnarQuery(Empty, PackedGrid),
  /** What is known of the models in production and which field to fill next, the quickest way first. */
  completeness: query(Empty, Completeness),
  /** Distinct values with counts, for filters and suggestions. */
  facets: query(
    Empty,
    z.object({
      units: z.array(z.object({ value: z.string(), count: Count })),
      types: z.array(z.object({ value: z.string(), count: Count })),
      owners: z.array(z.object({ value: z.string(), count: Count })),
      tags: z.array(z.object({ value: z.string(), count: Count })),
    }),
  ),
  get: query(z.object({ id: Id }), Model),
  history: query(
    z.object({ id: Id }),
    z.object({
      moves: z.array(Move),
      changes: z.array(FieldChange),
    }),
  ),
  timeline: query(z.object({ id: Id }), ModelTimeline),
  /** The version of every model (or of `ids`) that was live on a day, by name. */
  liveVersions: query(
    z.object({ at: Instant, ids: z.array(Id).max(900).optional() }),
    z.object({ rows: z.array(LiveVersion) }),
  ),
  create: command(
    ModelFields.partial()
      .extend({
        name: Name,
        stage: Stage.default('proposed'),
        /** When the model entered that stage; left out, it counts as today until an earlier move is recorded. */
        since: Instant.optional(),
        version: Line.optional(),
      })
      .strict(),
    Model,
  ),
  update: command(z.object({ id: Id, patch: ModelPatch }), Model),
  updateMany: command(
    z.object({ ids: z.array(Id).min(1).max(100_000), patch: BulkPatch, withRows: WithRows }),
    z.object({ updated: Count, rows: z.array(ModelRow).optional() }),
  ),
  move: command(
    z.object({
      id: Id,
      to: Stage,
      /** Effective time; now when left out. */
      at: Instant.optional(),
      reason: z.string().trim().max(2000).optional(),
      version: Line.optional(),
      /** With `to: 'retired'`: the model that takes over. */
      replacedBy: Id.optional(),
      /** With `to: 'deployed'`: what the release changed. */
      changed: ReleaseChanges.optional(),
    }),
    Model,
  ),
  moveMany: command(
    z.object({
      ids: z.array(Id).min(1).max(100_000),
      to: Stage,
      at: Instant.optional(),
      reason: z.string().trim().max(2000).optional(),
      withRows: WithRows,
    }),
    z.object({
      moved: Count,
      refused: z.array(z.object({ id: Id, name: z.string(), message: Said })),
      rows: z.array(ModelRow).optional(),
    }),
  ),
  approve: command(
    z.object({
      id: Id,
      approvedBy: Line.min(1),
      at: Instant.optional(),
      note: z.string().trim().max(2000).default(''),
      /** With a review: the day of the next; `null` = it goes by the tier again. Left out: as it is. */
      nextReview: CalendarDate.nullable().optional(),
    }),
    Model,
  ),
  /** Makes the others one with the model that is kept; one undo. */
  merge: command(z.object({ keep: Id, merge: z.array(Id).min(1).max(100) }), Model),
  remove: command(z.object({ ids: z.array(Id).min(1).max(100_000) }), z.object({ removed: Count })),
};
