import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import Papa from 'papaparse';
import { uniqueLabels } from './build-table';
import { decoderOf, findEncoding } from './decode';
import { chooseDelimiter, readSeparatorLine } from './delimiter';
import { badFile, breathe } from './failures';
import { refuseForeignText, tellFileKind } from './file-kind';
import { count, LIMITS } from './limits';
import { readable } from './load-file';
import { readTable } from './read-table';
import type { ReadOptions } from './table';

/** Takes the rows of a table one by one. */
export interface RowReceiver {
  header(labels: readonly string[]): void;
  /** @param number as a spreadsheet counts: the first row of the file is 1 */
  row(cells: readonly string[], number: number): void;
}

export interface StreamedTable {
  readonly fileKind: 'csv' | 'xlsx';
  readonly encoding: string;
  readonly delimiter: string;
  readonly contentHash: string;
}

const STEP = 256 * 1024;
const SAMPLE = 65_536;

/**
 * Reads a table of any length without holding it: a CSV file comes in steps of a megabyte. A worksheet is read whole, for
 * it cannot have more than about a million rows. Rows that are wholly empty are left out.
 */
export async function streamRows(path: string, options: ReadOptions, receiver: RowReceiver): Promise<StreamedTable> {
  const fileName = basename(path);
  try {
    const handle = await open(path, 'r');
    try {
      const start = Buffer.alloc(SAMPLE);
      const { bytesRead } = await handle.read(start, 0, SAMPLE, 0);
      if (bytesRead === 0) throw badFile(`${fileName} is empty (0 bytes). Save the table again and choose that file.`);
      const first = start.subarray(0, bytesRead);
      if (tellFileKind(fileName, first) === 'xlsx') return await streamWorksheet(path, options, receiver);
      return await streamCsv(handle, fileName, startOf(first), options, receiver);
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw readable(error, fileName);
  }
}

/** Up to the last whole line, so that no character is cut in two. */
const startOf = (bytes: Buffer): Buffer =>
  bytes.length < SAMPLE || bytes.lastIndexOf(10) < 0 ? bytes : bytes.subarray(0, bytes.lastIndexOf(10) + 1);

async function streamWorksheet(path: string, options: ReadOptions, receiver: RowReceiver): Promise<StreamedTable> {
  const table = await readTable(path, options);
  receiver.header(table.labels);
  for (const [index, row] of table.rows.entries()) {
    receiver.row(row, table.rowNumbers[index] ?? index + 2);
    if (index % 20_000 !== 19_999) continue;
    await breathe(options.signal);
    await options.betweenSteps?.();
  }
  return { fileKind: 'xlsx', encoding: '', delimiter: '', contentHash: table.contentHash };
}

async function streamCsv(
  handle: FileHandle,
  fileName: string,
  start: Buffer,
  options: ReadOptions,
  receiver: RowReceiver,
): Promise<StreamedTable> {
  const encoding = findEncoding(fileName, start, options.encoding);
  const { size } = await handle.stat();
  const decode = decoderOf(encoding.label);
  const rows = new CsvRows(fileName, options, receiver);
  const hash = createHash('sha256');
  const bytes = Buffer.alloc(STEP);
  let at = 0;
  for (;;) {
    const { bytesRead } = await handle.read(bytes, 0, STEP, at);
    const piece = bytes.subarray(0, bytesRead);
    hash.update(piece);
    const skip = at === 0 ? encoding.skip : 0;
    at += bytesRead;
    rows.take(decode(piece.subarray(skip), bytesRead === 0), bytesRead === 0);
    options.onProgress?.(at, Math.max(size, at));
    await breathe(options.signal);
    await options.betweenSteps?.();
    if (bytesRead === 0) break;
  }
  return { fileKind: 'csv', encoding: encoding.label, delimiter: rows.delimiter, contentHash: hash.digest('hex') };
}

/** Cuts text, as it comes, into rows. */
class CsvRows {
  delimiter = ',';
  private parser: Papa.Parser | null = null;
  private pending = '';
  private carriageReturn = '';
  private width = 0;
  private number = 0;

  constructor(
    private readonly fileName: string,
    private readonly options: ReadOptions,
    private readonly receiver: RowReceiver,
  ) {}

  take(text: string, last: boolean): void {
    const raw = this.carriageReturn + text;
    // A CR at the end of a step may be half of a CRLF.
    this.carriageReturn = !last && raw.endsWith('\r') ? '\r' : '';
    this.pending += (this.carriageReturn ? raw.slice(0, -1) : raw).replace(/\r\n?/g, '\n');
    this.parser ??= this.begin();
    // The types of the parser leave open what it answers.
    const { data, meta } = this.parser.parse(this.pending, 0, !last) as Papa.ParseResult<string[]>;
    for (const record of data) this.record(record);
    this.pending = this.pending.slice(meta.cursor);
    if (!last && this.pending.length > LIMITS.record) throw this.overlong();
    if (last && this.width === 0) throw badFile(`${this.fileName} holds no rows: every cell in it is empty.`);
  }

  private begin(): Papa.Parser {
    refuseForeignText(this.fileName, this.pending.slice(0, SAMPLE));
    const separator = readSeparatorLine(this.pending);
    if (separator) this.pending = separator.rest;
    this.delimiter = chooseDelimiter(this.options.delimiter, separator?.delimiter, this.pending);
    return new Papa.Parser({ delimiter: this.delimiter, newline: '\n' });
  }

  private record(record: readonly string[]): void {
    this.number += 1;
    if (record.every((cell) => cell.trim() === '')) return;
    if (this.width > 0) {
      this.receiver.row(record, this.number);
      return;
    }
    if (record.length > LIMITS.columns)
      throw badFile(`${this.fileName} has more than ${count(LIMITS.columns)} columns.`);
    this.width = record.length;
    this.receiver.header(uniqueLabels(record, record.length));
  }

  private overlong(): Error {
    return badFile(
      `Line ${count(this.number + 1)} of ${this.fileName} is more than ${count(LIMITS.record)} characters long. Perhaps a quotation mark opens there and is never closed: look at it in a text editor.`,
    );
  }
}
