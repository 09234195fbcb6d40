import type { Problem } from '#contract/imports/parts';
import { badFile } from './failures';
import { count, LIMITS } from './limits';
import { overlongCell, tooManyColumns } from './read-csv';
import { serialToText } from './xlsx-dates';
import { unescapeControls } from './xlsx-strings';
import type { XmlHandler } from './xml-scanner';

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
export function collectRows(context: CellContext): {
  handler: XmlHandler;
  records: readonly (readonly string[])[];
  numbers: readonly number[];
  problems: readonly Problem[];
} {
  const records: string[][] = [];
  const numbers: number[] = [];
  const problems: Problem[] = [];
  let record: string[] = [];
  let row = 0;
  let column = 0;
  let cell: Cell | null = null;
  let text = '';
  let inValue = false;
  let inReading = false;

  const finishCell = (done: Cell): void => {
    const value = cellText(done, text, context);
    if (done.type === 'e' && problems.length < LIMITS.problems) problems.push(errorCell(row, done.column, text));
    if (value.trim() === '') return;
    if (done.column > LIMITS.columns) throw tooManyColumns(context.fileName, done.column, row);
    if (value.length > LIMITS.cell) throw overlongCell(context.fileName, row, value.length);
    while (record.length < done.column - 1) record.push('');
    record[done.column - 1] = value;
  };

  const handler: XmlHandler = {
    open(name, attribute) {
      if (name === 'row') {
        row = Number(attribute('r') ?? row + 1);
        column = 0;
        record = [];
      } else if (name === 'c') {
        column = columnOf(attribute('r')) ?? column + 1;
        cell = { column, type: attribute('t') ?? 'n', style: Number(attribute('s') ?? -1) };
        text = '';
      } else if (name === 'rPh') inReading = true;
      else if (name === 'v' || name === 't') inValue = cell !== null && !inReading;
    },
    close(name) {
      if (name === 'v' || name === 't') inValue = false;
      else if (name === 'rPh') inReading = false;
      else if (name === 'c' && cell) {
        finishCell(cell);
        cell = null;
      } else if (name === 'row' && record.length > 0) {
        records.push(record);
        numbers.push(row);
        if (records.length > LIMITS.rows + 1) {
          throw badFile(`${context.fileName} has more than ${count(LIMITS.rows)} rows, the most that can be read.`);
        }
      }
    },
    text(piece) {
      if (inValue) text += piece;
    },
  };
  return { handler, records, numbers, problems };
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
      return numberText(text, cell.style, context);
    default:
      return unescapeControls(text);
  }
}

/** Fifteen digits are what Excel shows of a number; the rest is noise of its binary form. */
function numberText(text: string, style: number, context: CellContext): string {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) return text;
  const date = context.dateStyles[style] === true ? serialToText(value, context.from1904) : null;
  return date ?? String(Number(value.toPrecision(15)));
}

function errorCell(row: number, column: number, text: string): Problem {
  const message = `The cell in row ${row}, column ${column} shows the error ${text}. It counts as empty; repair it in the workbook.`;
  return { row, column: '', code: 'cell_error', message, value: text.slice(0, 300), effect: 'note' };
}
