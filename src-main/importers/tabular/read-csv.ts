import Papa from 'papaparse';
import type { Problem } from '#contract/imports/parts';
import { decodeInSteps, type Encoding } from './decode';
import { chooseDelimiter, readSeparatorLine } from './delimiter';
import { badFile, breathe } from './failures';
import { refuseForeignText } from './file-kind';
import { count, LIMITS } from './limits';
import type { RawRows, ReadOptions } from './table';

/** What `Papa.Parser.parse` answers; its types leave it open. */
interface Parsed {
  readonly data: readonly string[][];
  readonly errors: readonly { readonly code: string; readonly row: number }[];
  readonly meta: { readonly cursor: number };
}

/** Characters that are enough to tell delimiter and kind. */
const SAMPLE = 65_536;

/** Parses in steps that let other work pass. Line ends may be mixed; inside a cell they become LF. */
export async function readCsv(
  fileName: string,
  bytes: Uint8Array,
  encoding: Encoding,
  options: ReadOptions,
): Promise<RawRows & { delimiter: string }> {
  const records: (readonly string[])[] = [];
  const problems: Problem[] = [];
  let parser: { delimiter: string; parse: (text: string, last: boolean) => Parsed } | null = null;
  let pending = '';
  let carriageReturn = '';
  for (const { text, done } of decodeInSteps(bytes, encoding)) {
    const last = done === bytes.length;
    const raw = carriageReturn + text;
    // A CR at the end of a step may be half of a CRLF.
    carriageReturn = !last && raw.endsWith('\r') ? '\r' : '';
    pending += (carriageReturn ? raw.slice(0, -1) : raw).replace(/\r\n?/g, '\n');
    if (!parser) {
      refuseForeignText(fileName, pending.slice(0, SAMPLE));
      const separator = readSeparatorLine(pending);
      if (separator) pending = separator.rest;
      parser = createParser(chooseDelimiter(options.delimiter, separator?.delimiter, pending));
    }
    const parsed = parser.parse(pending, last);
    collect(fileName, parsed, records, problems);
    pending = pending.slice(parsed.meta.cursor);
    if (!last && pending.length > LIMITS.record) throw overlongRecord(fileName, records.length + 1, pending);
    options.onProgress?.(done, bytes.length);
    await breathe(options.signal);
  }
  return { records, numbers: records.map((_, index) => index + 1), problems, delimiter: parser?.delimiter ?? ',' };
}

function createParser(delimiter: string): { delimiter: string; parse: (text: string, last: boolean) => Parsed } {
  const parser = new Papa.Parser({ delimiter, newline: '\n' });
  return { delimiter, parse: (text, last): Parsed => parser.parse(text, 0, !last) };
}

function collect(fileName: string, parsed: Parsed, records: (readonly string[])[], problems: Problem[]): void {
  const base = records.length;
  for (const error of parsed.errors) {
    // A record that is not complete yet comes again with the next step.
    if (error.row >= parsed.data.length || problems.length >= LIMITS.problems) continue;
    const row = base + error.row + 1;
    const previous = problems.at(-1);
    if (previous?.row === row && previous.code !== 'unclosed_quote') problems.pop();
    problems.push(quoteProblem(error.code, row, (parsed.data[error.row] ?? []).join(' ')));
  }
  for (const record of parsed.data) {
    checkRecord(fileName, record, records.length + 1);
    records.push(record);
  }
  if (records.length > LIMITS.rows + 1) {
    throw badFile(
      `${fileName} has more than ${count(LIMITS.rows)} rows, the most that can be read. Split it and import the parts.`,
    );
  }
}

function checkRecord(fileName: string, record: readonly string[], row: number): void {
  if (record.length > LIMITS.columns) throw tooManyColumns(fileName, record.length, row);
  for (const cell of record) {
    if (cell.length > LIMITS.cell) throw overlongCell(fileName, row, cell.length);
  }
}

export const tooManyColumns = (fileName: string, columns: number, row: number): Error =>
  badFile(
    `${fileName} has ${count(columns)} columns in row ${count(row)}; a table may have up to ${count(LIMITS.columns)}. Leave out the columns that are not needed.`,
  );

export const overlongCell = (fileName: string, row: number, length: number): Error =>
  badFile(
    `A cell in row ${count(row)} of ${fileName} is ${count(length)} characters long; up to ${count(LIMITS.cell)} can be read. Perhaps a quotation mark is never closed: look at that row in a text editor.`,
  );

function overlongRecord(fileName: string, row: number, pending: string): Error {
  const quoted = pending.includes('"');
  const hint = quoted
    ? 'Perhaps a quotation mark opens there and is never closed: look at it in a text editor.'
    : 'This does not look like a table with one record a line.';
  return badFile(`Line ${count(row)} of ${fileName} is more than ${count(LIMITS.record)} characters long. ${hint}`);
}

function quoteProblem(code: string, row: number, text: string): Problem {
  const value = text.slice(0, 300);
  if (code === 'MissingQuotes') {
    const message = `A quotation mark in row ${count(row)} is never closed, so all that follows it was read as one cell. Close it in the file and import it again; the row is not imported.`;
    return { row, column: '', code: 'unclosed_quote', message, value, effect: 'row_refused' };
  }
  const message = `Row ${count(row)} has a quotation mark in the middle of a cell. It was kept as it stands; check the row.`;
  return { row, column: '', code: 'stray_quote', message, value, effect: 'note' };
}
