import { z } from 'zod';
import { RELEASE_CHANGES } from '#domain/models/release-changes';
import { CalendarDate, Count, Empty, Health, Id, Instant, Tier } from '../common';
import { columnarQuery, command, query, Said } from '../define';
import { DriftImportReply, DriftImportRequest } from './import';
import { inspect, measure } from './measure';
import { Bands, BandTable, DriftSeries, FalseAlarms, Heatmap, HeatmapInput, ModelDrift, RetrainingItem } from './views';

const Text = z.string().max(500);
const Rows = z.number().int().min(0).max(1e12);

export const ToolVerdict = z.enum(['drift', 'possible', 'none']);

const distributionParts = z.object({
  /** What each bin is called, in order: `≤ 12.5`, `12.5 – 20`, `missing` … */
  bins: z.array(Text).min(1).max(1000),
  /** Inner limits of numeric bins, ascending; `null`: the bins are categories. */
  edges: z.array(z.number()).max(1000).nullable().default(null),
  /** Rows (or shares) in each bin. */
  reference: z.array(z.number().min(0)),
  current: z.array(z.number().min(0)),
});

/** Both distributions behind a figure, kept where a tool gives them. */
export const Distribution = distributionParts.refine(
  ({ bins, reference, current }) => reference.length === bins.length && current.length === bins.length,
  'reference and current need one number for each bin',
);
export type Distribution = z.output<typeof Distribution>;

/** What two results must share to belong to one series. The version of a tool may change within it. */
export const SeriesParts = z.object({
  modelId: Id,
  /** '' = the data set as a whole. */
  column: Text.default(''),
  /** An id of the vocabulary (`psi`, `ksP` …), or the name that a tool gave. */
  metric: Text.min(1),
  /** How the tool calls what it did. */
  method: Text.default(''),
  /** Of the logarithm, where one is in the formula. */
  base: z.enum(['2', 'e']).nullable().default(null),
  /** `deciles of the reference`, `Sturges on both` …; '' = not said. */
  binning: Text.default(''),
  source: z.object({ tool: Text.min(1), version: Text.default('') }),
});

/** One figure for one window: never a bare number; rules.md 6. */
export const DriftResult = SeriesParts.extend({
  /** The window's end: the time that the figure stands for. */
  at: Instant,
  /** Which version of the model was measured; '' = not said, so the one that is live. */
  modelVersion: Text.default(''),
  windowStart: Instant.nullable().default(null),
  /** `null`: the tool gave none, or not a number. */
  value: z.number().nullable(),
  nRef: Rows.nullable().default(null),
  nCur: Rows.nullable().default(null),
  nBins: z.number().int().min(1).max(100_000).nullable().default(null),
  /** The limits that the tool itself compared with. */
  lower: z.number().nullable().default(null),
  upper: z.number().nullable().default(null),
  /** What the tool itself said; never guessed from a name. */
  verdict: ToolVerdict.nullable().default(null),
  /** Line of the file that it came from. */
  row: Count.nullable().default(null),
  distribution: Distribution.nullable().default(null),
});
export type DriftResult = z.output<typeof DriftResult>;

/** `repeated`: results of this call for a series and time that a later one of the same call replaced. */
export const AppendCounts = z.object({ created: Count, updated: Count, unchanged: Count, repeated: Count });
export type AppendCounts = z.output<typeof AppendCounts>;

