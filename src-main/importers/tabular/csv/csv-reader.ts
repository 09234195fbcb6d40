import Papa from 'papaparse';
import type { Problem } from '#contract/imports/parts';
import type { ByteSource } from '../bytes';
import { decoderFor, type Encoding } from '../encoding/decode';
import { badFile } from '../failures';
import { count, LIMITS } from '../limits';
import type { Pass, ReadOptions, RecordBlock, SheetReader } from '../table';
import { chooseDelimiter, readSeparatorLine } from './delimiter';

/** What `Papa.Parser.parse` answers; its types leave it open. */
interface Parsed {
  readonly data: readonly string[][];
  readonly errors: readonly { readonly code: string; readonly row: number }[];
  readonly meta: { readonly cursor: number };
}

/**
 * Reads a text with delimiters, in steps. Line ends may be mixed; inside a cell they become LF.
 *
 * @param start the beginning of the text, up to a whole line
 */
export function csvReader(
  fileName: string,
  source: ByteSource,
  start: string,
  encoding: Encoding,
  options: Pick<ReadOptions, 'delimiter'>,
): SheetReader {
  const lines = start.replace(/\r\n?/g, '\n');
  const separator = readSeparatorLine(lines);
  const delimiter = chooseDelimiter(options.delimiter, separator?.delimiter, separator?.rest ?? lines);
  return {
    encoding,
    delimiter,
    labels: null,
    byHand: true,
    records: (pass) => csvRecords({ fileName, source, encoding, delimiter }, pass),
  };
}

interface CsvText {
  readonly fileName: string;
  readonly source: ByteSource;
  readonly encoding: Encoding;
  readonly delimiter: string;
}

async function* csvRecords(text: CsvText, pass: Pass): AsyncGenerator<RecordBlock> {
  const { source, encoding } = text;
  const decode = decoderFor(encoding);
  const cutter = new RecordCutter(text, pass);
  let done = 0;
  for await (const piece of source.read(pass.signal)) {
    const skip = done === 0 ? encoding.skip : 0;
    done += piece.length;
    const block = cutter.take(decode(piece.subarray(skip), false), false);
    pass.onProgress?.(done, Math.max(done, source.size ?? 0));
    if (block.records.length > 0) yield block;
  }
  const block = cutter.take(decode(new Uint8Array(0), true), true);
  if (block.records.length > 0) yield block;
}

/** What stands for bytes that are no character; decoders of East Asian encodings have a sign of their own for it. */
const LOST = ['\ufffd', '\u001a'] as const;

const NOTHING: RecordBlock = { records: [], numbers: [] };

/** Cuts text, as it comes, into records. */
class RecordCutter {
  private readonly parser: Papa.Parser;
  private begun = false;
  private pending = '';
  private carriageReturn = '';
  private number = 0;
  /** A character was missing in this step or before. */
  private suspect = false;
  /** The first row in which that was. */
  private undecoded = 0;

  constructor(
    private readonly text: CsvText,
    private readonly pass: Pass,
  ) {
    this.parser = new Papa.Parser({ delimiter: text.delimiter, newline: '\n' });
  }

  take(text: string, last: boolean): RecordBlock {
    const raw = this.carriageReturn + text;
    // A CR at the end of a step may be half of a CRLF.
    this.carriageReturn = !last && raw.endsWith('\r') ? '\r' : '';
    const whole = this.carriageReturn ? raw.slice(0, -1) : raw;
    if (!this.suspect) this.suspect = LOST.some((sign) => whole.includes(sign));
    this.pending += whole.includes('\r') ? whole.replace(/\r\n?/g, '\n') : whole;
    if (!this.begun && (last || this.pending.length > 0)) this.begin();
    // Without a line end no record is complete, and what is waited for is not read again and again.
    if (!last && !whole.includes('\n')) {
      if (this.pending.length > LIMITS.record) throw this.overlongRecord();
      return NOTHING;
    }
    const parsed = this.parser.parse(this.pending, 0, !last) as Parsed; // its types leave open what it answers
    const block = this.block(parsed);
    this.pending = this.pending.slice(parsed.meta.cursor);
    if (!last && this.pending.length > LIMITS.record) throw this.overlongRecord();
    if (last) this.reportUndecoded();
    return block;
  }

  private begin(): void {
    this.begun = true;
    this.pending = readSeparatorLine(this.pending)?.rest ?? this.pending;
  }

  private block({ data, errors }: Parsed): RecordBlock {
    const numbers: number[] = [];
    // Copies: V8 takes rows of the parser that live long (the first ones are looked at together) for a sign that all will,
    // and would put a million of them where only a collection of the whole memory finds them.
    const records = data.map((record) => record.slice());
    const base = this.number;
    this.reportQuotes(errors, data, base);
    for (const record of data) {
      this.number += 1;
      this.check(record);
      numbers.push(this.number);
    }
    return { records, numbers };
  }

  /** A record that is not complete yet comes again with the next step. */
  private reportQuotes(errors: Parsed['errors'], data: Parsed['data'], base: number): void {
    const byRow = new Map<number, string>();
    for (const { code, row } of errors)
      if (row < data.length && byRow.get(row) !== 'MissingQuotes') byRow.set(row, code);
    for (const [row, code] of byRow)
      this.pass.report?.(quoteProblem(code, base + row + 1, (data[row] ?? []).join(' ')));
  }

  private check(record: readonly string[]): void {
    const { fileName } = this.text;
    if (record.length > LIMITS.columns) throw tooManyColumns(fileName, record.length, this.number);
    for (const cell of record) {
      if (cell.length > LIMITS.cell) throw overlongCell(fileName, this.number, cell.length);
    }
    if (this.suspect && this.undecoded === 0 && record.some((cell) => LOST.some((sign) => cell.includes(sign))))
      this.undecoded = this.number;
  }

  private reportUndecoded(): void {
    if (this.undecoded > 0) this.pass.report?.(undecodedProblem(this.undecoded, this.text.encoding.label));
  }

  private overlongRecord(): Error {
    const hint = this.pending.includes('"')
      ? 'Perhaps a quotation mark opens there and is never closed: look at it in a text editor.'
      : 'This does not look like a table with one record a line.';
    return badFile(
      `Line ${count(this.number + 1)} of ${this.text.fileName} is more than ${count(LIMITS.record)} characters long. ${hint}`,
    );
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

function quoteProblem(code: string, row: number, text: string): Problem {
  const value = text.slice(0, 300);
  if (code === 'MissingQuotes') {
    const message = `A quotation mark in row ${count(row)} is never closed, so all that follows it was read as one cell. Close it in the file and import it again; the row is not imported.`;
    return { row, column: '', code: 'unclosed_quote', message, value, effect: 'row_refused' };
  }
  const message = `Row ${count(row)} has a quotation mark in the middle of a cell. It was kept as it stands; check the row.`;
  return { row, column: '', code: 'stray_quote', message, value, effect: 'note' };
}

function undecodedProblem(row: number, encoding: string): Problem {
  const message = `Some characters are missing (�), the first in row ${count(row)}: the text is not all in ${encoding}, or was damaged before. Choose another encoding, or save the table once more.`;
  return { row, column: '', code: 'undecodable', message, value: encoding, effect: 'note' };
}
