import type { CellValue } from '../xlsx/cells';

/** As many digits as a spreadsheet shows and compares. */
const DIGITS = 15;

/** A value inside a text. */
export function toText(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'number' ? String(Number(value.toPrecision(DIGITS))) : value;
}

type Kind = 'number' | 'string' | 'boolean';

/** Kinds in their order: every number is before every text, and every text before both truths. */
const KINDS: readonly Kind[] = ['number', 'string', 'boolean'];
const EMPTY: Readonly<Record<Kind, CellValue>> = { number: 0, string: '', boolean: false };

/** Below 0: a is before b; 0: they are equal. An empty cell equals 0, the empty text and false alike. */
export function orderOf(a: CellValue, b: CellValue): number {
  const left = a ?? (b === null ? 0 : EMPTY[kindOf(b)]);
  const right = b ?? (a === null ? 0 : EMPTY[kindOf(a)]);
  if (typeof left === 'string' && typeof right === 'string') {
    return left.toLowerCase().localeCompare(right.toLowerCase(), 'en');
  }
  if (typeof left === 'number' && typeof right === 'number') return isSame(left, right) ? 0 : left - right;
  const order = KINDS.indexOf(kindOf(left)) - KINDS.indexOf(kindOf(right));
  return order === 0 ? Number(left) - Number(right) : order;
}

/** Of which kind a value is that is not empty. */
const kindOf = (value: CellValue): Kind =>
  typeof value === 'string' ? 'string' : typeof value === 'boolean' ? 'boolean' : 'number';

/** What differs only behind the digits that are shown is the same: 0.1 + 0.2 and 0.3. */
const isSame = (a: number, b: number): boolean =>
  a === b || (Math.abs(a - b) < 1e-14 * Math.abs(a) && a.toPrecision(DIGITS) === b.toPrecision(DIGITS));
