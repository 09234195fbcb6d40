import { z } from 'zod';
import { Count, Empty, FileReference, Id, Instant, JobId } from './common';
import { command, query } from './define';

/** What a column of an inventory may become. Money is read in major units of the portfolio's currency. */
export const IMPORT_FIELDS = [
  'name',
  'purpose',
  'unit',
  'businessOwner',
  'technicalOwner',
  'type',
  'origin',
  'tier',
  'updateFrequency',
  'criticality',
  'personalData',
  'annualValue',
  'annualRunCost',
  'nextReview',
  'tags',
  'notes',
  'version',
  'externalId',
  'externalUrl',
  'stage',
  /** yes or no: a deployed model that is watched becomes `monitored`. */
  'monitored',
  'proposedAt',
  'dataPreparationAt',
  'trainingAt',
  'validationAt',
  'deployedAt',
  'monitoredAt',
  'retiredAt',
] as const;
export const ImportField = z.enum(IMPORT_FIELDS);
export type ImportField = z.output<typeof ImportField>;

export const FieldMapping = z.object({
  field: ImportField,
  /** Labels of the columns; several are joined by `separator`. A repeated header is labelled `Header (2)` and so on. */
  columns: z.array(z.string().max(2000)).min(1).max(10),
  separator: z.string().max(10).default(' / '),
  /** Cell → value, compared without case and surplus blanks. A `to` of '' leaves the field empty. */
  values: z
    .array(z.object({ from: z.string().max(5000), to: z.string().max(200) }))
    .max(1000)
    .default([]),
});
export type FieldMapping = z.output<typeof FieldMapping>;

export const Mapping = z.object({
  fields: z.array(FieldMapping).max(60),
  /** Fields that together name a model, so that the same file can be imported again without duplicates. */
  key: z.array(ImportField).max(6).default(['name']),
  dateOrder: z.enum(['dmy', 'mdy', 'ymd']).default('ymd'),
  decimal: z.enum(['.', ',']).default('.'),
  /** Cells that mean "nothing said", compared without case. */
  emptyWords: z.array(z.string().max(200)).max(100).default([]),
  /** Rows that share their key with an earlier row: keep as models of their own, or refuse them. Shown either way. */
  duplicates: z.enum(['keep', 'refuse']).default('keep'),
  /** System name that external ids and URLs belong to. */
  externalSystem: z.string().trim().max(120).default(''),
});
export type Mapping = z.output<typeof Mapping>;

export const ImportRequest = z.object({
  file: FileReference,
  format: z.enum(['auto', 'inventory']).default('auto'),
  /** 'auto' or a WHATWG label such as `windows-1252`. */
  encoding: z.string().max(40).default('auto'),
  delimiter: z.enum(['auto', ',', ';', '\t', '|']).default('auto'),
  /** Worksheet of an XLSX file; the first one with data when left out. */
  sheet: z.string().max(200).optional(),
  mapping: Mapping.optional(),
  /** Id of a preset; without mapping and preset the columns are guessed. */
  preset: z.string().max(120).optional(),
  timeZone: z.string().max(80).optional(),
  dateOrder: z.enum(['dmy', 'mdy', 'ymd']).optional(),
  jobId: JobId.optional(),
});
export type ImportRequest = z.output<typeof ImportRequest>;

export const Problem = z.object({
  /** Line of the table, counted as a spreadsheet does: the header is row 1. 0 = the file as a whole. */
  row: Count,
  column: z.string(),
  code: z.string(),
  message: z.string(),
  value: z.string(),
  /** What follows: the row is not imported, the value is left out (kept as text in provenance), or just so you know. */
  effect: z.enum(['row_refused', 'value_refused', 'note']),
});
export type Problem = z.output<typeof Problem>;

export const SourceColumn = z.object({
  label: z.string(),
  index: Count,
  filled: Count,
  distinct: Count,
  samples: z.array(z.string()),
  /** Every distinct cell with its count, when there are few enough to map one by one. */
  values: z.array(z.object({ text: z.string(), count: Count })).nullable(),
});

export const PreviewRow = z.object({
  row: Count,
  action: z.enum(['create', 'update', 'unchanged', 'refuse']),
  modelId: Id.nullable(),
  name: z.string(),
  stage: z.string(),
  /** Field → text, as it would be stored. */
  values: z.array(z.object({ field: z.string(), text: z.string(), before: z.string() })),
});

export const Preview = z.object({
  format: z.literal('inventory'),
  fileName: z.string(),
  fileKind: z.enum(['csv', 'xlsx']),
  encoding: z.string(),
  delimiter: z.string(),
  sheets: z.array(z.string()),
  sheet: z.string(),
  headerRow: Count,
  columns: z.array(SourceColumn),
  mapping: Mapping,
  preset: z.string().nullable(),
  rows: Count,
  creates: Count,
  updates: Count,
  unchanged: Count,
  rejected: Count,
  /** At most 5,000; `problemsTotal` counts all, `problemsByCode` says of what. */
  problems: z.array(Problem),
  problemsTotal: Count,
  problemsByCode: z.array(
    z.object({ code: z.string(), effect: z.string(), column: z.string(), count: Count, message: z.string() }),
  ),
  /** The first 200 rows as they would be stored. */
  sample: z.array(PreviewRow),
});
export type Preview = z.output<typeof Preview>;

export const ImportRecord = z.object({
  id: Id,
  at: Instant,
  actor: z.string(),
  fileName: z.string(),
  format: z.string(),
  preset: z.string().nullable(),
  rows: Count,
  created: Count,
  updated: Count,
  unchanged: Count,
  rejected: Count,
  undone: z.boolean(),
});

export const Preset = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  shipped: z.boolean(),
  mapping: Mapping,
});
export type Preset = z.output<typeof Preset>;

export const imports = {
  preview: query(ImportRequest, Preview),
  apply: command(
    ImportRequest,
    z.object({ importId: Id, created: Count, updated: Count, unchanged: Count, rejected: Count }),
  ),
  undo: command(z.object({ importId: Id }), z.object({ reverted: Count })),
  list: query(Empty, z.object({ imports: z.array(ImportRecord) })),
  problems: query(z.object({ importId: Id }), z.object({ problems: z.array(Problem) })),
  presets: query(Empty, z.object({ presets: z.array(Preset) })),
  savePreset: command(z.object({ name: z.string().trim().min(1).max(120), mapping: Mapping }), Preset),
  removePreset: command(z.object({ id: Id }), z.object({ removed: Count })),
};
