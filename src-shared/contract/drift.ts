import { z } from 'zod';
import { Count, Id, Instant } from './common';
import { command, query } from './define';

const Text = z.string().max(500);
const Rows = z.number().int().min(0).max(1e12);

export const ToolVerdict = z.enum(['drift', 'possible', 'none']);

/** Both distributions behind a figure, kept where a tool gives them. */
export const Distribution = z.object({
  /** What each bin is called, in order: `≤ 12.5`, `12.5 – 20`, `missing` … */
  bins: z.array(Text).min(1).max(1000),
  /** Inner limits of numeric bins, ascending; `null`: the bins are categories. */
  edges: z.array(z.number()).max(1000).nullable().default(null),
  /** Rows (or shares) in each bin. */
  reference: z.array(z.number().min(0)).max(1000),
  current: z.array(z.number().min(0)).max(1000),
});
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
  /** Series of one model, each down-sampled to at most `points` with its highest and lowest values kept. */
  series: query(
    z.object({
      modelId: Id,
      column: Text.optional(),
      metric: Text.optional(),
      from: Instant.optional(),
      to: Instant.optional(),
      points: z.number().int().min(4).max(200_000).default(2000),
    }),
    z.object({
      series: z.array(
        z.object({
          /** Names the series in the other channels. */
          id: z.number().int(),
          column: z.string(),
          metric: z.string(),
          method: z.string(),
          base: z.enum(['2', 'e']).nullable(),
          binning: z.string(),
          source: z.string(),
          /** Points in the range before down-sampling. */
          n: Count,
          t: z.array(Instant),
          v: z.array(z.number().nullable()),
          nRef: z.array(z.number().nullable()),
          nCur: z.array(z.number().nullable()),
          toolVerdict: z.array(ToolVerdict.nullable()),
          /** The tool's own limits at each point. */
          thresholds: z.object({ lower: z.array(z.number().nullable()), upper: z.array(z.number().nullable()) }),
        }),
      ),
    }),
  ),
};
