import { z } from 'zod';
import { Count, Id } from '../common';

/** What a file may hold. Each is a module of its own behind one door: see "Adding an import kind" in ARCHITECTURE.md. */
export const IMPORT_KINDS = ['inventory', 'incidents', 'drift', 'registry'] as const;
export const ImportKindName = z.enum(IMPORT_KINDS);
export type ImportKindName = z.output<typeof ImportKindName>;

export const Problem = z.object({
  /** Line of the table, counted as a spreadsheet does: the header is row 1. 0 = the file as a whole. */
  row: Count,
  /** Label of the column; in a file that is no table, where in it (a JSON pointer). */
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

/** The model that a text of the file means. */
export const matchedModel = {
  modelId: Id.nullable(),
  modelName: z.string(),
  /** Where the text fits several models and none was chosen: the first of them. Else empty. */
  candidates: z.array(z.object({ modelId: Id, modelName: z.string(), unit: z.string() })),
};
export type ModelCandidate = z.output<typeof matchedModel.candidates.element>;

/** What every preview says, whatever the file holds: how it was read, what would be written, what is in the way. */
export const previewHead = {
  fileName: z.string(),
  fileKind: z.enum(['csv', 'xlsx', 'json', 'sqlite', 'zip']),
  /** WHATWG label; '' where the format leaves no choice. */
  encoding: z.string(),
  delimiter: z.string(),
  sheets: z.array(z.string()),
  sheet: z.string(),
  headerRow: Count,
  columns: z.array(SourceColumn),
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
};