export const drift = {
  /** Results of any tool: the same again changes nothing, another value for the same series and time replaces it. */
  record: command(
    z.union([z.object({ results: z.array(DriftResult).min(1).max(100_000) }), DriftResult]),
    AppendCounts,
  ),
  /** The results in files of any tool; one undo takes all of them back. */
  import: command(DriftImportRequest, DriftImportReply),
  /** Series of one model, each down-sampled to at most `points` with its highest and lowest values kept. */
  series: columnarQuery(
    z.object({
      modelId: Id,
      column: Text.optional(),
      metric: Text.optional(),
      from: Instant.optional(),
      to: Instant.optional(),
      points: z.number().int().min(4).max(200_000).default(2000),
    }),
    z.object({ series: z.array(DriftSeries) }),
  ),
  /** Models × weeks, months or quarters: the worst verdict of each, silence among them. */
  heatmap: columnarQuery(HeatmapInput, Heatmap),
  /** Health of each model with its reason, the most urgent first; of models in production, and of others with results
   *  that are not retired. */
  health: query(
    z
      .object({
        modelId: Id.optional(),
        health: z.array(Health).optional(),
        limit: z.number().int().min(1).max(10_000).default(200),
      })
      .prefault({}),
    z.object({ total: Count, models: z.array(ModelDrift) }),
  ),
  /** Both distributions behind a result: the newest that was given, or that of one time. */
  distribution: query(
    z.object({ seriesId: z.number().int(), at: Instant.optional() }),
    z.object({
      found: distributionParts
        .extend({
          at: Instant,
          /** Places of the bins, the one whose share moved most first, with both shares. */
          moved: z.array(z.object({ bin: Count, reference: z.number(), current: z.number(), change: z.number() })),
        })
        .nullable(),
      /** Why there is nothing to show. */
      reason: z.string().nullable(),
    }),
  ),
  /** Whether two series may be drawn on one axis, and if not, why. */
  comparable: query(
    z.object({ a: z.number().int(), b: z.number().int() }),
    z.object({ comparable: z.boolean(), reasons: z.array(Said) }),
  ),
  bands: query(Empty, BandTable),
  /** Changes the band of a metric for the portfolio, a tier or a model; `null` takes the change back. */
  setBand: command(
    z.object({
      metric: Text.min(1),
      tier: Tier.nullable().default(null),
      modelId: Id.nullable().default(null),
      bands: Bands.nullable(),
    }),
    BandTable,
  ),
  setRules: command(z.object({ retrainingWindows: z.number().int().min(1).max(100) }), BandTable),
  /** Of the portfolio, or of one tier's models alone. */
  falseAlarms: query(z.object({ tier: Tier.optional() }).prefault({}), FalseAlarms),
  /** Retraining that a run of results at act, or somebody, asks for; `at`: as it stood at the end of that day. */
  retraining: query(
    z.object({ modelId: Id.optional(), open: z.boolean().default(true), at: Instant.optional() }).prefault({}),
    z.object({
      items: z.array(RetrainingItem),
      /** Of the items that are open: those that wait, those in work, and of the latter those past their day. */
      counts: z.object({ due: Count, inWork: Count, overdue: Count }),
      /** Of those that went live, open or not: days from asking to live at the median, and of how many. */
      lead: z.object({ median: z.number().nullable(), n: Count, words: Said }),
    }),
  ),
  /** Somebody asks for retraining that no drift asks for; with a name and a day it is in work at once. */
  askRetraining: command(
    z.object({
      modelId: Id,
      reason: z.string().trim().min(1).max(2000),
      at: Instant.optional(),
      owner: z.string().trim().min(1).max(500).optional(),
      until: CalendarDate.optional(),
    }),
    RetrainingItem,
  ),
  /**
   * In work: by whom, and until which day the new version is to be live. Given again, it is another plan. A monitored model
   * moves to Retraining with it.
   */
  startRetraining: command(
    z.object({
      id: Id,
      owner: z.string().trim().min(1).max(500),
      until: CalendarDate,
      /** When work began; now when left out. */
      at: Instant.optional(),
    }),
    RetrainingItem,
  ),
  /**
   * Ends retraining: by a version that went live (which goes live with it, if it is no release yet) or decided against, with
   * `note` as the reason, until a day. Without an outcome it is not said which; only later windows can ask for it again.
   */
  resolve: command(
    z.object({
      id: Id,
      note: z.string().max(2000).default(''),
      outcome: z.enum(['live', 'against']).optional(),
      /** With `live`: the version, and when it goes live where it has not. */
      version: z.string().trim().min(1).max(500).optional(),
      at: Instant.optional(),
      /** … and what it changes. */
      changed: z.array(z.enum(RELEASE_CHANGES)).max(4).optional(),
      /** With `against`: the last day for which the decision holds. */
      until: CalendarDate.optional(),
    }),
    RetrainingItem,
  ),
  measure,
  inspect,
};
