import type { Problem } from '#contract/imports/parts';
import type { OpensTable, OpenTable, Pass, ReadOptions, RowBlock, Table, TablePart } from './table';

/** A table that nobody works on any more gives its memory back. */
const KEEP_MS = 5 * 60_000;

/** A sample has no more than either of these. */
const SAMPLED_ROWS = 20_000;
const SAMPLED_CELLS = 1_000_000;

const BLOCK = 1_000;

/** The beginning of a table that is held, and the way to all of it. */
export interface SampledTable {
  readonly open: OpenTable;
  /** Its first rows. */
  readonly sample: Table;
  /** These are all rows that it has. */
  readonly whole: boolean;
}

/** The table that was sampled last: a mapping is edited step by step, and the file stays the same meanwhile. */
let last: { readonly key: string; readonly table: SampledTable; readonly end: NodeJS.Timeout } | null = null;

/**
 * Opens a table of any length and holds its beginning, for what has to look at many rows at once, such as a guess of its
 * mapping. Failures are `bad_file` with a sentence for the person, or `cancelled`.
 */
export async function sampleTable(path: string, options: ReadOptions, openTable: OpensTable): Promise<SampledTable> {
  const open = await openTable(path, options);
  const { encoding, delimiter, sheet, sheets, totals } = options;
  const key = JSON.stringify([open.contentHash, open.fileName, encoding, delimiter, sheet, sheets, totals]);
  if (last?.key === key) {
    last.end.refresh();
    // The same bytes may lie elsewhere by now: their rows are read from where the file was chosen last.
    return { ...last.table, open };
  }
  const table = await readSample(open, options);
  if (last) clearTimeout(last.end);
  const end = setTimeout(() => {
    last = null;
  }, KEEP_MS).unref();
  last = { key, table, end };
  return table;
}

async function readSample(open: OpenTable, options: ReadOptions): Promise<SampledTable> {
  const { rows: readRows, ...head } = open;
  const rows: (readonly string[])[] = [];
  const rowNumbers: number[] = [];
  const problems: Problem[] = [];
  const parts: TablePart[] = [];
  const most = Math.min(SAMPLED_ROWS, Math.ceil(SAMPLED_CELLS / Math.max(1, head.labels.length)));
  let whole = true;
  const pass: Pass = {
    signal: options.signal,
    onProgress: options.onProgress,
    report: (problem) => problems.push(problem),
    part: (part) => parts.push(part),
  };
  for await (const block of readRows(pass)) {
    for (const row of block.rows) rows.push(row);
    for (const number of block.numbers) rowNumbers.push(number);
    if (rows.length <= most) continue;
    whole = false;
    break;
  }
  return { open, sample: { ...head, rows, rowNumbers, problems, parts }, whole };
}

/** The rows of a table, held or not, in blocks; what is odd about it is told on the way. */
export async function* rowBlocks(table: Table | OpenTable, pass: Pass): AsyncGenerator<RowBlock> {
  if (!('rowNumbers' in table)) {
    yield* table.rows(pass);
    return;
  }
  const { rows, rowNumbers, problems } = table;
  for (const problem of problems) pass.report?.(problem);
  for (let from = 0; from < rows.length; from += BLOCK) {
    yield { rows: rows.slice(from, from + BLOCK), numbers: rowNumbers.slice(from, from + BLOCK) };
    pass.onProgress?.(Math.min(from + BLOCK, rows.length), rows.length);
  }
}
