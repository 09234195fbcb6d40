import { scanNumber } from '../cells/parse-number';
import { badFile } from '../tabular/failures';
import { count, LIMITS } from '../tabular/limits';

const QUOTE = 34;
const NEWLINE = 10;
const RETURN = 13;

/** One record of a CSV file: where its cells lie in the bytes. Overwritten by the next one. */
export interface CsvRow {
  bytes: Buffer;
  cells: number;
  starts: Int32Array;
  ends: Int32Array;
  /** 1 where the cell holds doubled quotation marks, which stand for one. */
  doubled: Uint8Array;
  /** The cell's number, found on the way; NaN where it is none or is not written plainly. */
  values: Float64Array;
}

/** What follows the record that begins at `from`: the place behind it, or −1 where more bytes are needed to tell. */
type Step = number;

export function createRow(): CsvRow {
  const most = LIMITS.columns + 1;
  return {
    bytes: Buffer.alloc(0),
    cells: 0,
    starts: new Int32Array(most),
    ends: new Int32Array(most),
    doubled: new Uint8Array(most),
    values: new Float64Array(most),
  };
}

/** How the cells of a file are written: codes of the characters. */
export interface CsvCells {
  readonly delimiter: number;
  readonly decimal: number;
}

/** Finds the cells of one record and reads their numbers, in one look at each byte (RFC 4180; line ends LF, CRLF or CR). */
export function scanRow(row: CsvRow, bytes: Buffer, from: number, to: number, cells: CsvCells, last: boolean): Step {
  const { delimiter, decimal } = cells;
  row.bytes = bytes;
  row.cells = 0;
  let at = from;
  for (;;) {
    const cell = row.cells;
    if (cell > LIMITS.columns) throw tooManyCells();
    row.doubled[cell] = 0;
    let end = -1;
    if (at < to && bytes[at] === QUOTE) {
      row.values[cell] = Number.NaN;
      at += 1;
      row.starts[cell] = at;
      for (; ; at++) {
        if (at >= to) {
          if (!last) return -1;
          end = to;
          break;
        }
        if (bytes[at] !== QUOTE) continue;
        if (at + 1 >= to && !last) return -1;
        if (bytes[at + 1] !== QUOTE || at + 1 >= to) {
          end = at;
          break;
        }
        row.doubled[cell] = 1;
        at += 1;
      }
    } else {
      row.starts[cell] = at;
      at = scanNumber(bytes, at, to, delimiter, decimal, row.values, cell);
    }
    while (at < to && bytes[at] !== delimiter && bytes[at] !== NEWLINE && bytes[at] !== RETURN) at++;
    row.ends[cell] = end < 0 ? at : end;
    row.cells = cell + 1;
    if (at >= to) return last ? to : -1;
    if (bytes[at] === delimiter) {
      at += 1;
      continue;
    }
    if (bytes[at] === NEWLINE) return at + 1;
    if (at + 1 >= to && !last) return -1;
    return bytes[at + 1] === NEWLINE && at + 1 < to ? at + 2 : at + 1;
  }
}

/** A line of blanks only is no record. */
export function isBlankRow(row: CsvRow): boolean {
  if (row.cells > 1) return false;
  for (let at = row.starts[0] ?? 0; at < (row.ends[0] ?? 0); at++) if ((row.bytes[at] ?? 0) > 32) return false;
  return true;
}

/** The cell's own bytes, doubled quotation marks undone. */
export function cellBytes(row: CsvRow, cell: number): Buffer {
  const bytes = row.bytes.subarray(row.starts[cell], row.ends[cell]);
  return row.doubled[cell] === 1 ? Buffer.from(bytes.toString('latin1').replaceAll('""', '"'), 'latin1') : bytes;
}

const tooManyCells = (): Error =>
  badFile(
    `A row has more than ${count(LIMITS.columns)} columns, the most that a table may have. Leave out the columns that are not needed.`,
  );
