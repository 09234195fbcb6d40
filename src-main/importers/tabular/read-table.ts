import type { Problem } from '#contract/imports/parts';
import { badFile } from './failures';
import { count, LIMITS } from './limits';
import { openTable as openHere } from './open-table';
import type { OpensTable, ReadOptions, Table, TablePart } from './table';

/** A table that nobody works on any more gives its memory back. */
const KEEP_MS = 5 * 60_000;

/** The table that was read last: a mapping is edited step by step, and the file stays the same meanwhile. */
let last: { readonly key: string; readonly table: Table; readonly end: NodeJS.Timeout } | null = null;

/**
 * Reads any table as a whole, found by its content. Failures are `bad_file` with a sentence for the person, or `cancelled`.
 * For a table that may be long `openTable` gives its rows in blocks.
 */
export async function readTable(path: string, options: ReadOptions, openTable: OpensTable = openHere): Promise<Table> {
  const { rows: readRows, ...head } = await openTable(path, options);
  const { encoding, delimiter, sheet, sheets, totals } = options;
  // The content's hash is part of the key: a file that was changed in between is read again.
  const key = JSON.stringify([head.contentHash, head.fileName, encoding, delimiter, sheet, sheets, totals]);
  if (last?.key === key) {
    last.end.refresh();
    return last.table;
  }
  const rows: (readonly string[])[] = [];
  const rowNumbers: number[] = [];
  const problems: Problem[] = [];
  const parts: TablePart[] = [];
  const pass = {
    signal: options.signal,
    onProgress: options.onProgress,
    report: (problem: Problem) => problems.push(problem),
    part: (part: TablePart) => parts.push(part),
  };
  for await (const block of readRows(pass)) {
    if (rows.length + block.rows.length > LIMITS.rows) throw tooManyRows(head.fileName);
    for (const row of block.rows) rows.push(row);
    for (const number of block.numbers) rowNumbers.push(number);
  }
  const table: Table = { ...head, rows, rowNumbers, problems, parts };
  if (last) clearTimeout(last.end);
  const end = setTimeout(() => {
    last = null;
  }, KEEP_MS).unref();
  last = { key, table, end };
  return table;
}

const tooManyRows = (fileName: string): Error =>
  badFile(
    `${fileName} has more than ${count(LIMITS.rows)} rows, the most that can be read. Split it and import the parts.`,
  );
