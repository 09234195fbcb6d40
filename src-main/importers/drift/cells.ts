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

/** A point before three digits parts thousands only where a whole number of at most three digits stands before it. */
const THOUSANDS = /^[+-]?[1-9]\d{0,2}(\.\d{3})+(?=,|$)/;

function withPoint(text: string): string {
  const whole = text.replace(THOUSANDS, (digits) => digits.replaceAll('.', ''));
  return whole.includes('.') ? '' : whole.replace(',', '.');
}

/** @param decimal with ',' a point parts thousands, and is left out: `1.234,5` is a number then, `0.125` is none */
export function readNumber(cell: string, decimal: '.' | ','): NumberCell {
  const text = cell.trim();
  if (text === '') return GAP;
  const plain = decimal === '.' ? text : withPoint(text);
  if (!NUMBER.test(plain)) return WORDS_FOR_NONE.has(text.toLowerCase()) ? GAP : { ok: false, value: null };
  const value = Number(plain);
  return Number.isFinite(value) ? { ok: true, value } : GAP;
}

/** A number of rows, also where a spreadsheet or pandas wrote it as `688.0`. */
export function readRows(cell: string, decimal: '.' | ','): NumberCell {
  const { ok, value } = readNumber(cell, decimal);
  if (value === null) return { ok, value };
  return Number.isInteger(value) && value >= 0 && value <= 1e12 ? { ok, value } : { ok: false, value: null };
}

/** A number as a program wrote it, who parts no thousands: a comma in it is a decimal one. */
export const readOwnNumber = (cell: string): NumberCell => readNumber(cell, cell.includes(',') ? ',' : '.');
