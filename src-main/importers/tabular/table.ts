import type { ImportRequest } from '#contract/imports/imports';
import type { Problem } from '#contract/imports/parts';

/** A table of texts as a file gave it: nothing is interpreted yet. */
export interface Table {
  readonly fileName: string;
  readonly fileKind: 'csv' | 'xlsx';
  /** WHATWG label such as `utf-8`; '' for XLSX. */
  readonly encoding: string;
  /** '' for XLSX. */
  readonly delimiter: string;
  /** Names of the worksheets; empty for CSV. */
  readonly sheets: readonly string[];
  readonly sheet: string;
  /** Counted as a spreadsheet does: the first row is 1. */
  readonly headerRow: number;
  /** Unique labels of the columns. */
  readonly labels: readonly string[];
  /** Every row has exactly one text a label. */
  readonly rows: readonly (readonly string[])[];
  /** Spreadsheet row number of `rows[i]`. */
  readonly rowNumbers: readonly number[];
  /** SHA-256 (hex) of the file's bytes. */
  readonly contentHash: string;
  /** What was odd about the table itself; an effect `row_refused` means that the row is not to be trusted. */
  readonly problems: readonly Problem[];
}

export interface ReadOptions {
  /** 'auto' or a WHATWG label. */
  readonly encoding: string;
  readonly delimiter: ImportRequest['delimiter'];
  /** The first worksheet with data when left out. */
  readonly sheet?: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (doneBytes: number, totalBytes: number) => void;
  /** Awaited between two steps of a long read, so that what was read can be put away. */
  readonly betweenSteps?: () => Promise<void>;
}

/** Rows as a parser found them, before a header is told from data. */
export interface RawRows {
  readonly records: readonly (readonly string[])[];
  /** Spreadsheet row number of `records[i]`. */
  readonly numbers: readonly number[];
  readonly problems: readonly Problem[];
}

/** How an import request wants its file read. */
export const readOptions = (
  request: Pick<ImportRequest, 'encoding' | 'delimiter' | 'sheet'>,
  signal: AbortSignal,
  onProgress?: ReadOptions['onProgress'],
): ReadOptions => ({
  encoding: request.encoding,
  delimiter: request.delimiter,
  ...(request.sheet === undefined ? {} : { sheet: request.sheet }),
  signal,
  ...(onProgress === undefined ? {} : { onProgress }),
});
