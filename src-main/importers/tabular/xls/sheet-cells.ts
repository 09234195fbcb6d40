import type { Problem } from '#contract/imports/parts';
import { serialToText } from '../excel-dates';
import { breathe } from '../failures';
import { LIMITS } from '../limits';
import type { MergedRange, Pass, RecordBlock } from '../table';
import { errorCell, shownNumber } from '../xlsx/sheet-rows';
import { errorText, RECORD, recordAt, shortNumber, TextReader, wholeRecordAt } from './biff';
import { textOf, type XlsWorkbook } from './workbook';

const RECORDS_PER_STEP = 50_000;

/** Collects the cells of one worksheet as texts. */
export async function readSheetCells(
  stream: Buffer,
  start: number,
  workbook: XlsWorkbook,
  pass: Pass,
): Promise<RecordBlock> {
  const cells = new SheetCells(workbook, (problem) => pass.report?.(problem));
  let depth = 0;
  let steps = 0;
  for (let at = start; ; ) {
    const record = recordAt(stream, at);
    if (!record) break;
    at = record.next;
    // A chart that lies in the sheet has a beginning and an end of its own.
    if (record.type === RECORD.begin) depth += 1;
    else if (record.type === RECORD.end) {
      depth -= 1;
      if (depth <= 0) break;
    } else if (depth === 1) {
      if (record.type === RECORD.string) {
        const whole = wholeRecordAt(stream, record);
        cells.formulaText(whole.parts);
        at = whole.next;
      } else cells.take(record.type, record.data);
    }
    steps += 1;
    if (steps % RECORDS_PER_STEP !== 0) continue;
    pass.onProgress?.(at, stream.length);
    await breathe(pass.signal);
  }
  return cells.block();
}

class SheetCells {
  private readonly rows = new Map<number, string[]>();
  private readonly merges: MergedRange[] = [];
  /** The cell whose formula gave a text, which comes in a record of its own. */
  private waiting: { readonly row: number; readonly column: number } | null = null;

  constructor(
    private readonly workbook: XlsWorkbook,
    private readonly report: (problem: Problem) => void,
  ) {}

  take(type: number, data: Buffer): void {
    switch (type) {
      case RECORD.sharedLabel:
        this.put(data, this.workbook.strings[data.readUInt32LE(6)] ?? '');
        break;
      case RECORD.label:
      case RECORD.richLabel:
        this.put(data, textOf(data, 6));
        break;
      case RECORD.number:
        this.put(data, this.numberText(data.readDoubleLE(6), data.readUInt16LE(4)));
        break;
      case RECORD.shortNumber:
        this.put(data, this.numberText(shortNumber(data, 6), data.readUInt16LE(4)));
        break;
      case RECORD.numbers:
        this.numbers(data);
        break;
      case RECORD.boolean:
        this.booleanOrError(data, data.readUInt8(6), data.readUInt8(7) === 1);
        break;
      case RECORD.formula:
        this.formula(data);
        break;
      case RECORD.merges:
        this.merged(data);
        break;
    }
  }

  formulaText(parts: readonly Buffer[]): void {
    if (!this.waiting) return;
    const reader = new TextReader(parts);
    this.set(this.waiting.row, this.waiting.column, reader.text(reader.short()));
    this.waiting = null;
  }

  block(): RecordBlock {
    const numbers = [...this.rows.keys()].sort((a, b) => a - b);
    const records = numbers.map((row) => this.rows.get(row) ?? []);
    return { records, numbers: numbers.map((row) => row + 1), merges: this.merges };
  }

  private formula(data: Buffer): void {
    if (data.readUInt16LE(12) !== 0xffff) {
      this.put(data, this.numberText(data.readDoubleLE(6), data.readUInt16LE(4)));
      return;
    }
    const [kind, value] = [data.readUInt8(6), data.readUInt8(8)];
    if (kind === 0) this.waiting = { row: data.readUInt16LE(0), column: data.readUInt16LE(2) };
    else if (kind === 1 || kind === 2) this.booleanOrError(data, value, kind === 2);
  }

  private booleanOrError(data: Buffer, value: number, isError: boolean): void {
    if (!isError) this.put(data, value === 1 ? 'true' : 'false');
    else this.report(errorCell(data.readUInt16LE(0) + 1, data.readUInt16LE(2) + 1, errorText(value)));
  }

  /** Several numbers in neighbouring cells. */
  private numbers(data: Buffer): void {
    const [row, first] = [data.readUInt16LE(0), data.readUInt16LE(2)];
    for (let at = 4, column = first; at + 6 <= data.length - 2; at += 6, column += 1)
      this.set(row, column, this.numberText(shortNumber(data, at + 2), data.readUInt16LE(at)));
  }

  private merged(data: Buffer): void {
    const count = data.readUInt16LE(0);
    for (let index = 0; index < count && this.merges.length < LIMITS.merges; index += 1) {
      const at = 2 + index * 8;
      this.merges.push({
        top: data.readUInt16LE(at) + 1,
        bottom: data.readUInt16LE(at + 2) + 1,
        left: data.readUInt16LE(at + 4),
        right: data.readUInt16LE(at + 6),
      });
    }
  }

  private numberText(value: number, style: number): string {
    if (!Number.isFinite(value)) return '';
    const date = this.workbook.dateStyles[style] === true ? serialToText(value, this.workbook.from1904) : null;
    return date ?? shownNumber(value);
  }

  private put(data: Buffer, text: string): void {
    this.set(data.readUInt16LE(0), data.readUInt16LE(2), text);
  }

  private set(row: number, column: number, text: string): void {
    if (text.trim() === '' || column >= MOST_COLUMNS) return;
    const known = this.rows.get(row);
    const record = known ?? [];
    if (!known) this.rows.set(row, record);
    while (record.length < column) record.push('');
    record[column] = text;
  }
}

/** Of a worksheet of this format. */
const MOST_COLUMNS = 256;
