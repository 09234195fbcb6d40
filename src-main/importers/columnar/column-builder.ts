import { isUtf8 } from 'node:buffer';
import { type ColumnSample, MOST_TEXTS } from '#domain/drift/column-sample';
import { parseNumber } from '../cells/parse-number';
import { looksLikeDate } from '../cells/read-date';
import { decodeWindows1252 } from '../tabular/encoding/decode';
import { KnownTexts } from './known-texts';
import { type SortSpace, sortNumbers } from './sort-numbers';

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
  private readonly full: Float64Array<ArrayBuffer>[] = [];
  private chunk = new Float64Array(FIRST_CHUNK);
  private used = 0;
  private readonly texts = new Map<string, number>();
  private readonly known = new KnownTexts();
  private rows = 0;
  private missing = 0;
  private codes = false;
  private overflow = false;

  /** @param expected numbers that may come, where that is known: they get one piece of memory */
  constructor(
    private readonly decimal: number,
    private readonly expected = 0,
  ) {}

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
    if (this.used === this.chunk.length) this.grow();
    this.chunk[this.used] = value;
    this.used += 1;
    this.rows += 1;
  }

  private grow(): void {
    const { chunk, expected } = this;
    if (this.full.length === 0 && chunk.length < expected) {
      this.chunk = new Float64Array(expected);
      this.chunk.set(chunk);
      return;
    }
    this.full.push(chunk);
    this.chunk = new Float64Array(Math.min(LARGEST_CHUNK, chunk.length * 2));
    this.used = 0;
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

  finish(space: SortSpace): ColumnSample {
    const numbers = this.takeNumbers();
    for (const { text, times } of this.known.counts()) this.texts.set(text, (this.texts.get(text) ?? 0) + times);
    const { rows, missing, texts, codes, overflow } = this;
    const dates = dateRows(texts, rows - missing - numbers.length);
    return { rows, missing, numbers: sortNumbers(numbers, space), texts, codes, overflow, dates };
  }

  /** All of them in one piece; nothing else is kept of them here. */
  private takeNumbers(): Float64Array<ArrayBuffer> {
    const last = this.chunk.subarray(0, this.used);
    const chunks = this.full.splice(0);
    this.chunk = new Float64Array(0);
    if (chunks.length === 0) return last;
    const numbers = new Float64Array(chunks.reduce((sum, chunk) => sum + chunk.length, last.length));
    let at = 0;
    for (const chunk of [...chunks, last]) {
      numbers.set(chunk, at);
      at += chunk.length;
    }
    return numbers;
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
