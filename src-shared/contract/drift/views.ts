import { z } from 'zod';
import {
  DRIFT_DIRECTIONS,
  DRIFT_VERDICTS,
  RETRAINING_ASKERS,
  RETRAINING_OUTCOMES,
  RETRAINING_STATES,
} from '#domain/drift/vocabulary';
import { CalendarDate, Count, Health, Id, Instant, Precision, Stage, Tier } from '../common';
import { Said } from '../define';
import { IncidentSeverity } from '../incidents/parts';

export const DriftVerdict = z.enum(DRIFT_VERDICTS);
export const Bands = z.object({ watch: z.number(), act: z.number() });
const numbers = z.array(z.number().nullable());

/** One series of figures, down-sampled; arrays run side by side. */
export const DriftSeries = z.object({
  /** Names the series in the other channels. */
  id: z.number().int(),
  column: z.string(),
  metric: z.string(),
  label: z.string(),
  method: z.string(),
  base: z.enum(['2', 'e']).nullable(),
  binning: z.string(),
  source: z.string(),
  /** Points in the range before down-sampling. */
  n: Count,
  t: z.array(Instant),
  v: numbers,
  nRef: numbers,
  nCur: numbers,
  /** Under the band of today; `none` where there is no band. */
  verdict: z.array(DriftVerdict),
  toolVerdict: z.array(z.enum(['drift', 'possible', 'none']).nullable()),
  /** What the figure would stay below in 95 of 100 windows without drift, at each window's sizes; `null`: not known. */
  noise: numbers,
  /** The tool's own limits at each point. */
  thresholds: z.object({ lower: numbers, upper: numbers }),
  bands: Bands.nullable(),
  bandsFrom: z.enum(['model', 'tier', 'portfolio', 'default']),
  direction: z.enum(DRIFT_DIRECTIONS),
});

/** What a cell of the heat map can be. `empty`: no result was to be expected, or the day has not come. */
export const CELL_WORDS = ['empty', 'none', 'too_few_rows', 'ok', 'watch', 'act', 'silent'] as const;

export const HeatmapInput = z.object({
  from: Instant,
  to: Instant,
  bucket: z.enum(['week', 'month', 'quarter']).default('week'),
  sort: z.enum(['urgency', 'name']).default('urgency'),
  /** Rows are cut after the sort; `total` counts all. */
  limit: z.number().int().min(1).max(100_000).default(100_000),
});

const OpenIncident = z.object({
  id: Id,
  /** As people call it. */
  number: Count,
  /** `null`: not rated. */
  severity: IncidentSeverity.nullable(),
  openedAt: Instant,
  /** Open incidents of the model, this one among them. */
  open: Count,
});

/** Models in production, and others with results that are not retired, as columns; cells row by row: models × buckets. */
export const Heatmap = z.object({
  total: Count,
  /** First day of each bucket (UTC; weeks start on Monday). A result lies where its window ends. */
  buckets: z.array(z.string()),
  models: z.array(Id),
  names: z.array(z.string()),
  units: z.array(z.string()),
  tiers: z.array(Tier.nullable()),
  stages: z.array(Stage),
  health: z.array(Health),
  /** Who runs it, else who answers for it; '' = nobody is noted. */
  owners: z.array(z.string()),
  /** The gravest open incident of each model and how many it has; `null`: none is open. */
  incidents: z.array(OpenIncident.nullable()),
  /** First day of the present health; `null` = not known. */
  since: z.array(z.string().nullable()),
  lastResult: z.array(Instant.nullable()),
  /** The words that `cells` point into. */
  verdicts: z.array(z.enum(CELL_WORDS)),
  /** The worst verdict of each bucket. */
  cells: z.array(z.number().int()),
  /** 1 where a tool itself said drift in the bucket. */
  toolDrift: z.array(z.number().int()),
});
export type Heatmap = z.output<typeof Heatmap>;

export const ModelDrift = z.object({
  modelId: Id,
  name: z.string(),
  tier: Tier.nullable(),
  stage: Stage,
  health: Health,
  /** The health as a sentence with its reason. */
  words: Said,
  reason: z.enum(['judged', 'silent', 'never', 'too_few_rows', 'no_band', 'retired']),
  /** First day of the present health. */
  since: z.string().nullable(),
  lastResult: Instant.nullable(),
  /** How often results come, in days; `null`: not known, so that 90 days without one are silence. */
  cadenceDays: z.number().nullable(),
  silentAfterDays: z.number(),
  /** The result that decides. */
  worst: z
    .object({
      seriesId: z.number().int(),
      column: z.string(),
      metric: z.string(),
      label: z.string(),
      value: z.number().nullable(),
      at: Instant,
      verdict: DriftVerdict,
      toolDrift: z.boolean(),
    })
    .nullable(),
  /** What is open of its retraining. */
  retraining: z
    .object({
      id: Id,
      words: Said,
      openedAt: Instant,
      state: z.enum(RETRAINING_STATES),
      overdue: z.boolean(),
      owner: z.string(),
      until: CalendarDate.nullable(),
      stands: Said,
    })
    .nullable(),
});
export type ModelDrift = z.output<typeof ModelDrift>;

