import { type DecimalMark, readFigure } from '#domain/base/typed-number';

/** A cell that should hold a number. `ok: false`: it holds something else. */
export interface NumberCell {
  readonly ok: boolean;
  /** `null`: empty, not a number in the sense of the tool that wrote it, or not finite. */
  readonly value: number | null;
}

const GAP: NumberCell = { ok: true, value: null };
const WORDS_FOR_NONE = new Set([
  '',
  'nan',
  'null',
  'none',
  'na',
  'n/a',
  'inf',
  '+inf',
  '-inf',
  'infinity',
  '-infinity',
]);
const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/**
 * Reads a figure by the rule of `readFigure`. What is written plainly, as nearly all of millions of cells are, is not taken apart
 * for it; a test holds both against each other.
 */
export function readNumber(cell: string, decimal: DecimalMark): NumberCell {
  const text = cell.trim();
  if (text === '') return GAP;
  const plain = decimal === '.' ? text : text.includes('.') ? '' : text.replace(',', '.');
  const value = NUMBER.test(plain) ? Number(plain) : readFigure(text, decimal);
  if (Number.isNaN(value)) return WORDS_FOR_NONE.has(text.toLowerCase()) ? GAP : { ok: false, value: null };
  return Number.isFinite(value) ? { ok: true, value } : GAP;
}

/** A number of rows, also where a spreadsheet or pandas wrote it as `688.0`. */
export function readRows(cell: string, decimal: DecimalMark): NumberCell {
  const { ok, value } = readNumber(cell, decimal);
  if (value === null) return { ok, value };
  return Number.isInteger(value) && value >= 0 && value <= 1e12 ? { ok, value } : { ok: false, value: null };
}

/** A number as a program wrote it, who parts no thousands: a comma in it is a decimal one. */
export const readOwnNumber = (cell: string): NumberCell => readNumber(cell, cell.includes(',') ? ',' : '.');
