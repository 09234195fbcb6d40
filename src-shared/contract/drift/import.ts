import { z } from 'zod';
import { Count, FileReference, Id, Instant, JobId } from '../common';
import { matchedModel, Problem, previewHead } from '../imports/parts';

/** What a column of a plain table of drift results may be. */
export const DRIFT_FIELDS = [
  'time',
  'windowStart',
  'model',
  'column',
  'metric',
  'method',
  'base',
  'binning',
  'value',
  'nRef',
  'nCur',
  'nBins',
  'threshold',
  'lower',
  'upper',
  'verdict',
  'tool',
  'version',
  'modelVersion',
] as const;
export const DriftField = z.enum(DRIFT_FIELDS);
export type DriftField = z.output<typeof DriftField>;

const Rows = z.number().int().min(0).max(1e12).nullable();

/** What only a person can say about a file of drift results. All of it may be left out. */
export const DriftMapping = z.object({
  kind: z.literal('drift'),
  /**
   * Which model of the portfolio each name in the file stands for; `null` leaves its results out. The name is '' where the
   * file names none. What is not listed is looked up: by external id, then by the id here, then by name.
   */
  models: z
    .array(z.object({ name: z.string().max(500), modelId: Id.nullable() }))
    .max(10_000)
    .default([]),
  /** When results were computed that do not say it themselves. */
  at: Instant.nullable().default(null),
  /** Rows behind results that do not say them themselves. */
  nRef: Rows.default(null),
  nCur: Rows.default(null),
  /** Plain tables: the label of the column that holds a field. */
  columns: z
    .array(z.object({ field: DriftField, column: z.string().max(2000) }))
    .max(40)
    .default([]),
  dateOrder: z.enum(['dmy', 'mdy', 'ymd']).default('ymd'),
  decimal: z.enum(['.', ',']).default('.'),
  /** IANA name of the zone of times that say none. */
  timeZone: z.string().max(80).default('UTC'),
  /** Plain tables: what computed the figures, where no column says it. */
  tool: z.string().trim().max(120).default(''),
});
export type DriftMapping = z.output<typeof DriftMapping>;

/** A name in the file and the model that its results go to. */
export const DriftSubject = z.object({
  name: z.string(),
  ...matchedModel,
  /** `unknown`: no model fits, `ambiguous`: several do; either way its results are refused. `left_out`: the person said so. */
  found: z.enum(['name', 'external_id', 'own_id', 'file_name', 'chosen', 'ambiguous', 'unknown', 'left_out']),
  series: Count,
  points: Count,
});
export type DriftSubject = z.output<typeof DriftSubject>;

/** One series of a file: what would be drawn as one line. */
export const DriftSeriesPreview = z.object({
  name: z.string(),
  column: z.string(),
  metric: z.string(),
  method: z.string(),
  base: z.enum(['2', 'e']).nullable(),
  binning: z.string(),
  tool: z.string(),
  version: z.string(),
  points: Count,
  first: Instant,
  last: Instant,
  /** Of the figures that are numbers; `null` when none is. */
  lowest: z.number().nullable(),
  highest: z.number().nullable(),
  lastValue: z.number().nullable(),
  /** Limits that the tool compared the last value with. */
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  nRef: z.number().nullable(),
  nCur: z.number().nullable(),
  /** What the tool itself said, counted. */
  verdicts: z.object({ drift: Count, possible: Count, none: Count, unsaid: Count }),
  /** Where in the file the last of it stands: a JSON pointer, a table and row, a line. */
  pointer: z.string(),
});
export type DriftSeriesPreview = z.output<typeof DriftSeriesPreview>;

export const DriftPreview = z.object({
  format: z.literal('drift'),
  ...previewHead,
  mapping: DriftMapping,
  /** What wrote the file, and in which of its ways: `Evidently report`, `NannyML database` … */
  source: z.string(),
  tool: z.string(),
  version: z.string(),
  /** Whether results took their time from the file, from its name, from what was chosen, or have none. */
  time: z.enum(['file', 'file_name', 'chosen', 'missing']),
  subjects: z.array(DriftSubject),
  seriesTotal: Count,
  /** The first 2,000 series. */
  series: z.array(DriftSeriesPreview),
});
export type DriftPreview = z.output<typeof DriftPreview>;

export const DriftImportRequest = z.object({
  /** One file, or many of any tools: a year of weekly reports. A ZIP archive of reports counts as one. */
  file: z.union([FileReference, z.array(FileReference).min(1).max(2_000)]),
  /** The model that all results belong to, whatever the files call it. */
  modelId: Id.optional(),
  mapping: DriftMapping.optional(),
  encoding: z.string().max(40).default('auto'),
  delimiter: z.enum(['auto', ',', ';', '\t', '|']).default('auto'),
  jobId: JobId.optional(),
});
export type DriftImportRequest = z.output<typeof DriftImportRequest>;

const counts = { created: Count, updated: Count, unchanged: Count, rejected: Count };

export const DriftImportReply = z.object({
  ...counts,
  imports: z.array(z.object({ importId: Id, fileName: z.string(), source: z.string(), ...counts })),
  /** At most 5,000 of each file. */
  problems: z.array(Problem.extend({ fileName: z.string() })),
  problemsTotal: Count,
});
