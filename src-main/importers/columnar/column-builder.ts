import { isUtf8 } from 'node:buffer';
import { type ColumnSample, MOST_TEXTS } from '#domain/drift/column-sample';
import { decodeWindows1252 } from '../tabular/decode';
import { KnownTexts } from './known-texts';
import { looksLikeDate } from './read-date';
import { parseNumber } from './parse-number';
import { sortNumbers } from './sort-numbers';

/** Texts that mean "no value"; the ones that pandas reads so, letters as they are. */
const MISSING = new Set(
  '#N/A|#N/A N/A|#NA|-1.#IND|-1.#QNAN|-NaN|-nan|1.#IND|1.#QNAN|<NA>|N/A|NA|NULL|NaN|None|n/a|nan|null'.split('|'),
);

const INFINITE = /^([+-]?)inf(?:inity)?$/i;
const CODE = /^[+-]?0\d+$/;
const SPACE = 32;
const FIRST_CHUNK = 1024;
const LARGEST_CHUNK = 131_072;

/** Takes the cells of one column and keeps no more of them than the figures need. */
export class ColumnBuilder {
  private readonly full: Float64Array[] = [];
  private chunk = new Float64Array(FIRST_CHUNK);
  private used = 0;
  private readonly texts = new Map<string, number>();
  private readonly known = new KnownTexts();
  private rows = 0;
  private missing = 0;
  private codes = false;
  private overflow = false;

  constructor(private readonly decimal: number) {}

  /** A cell as bytes in UTF-8, windows-1252 or ASCII. */
  cell(bytes: Buffer, from: number, to: number): void {
    let [start, end] = [from, to];
    while (start < end && (bytes[start] ?? 0) <= SPACE) start++;
    while (end > start && (bytes[end - 1] ?? 0) <= SPACE) end--;
    const number = parseNumber(bytes, start, end, this.decimal);
    if (!Number.isNaN(number)) this.number(number);
    else if (start === end) this.blank();
    else if (this.known.count(bytes, start, end)) this.rows += 1;
    else {
      const text = decodeText(bytes, start, end);
      this.text(text);
      if (this.texts.has(text)) this.known.learn(text, bytes, start, end);
    }
  }

  /** NaN is a missing value. */
  number(value: number): void {
    if (Number.isNaN(value)) {
      this.blank();
      return;
    }
    if (this.used === this.chunk.length) {
      this.full.push(this.chunk);
      this.chunk = new Float64Array(Math.min(LARGEST_CHUNK, this.chunk.length * 2));
      this.used = 0;
    }
    this.chunk[this.used] = value;
    this.used += 1;
    this.rows += 1;
  }

  blank(): void {
    this.rows += 1;
    this.missing += 1;
  }

  text(text: string): void {
    const times = this.texts.get(text);
    if (times === undefined) this.newText(text);
    else {
      this.texts.set(text, times + 1);
      this.rows += 1;
    }
  }

  /** A text that has not been counted yet, or never is. */
  private newText(text: string): void {
    const infinite = INFINITE.exec(text);
    if (text === '' || MISSING.has(text)) this.blank();
    else if (infinite) this.number(infinite[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY);
    else {
      this.rows += 1;
      if (CODE.test(text)) this.codes = true;
      if (this.texts.size < MOST_TEXTS) this.texts.set(text, 1);
      else this.overflow = true;
    }
  }

  finish(): ColumnSample {
    const numbers = new Float64Array(this.full.reduce((sum, chunk) => sum + chunk.length, this.used));
    let at = 0;
    for (const chunk of this.full) {
      numbers.set(chunk, at);
      at += chunk.length;
    }
    numbers.set(this.chunk.subarray(0, this.used), at);
    this.full.length = 0;
    this.chunk = new Float64Array(0);
    for (const { text, times } of this.known.counts()) this.texts.set(text, (this.texts.get(text) ?? 0) + times);
    const { rows, missing, texts, codes, overflow } = this;
    const dates = dateRows(texts, rows - missing - numbers.length);
    return { rows, missing, numbers: sortNumbers(numbers), texts, codes, overflow, dates };
  }
}

/** Rows whose text is a date; where texts overflow, the share among those that are kept stands for all. */
function dateRows(texts: ReadonlyMap<string, number>, all: number): number {
  let [dates, kept] = [0, 0];
  for (const [text, times] of texts) {
    kept += times;
    if (looksLikeDate(text)) dates += times;
  }
  return kept === 0 ? 0 : Math.round((dates / kept) * all);
}

/** UTF-8 where it is, windows-1252 otherwise: each cell tells for itself, so no file has to be read twice. */
export function decodeText(bytes: Buffer, from: number, to: number): string {
  for (let at = from; at < to; at++) {
    if ((bytes[at] ?? 0) < 128) continue;
    const cell = bytes.subarray(from, to);
    return isUtf8(cell) ? cell.toString('utf8') : decodeWindows1252(cell);
  }
  return bytes.toString('latin1', from, to);
}
