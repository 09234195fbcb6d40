import { z } from 'zod';
import { DECISIONS } from '#domain/models/history/told';
import { Count, Id } from '../common';
import { Said } from '../define';

/** What a file may hold. Each is a module of its own behind one door: see "Adding an import kind" in ARCHITECTURE.md. */
export const IMPORT_KINDS = ['inventory', 'incidents', 'drift', 'versions', 'worklist', 'registry'] as const;
export const ImportKindName = z.enum(IMPORT_KINDS);
export type ImportKindName = z.output<typeof ImportKindName>;

/** `file`: the file's value is written. `ours`: it is not. `ask`: nothing is written until somebody says. */
export const ImportDecision = z.enum(DECISIONS);
/** Who is right about a field. */
export const Rule = z.object({ field: z.string().max(80), decision: ImportDecision });

export const Problem = z.object({
  /** Line of the table, counted as a spreadsheet does: the header is row 1. 0 = the file as a whole. */
  row: Count,
  /** Label of the column; in a file that is no table, where in it (a JSON pointer). */
  column: z.string(),
  code: z.string(),
  message: Said,
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
  fileKind: z.enum(['csv', 'xlsx', 'ods', 'xls', 'html', 'json', 'sqlite', 'zip']),
  /** WHATWG label (or `ibm850`); '' where the format leaves no choice. */
  encoding: z.string(),
  /** False: the text could as well be in another of `encodings`, so a person is to look at their samples. */
  encodingCertain: z.boolean(),
  /** What the text could be written in, the taken one first, with the same lines of the file in each; empty: no question. */
  encodings: z.array(z.object({ encoding: z.string(), sample: z.string() })),
  delimiter: z.string(),
  /** Names of what the file holds several of: worksheets, files in an archive, lists in JSON, tables of a page. */
  sheets: z.array(z.string()),
  /** The same with what a person sees of each in the program that it was made with. */
  sheetList: z.array(z.object({ name: z.string(), state: z.enum(['visible', 'hidden', 'veryHidden']) })),
  /** The first of `chosenSheets`; '' where there is nothing to choose. */
  sheet: z.string(),
  /** Those that were read; the rows of several are put together, with a column that names the sheet. */
  chosenSheets: z.array(z.string()),
  /** Of several sheets: rows from `firstRow` on are of `sheet`, whose own row number is smaller by `offset`. */
  parts: z.array(z.object({ sheet: z.string(), firstRow: Count, offset: Count })),
  /** 0: the columns' names are no row of the file. */
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
    z.object({ code: z.string(), effect: z.string(), column: z.string(), count: Count, message: Said }),
  ),
};
