import type { Problem } from '#contract/imports/parts';
import { LIMITS } from '../limits';
import type { MergedRange } from '../table';

/** Ranges that may be open at once; beyond it a sheet is damaged, since they do not overlap. */
const OPEN_AT_ONCE = LIMITS.columns;

const EMPTY: readonly MergedRange[] = [];

/** Gives the text of a merged cell to every cell that it stands for, row by row from above. */
export class MergeFiller {
  private waiting: MergedRange[] = [];
  private at = 0;
  private open: { readonly range: MergedRange; text: string }[] = [];

  /** @param report told once of each range that was filled */
  constructor(private readonly report: (problem: Problem) => void) {}

  expect(ranges: readonly MergedRange[] = EMPTY): void {
    if (ranges.length === 0) return;
    const room = LIMITS.merges - (this.waiting.length - this.at);
    const coming = [...this.waiting.slice(this.at), ...ranges.slice(0, Math.max(0, room))];
    this.waiting = coming.sort((a, b) => a.top - b.top);
    this.at = 0;
  }

  /** True where a row holds nothing but one merged cell over several columns: a heading inside the table. */
  isHeading(record: readonly string[], row: number): boolean {
    if (this.at === this.waiting.length) return false;
    const filled = record.flatMap((cell, index) => (cell.trim() === '' ? [] : [index]));
    const [only] = filled;
    if (filled.length !== 1 || only === undefined) return false;
    for (let index = this.at; index < this.waiting.length; index += 1) {
      const range = this.waiting[index];
      if (!range || range.top > row) return false;
      if (range.top === row && range.bottom === row && range.left === only && range.right - range.left >= 2)
        return true;
    }
    return false;
  }

  /** A row below the header, filled; one in which nothing stands of its own stays as it is. */
  fill(record: readonly string[], row: number): readonly string[] {
    if (this.open.length === 0 && this.at === this.waiting.length) return record;
    this.advance(record, row);
    if (this.open.length === 0 || record.every((cell) => cell.trim() === '')) return record;
    let filled: string[] | null = null;
    for (const { range, text } of this.open) {
      if (text === '') continue;
      for (let column = range.left; column <= range.right && column < LIMITS.columns; column += 1) {
        if (((filled ?? record)[column] ?? '').trim() !== '') continue;
        filled ??= [...record];
        while (filled.length < column) filled.push('');
        filled[column] = text;
      }
    }
    return filled ?? record;
  }

  /** True where all that stands in the row that was filled last is merged over several columns: names of groups of columns. */
  isOfGroups(record: readonly string[], row: number): boolean {
    const wide = this.open.filter(
      ({ range: { top, bottom, left, right } }) => top === row && bottom === row && right > left,
    );
    const starts = new Set(wide.map(({ range }) => range.left));
    const filled = record.flatMap((cell, index) => (cell.trim() === '' ? [] : [index]));
    return filled.length > 1 && filled.every((index) => starts.has(index));
  }

  /** The last row of the ranges that the row read last belongs to. */
  lastOpenRow(): number {
    return this.open.reduce((last, { range }) => Math.max(last, range.bottom), 0);
  }

  private advance(record: readonly string[], row: number): void {
    if (this.open.length > 0) this.open = this.open.filter(({ range }) => range.bottom >= row);
    for (;;) {
      const range = this.waiting[this.at];
      if (!range || range.top > row) return;
      this.at += 1;
      if (range.top < row || this.open.length >= OPEN_AT_ONCE) continue;
      const text = record[range.left] ?? '';
      this.open.push({ range, text });
      if (text.trim() !== '') this.report(mergedProblem(range, text));
    }
  }
}

function mergedProblem(range: MergedRange, text: string): Problem {
  const message = `The merged cells ${addressOf(range)} were read as if each of them said “${text.trim().slice(0, 60)}”.`;
  return {
    row: range.top,
    column: '',
    code: 'merged_cells',
    message,
    value: text.trim().slice(0, 300),
    effect: 'note',
  };
}

/** `B5:B8`, as a spreadsheet writes it. */
export const addressOf = ({ top, bottom, left, right }: MergedRange): string =>
  `${columnLetters(left)}${top}:${columnLetters(right)}${bottom}`;

export function columnLetters(index: number): string {
  let letters = '';
  for (let left = index + 1; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return letters;
}

/** `B5:B8` as places; `null` where it is none. */
export function rangeOf(address: string): MergedRange | null {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(address);
  if (!found) return null;
  const [, from = '', top = '', to = '', bottom = ''] = found;
  return { top: Number(top), bottom: Number(bottom), left: columnIndex(from), right: columnIndex(to) };
}

const columnIndex = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
