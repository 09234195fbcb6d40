import type { ImportRequest } from '#contract/imports/imports';
import type { Problem } from '#contract/imports/parts';
import type { Encoding, EncodingChoice } from './encoding/decode';

export type TableFileKind = 'csv' | 'xlsx' | 'ods' | 'xls' | 'json' | 'html';

/** What a person sees of a sheet in the program that it was made with. */
export type SheetState = 'visible' | 'hidden' | 'veryHidden';

/** A worksheet, or whatever else a file holds several of: files in an archive, lists in JSON, tables of a page. */
export interface SheetInfo {
  readonly name: string;
  readonly state: SheetState;
}

/** Rows of one sheet among those of several that were put together. */
export interface TablePart {
  readonly sheet: string;
  /** Number of its first row in the table that was put together. */
  readonly firstRow: number;
  /** What its row numbers are increased by: row `n` of the table is row `n - offset` of the sheet. */
  readonly offset: number;
}

/** What is known of a table before its rows are read. */
export interface TableHead {
  readonly fileName: string;
  readonly fileKind: TableFileKind;
  /** WHATWG label such as `utf-8`; '' where the format leaves no choice. */
  readonly encoding: string;
  /** False: others are as likely; see `encodings`. */
  readonly encodingCertain: boolean;
  /** What else the text could be written in, the taken one first, each with the same lines; empty: nothing to ask. */
  readonly encodings: readonly EncodingChoice[];
  /** '' where there is none. */
  readonly delimiter: string;
  /** What the file holds several of; empty for a file that is one table. */
  readonly sheets: readonly SheetInfo[];
  /** Those that were read. */
  readonly chosenSheets: readonly string[];
  /** Counted as a spreadsheet does: the first row is 1. 0: the labels are no row of the file. */
  readonly headerRow: number;
  /** Unique labels of the columns. */
  readonly labels: readonly string[];
  /** SHA-256 (hex) of the file's bytes. */
  readonly contentHash: string;
}

/** A table of texts as a file gave it, held as a whole: nothing is interpreted yet. */
export interface Table extends TableHead {
  /** Every row has exactly one text a label. */
  readonly rows: readonly (readonly string[])[];
  /** Spreadsheet row number of `rows[i]`. */
  readonly rowNumbers: readonly number[];
  /** What was odd about the table itself; an effect `row_refused` means that the row is not to be trusted. */
  readonly problems: readonly Problem[];
  /** Where several sheets were put together. */
  readonly parts: readonly TablePart[];
}

/** Some rows of a table in their order. */
export interface RowBlock {
  /** Every row has exactly one text a label. */
  readonly rows: readonly (readonly string[])[];
  /** Spreadsheet row number of `rows[i]`; unique over all sheets that were put together. */
  readonly numbers: readonly number[];
}

/** A reading of all rows, from the beginning. */
export interface Pass {
  readonly signal?: AbortSignal | undefined;
  /** Told of each thing that is odd about the table, at most 5,000. */
  readonly report?: ((problem: Problem) => void) | undefined;
  /** In bytes where they can be counted. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  /** Told where the rows of each sheet begin, when several are put together. */
  readonly part?: ((part: TablePart) => void) | undefined;
}

/** A table of any length: its rows come in blocks and are never held as a whole. */
export interface OpenTable extends TableHead {
  /** All rows from the beginning; may be asked again, and left before its end. */
  rows(pass: Pass): AsyncGenerator<RowBlock>;
}

/** Opens a table here (`openTable`) or in a thread of its own (`readers/`). */
export type OpensTable = (path: string, options: ReadOptions) => Promise<OpenTable>;

export interface ReadOptions {
  /** 'auto' or a WHATWG label. */
  readonly encoding: string;
  readonly delimiter: ImportRequest['delimiter'];
  /** The first visible sheet with data when left out. */
  readonly sheet?: string | undefined;
  /** Several sheets with the same headers: their rows are put together, with a column that names the sheet. */
  readonly sheets?: readonly string[] | undefined;
  /** Rows of totals are left out with a note, unless this says to keep them. */
  readonly totals?: 'leave_out' | 'keep' | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (doneBytes: number, totalBytes: number) => void;
  /** Awaited between two steps of a long read, so that what was read can be put away. */
  readonly betweenSteps?: () => Promise<void>;
}

/** Cells that one cell stands for, by row number and index of the column, both ends included. */
export interface MergedRange {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Rows as a format gives them, before a header is told from data. */
export interface RecordBlock {
  readonly records: readonly (readonly string[])[];
  /** Spreadsheet row number of `records[i]`. */
  readonly numbers: readonly number[];
  /** Ranges that begin in this block or behind it. */
  readonly merges?: readonly MergedRange[];
}

/** One table of a file: a worksheet, a text, a list. */
export interface SheetReader {
  /** `null` where the format leaves no choice. */
  readonly encoding: Encoding | null;
  readonly delimiter: string;
  /** Labels that are no row of the file; `null`: they are to be found among its rows. */
  readonly labels: readonly string[] | null;
  /** False for lists that a program wrote: they have no titles and no totals. */
  readonly byHand: boolean;
  /** All records from the beginning; may be asked again. */
  records(pass: Pass): AsyncGenerator<RecordBlock>;
}

/** A file whose tables can be read. */
export interface OpenedFile {
  readonly fileName: string;
  readonly fileKind: TableFileKind;
  readonly contentHash: string;
  /** Empty: the file is one table, of the name ''. */
  readonly sheets: readonly SheetInfo[];
  reader(sheet: string): Promise<SheetReader>;
}

/** How an import request wants its file read. */
export const readOptions = (
  request: Pick<ImportRequest, 'encoding' | 'delimiter' | 'sheet' | 'sheets' | 'totals'>,
  signal: AbortSignal,
  onProgress?: ReadOptions['onProgress'],
): ReadOptions => ({
  encoding: request.encoding,
  delimiter: request.delimiter,
  sheet: request.sheet,
  sheets: request.sheets,
  totals: request.totals,
  signal,
  ...(onProgress === undefined ? {} : { onProgress }),
});
