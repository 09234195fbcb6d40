import { z } from 'zod';
import { DRIFT_COLUMN_KINDS, DRIFT_VERDICTS, MEASURED_METRICS } from '#domain/drift/vocabulary';
import { Count, FileReference, Id, Instant, JobId } from '../common';
import { query, Said } from '../define';

const Column = z.string().max(2000);
const Kind = z.enum(DRIFT_COLUMN_KINDS);
const Verdict = z.enum(DRIFT_VERDICTS);
export const DateOrder = z.enum(['dmy', 'mdy', 'ymd']);

/** Rows of one file whose date lies between two days or instants, both in it; a side without an end is open. */
export const DateRange = z.object({
  column: Column,
  from: Instant.optional(),
  to: Instant.optional(),
  /** Found from the dates themselves when left out. */
  order: DateOrder.optional(),
});

/** Of a CSV file: a WHATWG label; found from the file itself when left out. */
const Encoding = z.string().max(40);

const Cell = z.union([z.number(), z.string().max(100_000), z.boolean(), z.null()]);

/** A CSV or Parquet file, columns of values, or counts in bins that somebody else made. */
export const DriftSide = z.union([
  FileReference,
  z.object({ file: FileReference, rows: DateRange.optional(), encoding: Encoding.optional() }).strict(),
  z.object({ values: z.record(Column, z.array(Cell)) }).strict(),
  z.object({ counts: z.record(Column, z.record(z.string().max(100_000), z.number().min(0))) }).strict(),
]);
export type DriftSide = z.output<typeof DriftSide>;

const ascending = (edges: readonly number[]): boolean =>
  edges.every((edge, at) => at === 0 || edge > (edges[at - 1] ?? edge));

export const MeasureRequest = z.object({
  reference: DriftSide,
  current: DriftSide,
  /** All columns of either side when left out. */
  columns: z.array(Column).max(2000).optional(),
  options: z
    .object({
      /** Where the cells are not to tell the type. */
      types: z.record(Column, Kind).default({}),
      /** Limits between bins, in place of the deciles of the reference; the outermost bins are open. */
      edges: z
        .record(
          Column,
          z.array(z.number()).min(1).max(1000).refine(ascending, 'write the limits between bins in ascending order'),
        )
        .default({}),
      bands: z.partialRecord(z.enum(MEASURED_METRICS), z.object({ watch: z.number(), act: z.number() })).default({}),
      decimal: z.enum(['.', ',', 'auto']).default('auto'),
    })
    .prefault({}),
  /** The model whose bands judge; the portfolio's own without, where one is open. `options.bands` stand before both. */
  modelId: Id.optional(),
  jobId: JobId.optional(),
});
export type MeasureRequest = z.output<typeof MeasureRequest>;

/** JSON has no infinity: it is written out. `null`: there is no such figure, which is not 0. */
const Figure = z.union([z.number(), z.literal('Infinity')]).nullable();
const Edge = z.union([z.number(), z.literal(['-Infinity', 'Infinity'])]);
const MaybeNumber = z.number().nullable();
const NewValue = z.object({ value: z.string(), rows: Count });

export const MeasuredColumn = z.object({
  column: z.string(),
  /** How it was compared; `null`: it was not, and the notes say why. */
  kind: Kind.nullable(),
  nRef: z.number(),
  nCur: z.number(),
  missing: z.object({ reference: MaybeNumber, current: MaybeNumber }),
  metrics: z.record(z.enum(MEASURED_METRICS), Figure),
  /** What figures over bins would be at these sizes without drift. */
  noise: z.object({ psiMean: MaybeNumber, psi95: MaybeNumber, js95: MaybeNumber }),
  withinNoise: z.boolean(),
  binning: z.enum(['deciles', 'edges_given', 'values', 'counts_given']).nullable(),
  edges: z.array(Edge).nullable(),
  bins: z.array(
    z.object({
      kind: z.enum(['range', 'category', 'other', 'new', 'missing']),
      label: z.string(),
      from: MaybeNumber,
      to: MaybeNumber,
      reference: z.number(),
      current: z.number(),
    }),
  ),
  newValues: z.array(NewValue),
  ksMethod: z.enum(['exact', 'asymptotic']).nullable(),
  psiHalfCount: MaybeNumber,
  emptyBins: Count,
  adjusted: z.object({ ksP: MaybeNumber, chi2P: MaybeNumber }),
  verdict: Verdict,
  verdicts: z.partialRecord(z.enum(MEASURED_METRICS), Verdict),
  notes: z.array(Said),
});
export type MeasuredColumn = z.output<typeof MeasuredColumn>;

const SideName = z.object({ name: z.string(), rows: Count.nullable() });

export const measure = query(
  MeasureRequest,
  z.object({
    reference: SideName,
    current: SideName,
    columns: z.array(MeasuredColumn),
    /** Columns that were not asked for and that one side alone has, each with the sentence that says so. */
    unmatched: z.array(z.object({ column: z.string(), note: Said })),
  }),
);

/** What is in a file, so that columns, their types and date ranges can be chosen. */
export const inspect = query(
  z.object({ file: FileReference, encoding: Encoding.optional(), jobId: JobId.optional() }),
  z.object({
    fileName: z.string(),
    /** WHATWG label of a CSV file's encoding, as it was found or asked for; '' for Parquet. */
    encoding: z.string(),
    rows: Count,
    columns: z.array(
      z.object({
        column: z.string(),
        /** What the cells look like; `none`: nothing that can be compared, `why` says it. */
        type: z.enum([...DRIFT_COLUMN_KINDS, 'dates', 'none']),
        why: Said.nullable(),
        missing: Count,
        samples: z.array(z.string()),
        /** First and last day of dates; `null` where they do not tell their order of day and month. */
        from: Instant.nullable(),
        to: Instant.nullable(),
      }),
    ),
  }),
);
