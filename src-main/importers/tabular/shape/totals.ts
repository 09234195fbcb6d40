import { fold } from '#domain/base/fold';

/** What a row of totals is called, in languages that people write tables in; folded, as whole cells. */
const WORDS = new Set(
  [
    ...['total', 'totals', 'grand total', 'subtotal', 'sub-total', 'sum', 'overall total', 'total general'],
    ...['summe', 'gesamt', 'gesamtsumme', 'zwischensumme', 'insgesamt', 'gesamtergebnis'],
    ...['total général', 'sous-total', 'somme', 'totaux'],
    ...['total general', 'suma', 'suma total', 'totales', 'total geral', 'soma', 'totais'],
    ...['totale', 'totale generale', 'somma', 'totali', 'totaal', 'eindtotaal', 'subtotaal', 'som'],
    ...['suma', 'razem', 'ogółem', 'suma końcowa', 'celkem', 'součet', 'spolu', 'összesen', 'total general'],
    ...['totalt', 'summa', 'delsumma', 'sum total', 'i alt', 'yhteensä', 'toplam', 'genel toplam', 'σύνολο'],
    ...['итого', 'всего', 'сумма', 'разом', 'усього', 'общо', 'ukupno', 'skupaj'],
    ...['合計', '総計', '小計', '合计', '总计', '小计', '總計', '합계', '총계'],
  ].map(fold),
);

/** With a word behind it (`Total Retail`) a row counts as one only if a number of it is the sum of those above. */
const WITH_WORD = /^(grand |sub-?)?(totale?s?|totaal|summe|gesamt|suma|итого)\b/;
const WITH_COUNT = /^(.+?)[\s:]*[([]?\d[\d.,\s]*[)\]]?$/;

/** Sums are kept of so many rows: tables in which people add up are shorter. */
const SUMMED_ROWS = 20_000;
const LONGEST_NUMBER = 24;
const LONGEST_LABEL = 80;
/** How far from the sum, as a share of it: cells may show rounded numbers. */
const EXACT = 1e-6;
const ROUNDED = 0.005;

/** Why a row is one of totals. */
export interface TotalRow {
  /** How the row calls itself; '' where it was told from its numbers alone. */
  readonly word: string;
  readonly sums: boolean;
}

/** Tells rows of totals from those that they add up. */
export class TotalsFinder {
  private rows = 0;
  /** With a decimal point and with a decimal comma: a table does not say which. */
  private readonly all: readonly [point: Float64Array, comma: Float64Array];
  private readonly part: readonly [point: Float64Array, comma: Float64Array];
  /** How many numbers a column has had. */
  private readonly counts: Uint32Array;

  constructor(width: number) {
    this.counts = new Uint32Array(width);
    this.all = [new Float64Array(width), new Float64Array(width)];
    this.part = [new Float64Array(width), new Float64Array(width)];
  }

  /** A row of data is added to the sums and answers null. */
  look(record: readonly string[]): TotalRow | null {
    const total = this.totalOf(record);
    if (total) {
      for (const sums of this.part) sums.fill(0);
    } else this.add(record);
    return total;
  }

  private totalOf(record: readonly string[]): TotalRow | null {
    const first = record.findIndex((cell) => cell !== '' && cell.trim() !== '');
    const cell = record[first] ?? '';
    if (first < 0 || cell.length > LONGEST_LABEL || !restIsNumbers(record, first + 1)) return null;
    if (isNumber(cell)) {
      // Without a word the place of the label has to be empty, and every number has to be the sum of several above.
      const sums = first > 0 && this.rows > 1 && this.addsUp(record) && this.areSums(record, 'every', EXACT);
      return sums ? { word: '', sums } : null;
    }
    if (record.length < 2) return null;
    const label = fold(cell);
    const word = WITH_COUNT.exec(label)?.[1] ?? label;
    const named = WORDS.has(word.replace(/[\s:]+$/, ''));
    if (!named && !WITH_WORD.test(label)) return null;
    const sums = this.areSums(record, 'some', ROUNDED);
    return named || sums ? { word: cell.trim(), sums } : null;
  }

  /** A number that comes again is no sum of itself. */
  private addsUp(record: readonly string[]): boolean {
    return record.every((cell, index) => !isNumber(cell) || (this.counts[index] ?? 0) > 1);
  }

  /** Whether the numbers of a row are the sums of all rows above, or of those since the last totals. */
  private areSums(record: readonly string[], how: 'every' | 'some', tolerance: number): boolean {
    if (this.rows === 0 || this.rows > SUMMED_ROWS) return false;
    return [this.all, this.part].some((sums) =>
      [0, 1].some((reading) => {
        const places = record.flatMap((cell, index) => (isNumber(cell) ? [index] : []));
        const isSum = (index: number): boolean => {
          const value = readNumber(record[index] ?? '', reading === 1);
          const sum = sums[reading === 1 ? 1 : 0][index] ?? 0;
          return value !== 0 && Math.abs(value - sum) <= Math.abs(sum) * tolerance + 1e-9;
        };
        return places.length > 0 && (how === 'every' ? places.every(isSum) : places.some(isSum));
      }),
    );
  }

  private add(record: readonly string[]): void {
    this.rows += 1;
    if (this.rows > SUMMED_ROWS) return;
    record.forEach((cell, index) => {
      if (!isNumber(cell)) return;
      if (index < this.counts.length) this.counts[index] = (this.counts[index] ?? 0) + 1;
      for (const comma of [false, true]) {
        const value = readNumber(cell, comma);
        if (Number.isNaN(value)) continue;
        for (const sums of [this.all, this.part]) {
          const column = sums[comma ? 1 : 0];
          column[index] = (column[index] ?? 0) + value;
        }
      }
    });
  }
}

/** Most rows hold a word and are told at once from those that cannot be totals. */
function restIsNumbers(record: readonly string[], from: number): boolean {
  for (let index = from; index < record.length; index += 1) {
    const cell = record[index] ?? '';
    if (cell !== '' && !isNumber(cell) && cell.trim() !== '') return false;
  }
  return true;
}

const NUMBER = /^[-+(]?\s*[€$£¥]?\s*\d[\d.,'’\s\u00a0\u202f]*\s*[€$£¥%]?\s*\)?$/;

/** Digits with their signs; a date or a version has others as well. */
function isNumber(cell: string): boolean {
  if (cell.length > LONGEST_NUMBER) return false;
  const code = cell.charCodeAt(0);
  // Most cells are words: they are told from numbers by their first letter.
  if (code > 64 && code < 8_000) return false;
  return NUMBER.test(cell.trim());
}

function readNumber(cell: string, comma: boolean): number {
  const digits = cell.replace(/[^\d.,()-]/g, '');
  const plain = comma ? digits.replaceAll('.', '').replace(',', '.') : digits.replaceAll(',', '');
  const value = Number(plain.replace(/[()]/g, ''));
  return plain.startsWith('(') ? -value : value;
}
