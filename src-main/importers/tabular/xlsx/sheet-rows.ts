import type { Problem } from '#contract/imports/parts';
import { overlongCell, tooManyColumns } from '../csv/csv-reader';
import { serialToText } from '../excel-dates';
import { LIMITS } from '../limits';
import { rangeOf } from '../shape/merges';
import type { MergedRange } from '../table';
import type { XmlHandler } from '../xml-scanner';
import { unescapeControls } from './strings';

export interface CellContext {
  readonly fileName: string;
  readonly strings: readonly string[];
  readonly dateStyles: readonly boolean[];
  readonly from1904: boolean;
}

interface Cell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
}

/** Collects the cells of a worksheet as texts; rows keep the numbers that the sheet gives them. */
export class SheetRows implements XmlHandler {
  private records: string[][] = [];
  private numbers: number[] = [];
  private record: string[] = [];
  private row = 0;
  private column = 0;
  private cell: Cell | null = null;
  private value = '';
  private inValue = false;
  private inReading = false;
  private isFormula = false;

  constructor(
    private readonly context: CellContext,
    private readonly report: (problem: Problem) => void,
  ) {}

  get length(): number {
    return this.records.length;
  }

  /** The rows since it was asked last. */
  takeBlock(): { readonly records: readonly (readonly string[])[]; readonly numbers: readonly number[] } {
    const { records, numbers } = this;
    this.records = [];
    this.numbers = [];
    return { records, numbers };
  }

  readonly open: XmlHandler['open'] = (name, attribute) => {
    if (name === 'row') {
      const given = Number(attribute('r'));
      this.row = Number.isInteger(given) && given > 0 ? given : this.row + 1;
      this.column = 0;
      this.record = [];
    } else if (name === 'c') {
      this.column = columnOf(attribute('r')) ?? this.column + 1;
      this.cell = { column: this.column, type: attribute('t') ?? 'n', style: Number(attribute('s') ?? -1) };
      this.value = '';
      this.isFormula = false;
    } else if (name === 'f') this.isFormula = this.cell !== null;
    else if (name === 'rPh') this.inReading = true;
    else if (name === 'v' || name === 't') this.inValue = this.cell !== null && !this.inReading;
  };

  readonly close: XmlHandler['close'] = (name) => {
    if (name === 'v' || name === 't') this.inValue = false;
    else if (name === 'rPh') this.inReading = false;
    else if (name === 'c' && this.cell) {
      this.finishCell(this.cell);
      this.cell = null;
    } else if (name === 'row' && this.record.length > 0) {
      this.records.push(this.record);
      this.numbers.push(this.row);
      this.record = [];
    }
  };

  readonly text: XmlHandler['text'] = (piece) => {
    if (this.inValue) this.value += piece;
  };

  private finishCell(cell: Cell): void {
    const { row, record, context } = this;
    const value = cellText(cell, this.value, context);
    if (cell.type === 'e') this.report(errorCell(row, cell.column, this.value));
    if (this.isFormula && cell.type === 'n' && this.value === '') this.report(uncomputed(row, cell.column));
    if (value.trim() === '') return;
    if (cell.column > LIMITS.columns) throw tooManyColumns(context.fileName, cell.column, row);
    if (value.length > LIMITS.cell) throw overlongCell(context.fileName, row, value.length);
    while (record.length < cell.column - 1) record.push('');
    record[cell.column - 1] = value;
  }
}

/** Ranges of merged cells, which a sheet names behind its rows. */
export function collectMerges(): { readonly handler: XmlHandler; readonly merges: MergedRange[] } {
  const merges: MergedRange[] = [];
  const open: XmlHandler['open'] = (name, attribute) => {
    if (name !== 'mergeCell' || merges.length >= LIMITS.merges) return;
    const range = rangeOf(attribute('ref') ?? '');
    if (range) merges.push(range);
  };
  return { handler: { open, close: () => {}, text: () => {} }, merges };
}

/** `AB12` → 28; undefined where a cell has no address of its own. */
function columnOf(address: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/i.exec(address ?? '')?.[0].toUpperCase();
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

function cellText(cell: Cell, text: string, context: CellContext): string {
  switch (cell.type) {
    case 's':
      return context.strings[Number(text)] ?? '';
    case 'b':
      return text === '' ? '' : text === '1' ? 'true' : 'false';
    case 'e':
      return '';
    case 'd':
      return text.replace(/T00:00:00(\.0+)?Z?$/, '');
    case 'n':
      return numberText(text, context.dateStyles[cell.style] === true, context.from1904);
    default:
      return unescapeControls(text);
  }
}

/** Fifteen digits are what Excel shows of a number; the rest is noise of its binary form. */
function numberText(text: string, isDate: boolean, from1904: boolean): string {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) return text;
  const date = isDate ? serialToText(value, from1904) : null;
  return date ?? shownNumber(value);
}

export const shownNumber = (value: number): string => String(Number(value.toPrecision(15)));

export function errorCell(row: number, column: number, text: string): Problem {
  const message = `The cell in row ${row}, column ${column} shows the error ${text}. It counts as empty; repair it in the workbook.`;
  return { row, column: '', code: 'cell_error', message, value: text.slice(0, 300), effect: 'note' };
}

/** Programs that write workbooks without computing them leave the values out. */
function uncomputed(row: number, column: number): Problem {
  const message = `The cell in row ${row}, column ${column} holds a formula whose value is not in the file. It counts as empty; open the workbook in a spreadsheet program and save it.`;
  return { row, column: '', code: 'formula_without_value', message, value: '', effect: 'note' };
}
