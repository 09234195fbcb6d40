import { isBuiltInDate, isDateCode } from '../excel-dates';
import { LIMITS } from '../limits';
import type { SheetInfo } from '../table';
import { RECORD, recordAt, TextReader, wholeRecordAt } from './biff';

/** What a workbook says before its sheets. */
export interface XlsWorkbook {
  readonly sheets: readonly (SheetInfo & { readonly at: number })[];
  readonly strings: readonly string[];
  /** For each style of a cell whether it shows a date. */
  readonly dateStyles: readonly boolean[];
  readonly from1904: boolean;
  readonly encrypted: boolean;
}

const BIFF8 = 0x0600;
const WORKSHEET = 0;
const STATES = ['visible', 'hidden', 'veryHidden'] as const;

/** `null`: a version before Excel 97. Throws a RangeError where the stream is damaged. */
export function readWorkbookStream(stream: Buffer): XlsWorkbook | null {
  const first = recordAt(stream, 0);
  if (first?.type !== RECORD.begin) throw new RangeError('no beginning');
  if (first.data.readUInt16LE(0) !== BIFF8) return null;
  const sheets: (SheetInfo & { at: number })[] = [];
  const codes = new Map<number, boolean>();
  const styles: number[] = [];
  let strings: readonly string[] = [];
  let from1904 = false;
  let encrypted = false;
  for (let at = first.next; ; ) {
    const record = recordAt(stream, at);
    if (!record || record.type === RECORD.end) break;
    const { type, data } = record;
    at = record.next;
    if (type === RECORD.password) {
      encrypted = true;
      break;
    } else if (type === RECORD.sheet) {
      if (data.readUInt8(5) === WORKSHEET && sheets.length < LIMITS.sheets) sheets.push(sheetOf(data));
    } else if (type === RECORD.dates) from1904 = data.readUInt16LE(0) === 1;
    else if (type === RECORD.format) codes.set(data.readUInt16LE(0), isDateCode(textOf(data, 2)));
    else if (type === RECORD.style) styles.push(data.readUInt16LE(2));
    else if (type === RECORD.strings) {
      const whole = wholeRecordAt(stream, record);
      strings = sharedStrings(whole.parts);
      at = whole.next;
    }
  }
  const dateStyles = styles.map((format) => codes.get(format) ?? isBuiltInDate(format));
  return { sheets, strings, dateStyles, from1904, encrypted };
}

function sheetOf(data: Buffer): SheetInfo & { at: number } {
  const reader = new TextReader([data]);
  const at = reader.long();
  const state = STATES[reader.byte() & 3] ?? 'visible';
  reader.skip(1);
  return { name: reader.text(reader.byte()), state, at };
}

/** A text with its length in front, somewhere in a record. */
export function textOf(data: Buffer, from: number): string {
  const reader = new TextReader([data.subarray(from)]);
  return reader.text(reader.short());
}

function sharedStrings(parts: readonly Buffer[]): readonly string[] {
  const reader = new TextReader(parts);
  reader.skip(4);
  const count = reader.long();
  const strings: string[] = [];
  const bytes = parts.reduce((sum, part) => sum + part.length, 0);
  // Each takes three bytes at least, whatever their number is said to be.
  for (let index = 0; index < Math.min(count, bytes / 3); index += 1) strings.push(reader.text(reader.short()));
  return strings;
}
