import { z } from 'zod';
import { DATE_PRECISIONS } from '#domain/base/period';
import { DECISIONS } from '#domain/models/history/told';
import { STAGE_MEANINGS, VERSION_IMPORT_FIELDS } from '#domain/models/version-fields';
import { Count, Id, Instant } from '../common';
import { Said } from '../define';
import { matchedModel, previewHead, Rule } from '../imports/parts';
import { EndedVersion } from './versions';

/** What a column of a version history may become. */
export const VersionImportField = z.enum(VERSION_IMPORT_FIELDS);
export type VersionImportField = z.output<typeof VersionImportField>;

export const StageMeaning = z.enum(STAGE_MEANINGS);
export type StageMeaning = z.output<typeof StageMeaning>;

/** What the person decided about a version history: a table with one version a row. */
export const VersionsMapping = z.object({
  kind: z.literal('versions'),
  fields: z.array(z.object({ field: VersionImportField, column: z.string().max(2000) })).max(20),
  /** `null`: the file does not show it and nobody has said. */
  dateOrder: z.enum(['dmy', 'mdy', 'ymd']).nullable().default(null),
  emptyWords: z.array(z.string().max(200)).max(100).default([]),
  /** What the file's words for a stage say, compared without case and surplus blanks; others as they are known here. */
  stages: z
    .array(z.object({ from: z.string().max(500), to: StageMeaning }))
    .max(500)
    .default([]),
  /** Names that no model has: models of their own with these versions, or left out. */
  unknownModels: z.enum(['create', 'skip']).default('create'),
  /** The file's name of a model → the model; `null`: of none. Else it is looked up as in drift results. */
  models: z
    .array(z.object({ from: z.string().max(2000), modelId: Id.nullable() }))
    .max(100_000)
    .default([]),
  /** The source was read whole, so an alias or a stage that it does not say is there no more; left out: an empty cell says nothing. */
  whole: z.boolean().optional(),
});
export type VersionsMapping = z.output<typeof VersionsMapping>;

/**
 * What becomes of a version. `added`: it is a release that we do not hold. `refined`: we hold it less exactly. `known`: we hold
 * it. `contradicted`: the file says otherwise. `kept`: it never went live and is kept beside the releases. `ours`: the file
 * does not speak of it.
 */
export const VERSION_STATES = ['added', 'refined', 'known', 'contradicted', 'kept', 'ours'] as const;
export const VersionState = z.enum(VERSION_STATES);
export type VersionState = z.output<typeof VersionState>;

const PreviewVersion = z.object({
  /** 0: the file does not speak of it. */
  row: Count,
  kind: z.enum(['release', 'retirement', 'other', 'kept']),
  version: z.string(),
  state: VersionState,
  from: Instant.nullable(),
  fromPrecision: z.enum(DATE_PRECISIONS),
  until: Instant.nullable(),
  untilPrecision: z.enum(DATE_PRECISIONS),
  alias: z.string(),
  stage: z.string(),
});
export type PreviewVersion = z.output<typeof PreviewVersion>;

const Contradiction = z.object({
  row: Count,
  version: z.string(),
  /** As a rule or decision names it: `move.date`, `move.version`, `move.order` or `until`. */
  field: z.string(),
  before: z.string(),
  after: z.string(),
  /** The file's day; `null`: the contradiction is not about one. */
  at: Instant.nullable(),
  decision: z.enum(DECISIONS),
  why: Said,
});

const ModelVersions = z.object({
  /** `null`: the model would be created. */
  modelId: Id.nullable(),
  name: z.string(),
  /** In the order of the history as it would be. */
  versions: z.array(PreviewVersion),
  contradictions: z.array(Contradiction),
});
export type ModelVersions = z.output<typeof ModelVersions>;

export const VersionsPreview = z.object({
  format: z.literal('versions'),
  ...previewHead,
  mapping: VersionsMapping,
  /** What is kept of it for its next file, and what was kept the last time. */
  source: z.object({ name: z.string(), known: z.boolean(), rules: z.array(Rule) }),
  /** Whether the file itself shows which number of its dates is the day. */
  dateOrderShown: z.boolean(),
  /** Over all rows. Nothing is ever removed by an import. */
  versions: z.object({
    addedDated: Count,
    addedUndated: Count,
    refined: Count,
    known: Count,
    contradicted: Count,
    /** Never live, and not held so far. */
    kept: Count,
    removed: Count,
  }),
  /** Models that the file speaks of, those that would be created, and those that something is added to. */
  modelCounts: z.object({ all: Count, created: Count, changed: Count }),
  /** Models that would be in production with no version live: the last one has ended. Their stage stays as it is. */
  ended: z.array(EndedVersion.extend({ modelId: Id.nullable(), name: z.string() })),
  /** The file's names of models with the model found; at most 500, those that fit several first. */
  models: z.array(
    z.object({
      text: z.string(),
      count: Count,
      ...matchedModel,
      found: z.enum(['name', 'external_id', 'own_id', 'chosen', 'ambiguous', 'unknown', 'left_out']),
    }),
  ),
  /** The file's words for stages with what they say. */
  stages: z.array(z.object({ from: z.string(), to: StageMeaning, count: Count })),
  /** A line a model, those that contradict or change first: at most 300 models and 20,000 versions. */
  lines: z.array(ModelVersions),
});
export type VersionsPreview = z.output<typeof VersionsPreview>;