const DriftValue = z.object({ at: Instant, value: z.number() });

export const RetrainingItem = z.object({
  id: Id,
  modelId: Id,
  model: z.string(),
  tier: Tier.nullable(),
  /** Of the model, today. */
  stage: Stage,
  /** Whether a run of results asked for it, or somebody. */
  askedBy: z.enum(RETRAINING_ASKERS),
  /** Why a person asked; '' where drift did. */
  reason: z.string(),
  /** `null`: a person asked, no series did. */
  seriesId: z.number().int().nullable(),
  column: z.string(),
  metric: z.string(),
  windows: Count,
  firstAt: Instant.nullable(),
  lastAt: Instant.nullable(),
  openedAt: Instant,
  /** '': the rule did. */
  openedBy: z.string(),
  state: z.enum(RETRAINING_STATES),
  /** Somebody still has to do something. */
  open: z.boolean(),
  /** In work, and the day until which it was to be live has passed. */
  overdue: z.boolean(),
  /** When work began; without an owner it is the model's move to Retraining. */
  startedAt: Instant.nullable(),
  owner: z.string(),
  until: CalendarDate.nullable(),
  outcome: z.enum(RETRAINING_OUTCOMES).nullable(),
  resolvedAt: Instant.nullable(),
  resolvedBy: z.string(),
  note: z.string(),
  /** The version that resolved it. */
  version: z.string(),
  /** When that went live; `null`: not known, or it is no longer among the releases. */
  liveAt: Instant.nullable(),
  livePrecision: Precision,
  /** The last day for which a decision against holds. */
  againstUntil: CalendarDate.nullable(),
  /**
   * Of the series that asked: the last result before the version went live, and the first whose whole window lies behind it;
   * `null`: there is none (yet).
   */
  drift: z.object({ label: z.string(), before: DriftValue.nullable(), after: DriftValue.nullable() }).nullable(),
  /** While open: a release since, which may have resolved it; somebody has to say so. */
  offered: z.object({ moveId: Id, version: z.string(), at: Instant }).nullable(),
  /** Why it was asked for, in a sentence without a full stop. */
  words: Said,
  /** Where it stands, in a sentence without a full stop: `In work by Ada until 12 Dec 2026`. */
  stands: Said,
});

export const BandTable = z.object({
  /** Of bands and rules together; counts on with each change. */
  version: z.string(),
  /** Windows in a row at act after which retraining is due. */
  retrainingWindows: Count,
  /** Below this many rows on a side there is no verdict. */
  fewestRows: Count,
  /** Every metric that can have a band, and what holds for the portfolio. */
  metrics: z.array(
    z.object({
      metric: z.string(),
      label: z.string(),
      direction: z.enum(DRIFT_DIRECTIONS),
      bands: Bands.nullable(),
      defaults: Bands.nullable(),
      changed: z.boolean(),
      /** Series in the portfolio that this band judges. */
      series: Count,
    }),
  ),
  /** Bands of single tiers and models. */
  overrides: z.array(
    z.object({
      metric: z.string(),
      label: z.string(),
      tier: Tier.nullable(),
      modelId: Id.nullable(),
      model: z.string().nullable(),
      bands: Bands,
    }),
  ),
});
export type BandTable = z.output<typeof BandTable>;

/** Alarms a month if nothing drifted at all: models × features × windows × α, summed over the series as they are. */
export const FalseAlarms = z.object({
  /** Models in production that have results, and their series that a band judges. */
  models: Count,
  series: Count,
  windowsPerMonth: z.number(),
  metrics: z.array(
    z.object({
      metric: z.string(),
      label: z.string(),
      series: Count,
      /** Windows a month over all its series. */
      windows: z.number(),
      /** Chance of one window to reach watch, or act, without drift; `null`: not known for this metric or these sizes. */
      alphaWatch: z.number().nullable(),
      alphaAct: z.number().nullable(),
      watch: z.number().nullable(),
      act: z.number().nullable(),
    }),
  ),
});
export type FalseAlarms = z.output<typeof FalseAlarms>;
