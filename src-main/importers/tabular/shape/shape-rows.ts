import type { Problem } from '#contract/imports/parts';
import { badFile } from '../failures';
import { uniqueLabels } from '../labels';
import { count, LIMITS } from '../limits';
import type { Pass, RecordBlock, RowBlock, SheetReader } from '../table';
import { carriedOn, labelsUnderGroups, namesColumns, standsUnderGroups } from './group-row';
import { headerIndex } from './header-row';
import { MergeFiller } from './merges';
import { TotalsFinder } from './totals';

/** Records that are waited for, so that titles, the header and the width can be told. */
const LOOKED_AT = 1_000;
const MOST_HEADER_ROWS = 4;
/** Rows that must bear out that a row below names of groups is the header. */
const CONFIRMED_BY = 200;

export interface SheetHead {
  readonly headerRow: number;
  readonly labels: readonly string[];
}

export interface ShapeRules {
  readonly fileName: string;
  readonly keepTotals: boolean;
}

/** The header of a sheet, from its first rows; `null` where every cell is empty. */
export async function headOf(reader: SheetReader, rules: ShapeRules, signal?: AbortSignal): Promise<SheetHead | null> {
  let head: SheetHead | null = null;
  const rows = shapeRows(reader, rules, { signal }, (found) => {
    head = found;
  });
  // The first block is enough: leaving the loop ends the reading.
  for await (const _block of rows) break;
  return head;
}

/**
 * Tells the header from the data, fills merged cells, leaves out what is wholly empty and rows of totals, and makes every
 * row as wide as the header.
 */
export async function* shapeRows(
  reader: SheetReader,
  rules: ShapeRules,
  pass: Pass,
  onHead?: (head: SheetHead) => void,
): AsyncGenerator<RowBlock> {
  const shaper = new Shaper(reader, rules, limitedReport(pass.report));
  if (shaper.head) onHead?.(shaper.head);
  for await (const block of reader.records({ ...pass, report: shaper.report })) {
    const before = shaper.head;
    const shaped = shaper.take(block);
    if (!before && shaper.head) onHead?.(shaper.head);
    if (shaped.rows.length > 0 || (!before && shaper.head)) yield shaped;
  }
  const before = shaper.head;
  const shaped = shaper.end();
  if (!before && shaper.head) onHead?.(shaper.head);
  if (shaped.rows.length > 0) yield shaped;
}

function limitedReport(report: Pass['report']): (problem: Problem) => void {
  let reported = 0;
  return (problem) => {
    reported += 1;
    if (reported <= LIMITS.problems) report?.(problem);
  };
}

const NOTHING: RowBlock = { rows: [], numbers: [] };

class Shaper {
  head: SheetHead | null = null;
  private waiting: { readonly record: readonly string[]; readonly number: number }[] = [];
  private width = 0;
  private headerWidth = 0;
  private readonly merges: MergeFiller;
  private totals: TotalsFinder | null = null;
  private header: readonly string[] = [];

  constructor(
    private readonly reader: SheetReader,
    private readonly rules: ShapeRules,
    readonly report: (problem: Problem) => void,
  ) {
    this.merges = new MergeFiller(report);
    if (reader.labels) {
      this.width = reader.labels.length;
      this.headerWidth = this.width;
      this.head = { headerRow: 0, labels: uniqueLabels(reader.labels, this.width) };
    }
  }

  take(block: RecordBlock): RowBlock {
    this.merges.expect(block.merges);
    if (this.head) return this.rows(block.records, block.numbers);
    block.records.forEach((record, index) => {
      this.waiting.push({ record, number: block.numbers[index] ?? 0 });
    });
    return this.waiting.length >= LOOKED_AT ? this.begin() : NOTHING;
  }

  end(): RowBlock {
    return this.head ? NOTHING : this.begin();
  }

  private begin(): RowBlock {
    const records = this.waiting.map(({ record }) => record);
    const numbers = this.waiting.map(({ number }) => number);
    this.waiting = [];
    const first = headerIndex(records);
    const header = records[first];
    if (!header) return NOTHING;
    const last = this.lastHeaderRow(first, header, numbers);
    const grouped =
      last === first && this.merges.isOfGroups(header, numbers[first] ?? 0) ? records[first + 1] : undefined;
    if (grouped && namesColumns(grouped, this.header) && records.length > first + 2)
      return this.beginWith(records, numbers, first, first + 1, labelsUnderGroups(grouped, this.header));
    const below = last === first ? records.slice(first + 1, first + 1 + CONFIRMED_BY) : [];
    const [labels] = below;
    if (labels && standsUnderGroups(header, below))
      return this.beginWith(records, numbers, first + 1, first + 1, labelsUnderGroups(labels, carriedOn(header)));
    const named = this.joined(records.slice(first, last + 1), numbers.slice(first, last + 1));
    return this.beginWith(records, numbers, first, last, named);
  }

  private beginWith(
    records: readonly (readonly string[])[],
    numbers: readonly number[],
    first: number,
    last: number,
    named: readonly string[],
  ): RowBlock {
    this.width = usedWidth(named, records, last);
    this.headerWidth = named.length;
    if (this.width > LIMITS.columns) throw tooWide(this.rules.fileName, this.width);
    this.head = { headerRow: numbers[first] ?? first + 1, labels: uniqueLabels(named, this.width) };
    if (this.reader.byHand && !this.rules.keepTotals) this.totals = new TotalsFinder(this.width);
    this.reportSkipped(records.slice(0, first), numbers);
    return this.rows(records.slice(last + 1), numbers.slice(last + 1));
  }

  /** A label that is merged over several rows says that all of them are the header. */
  private lastHeaderRow(first: number, header: readonly string[], numbers: readonly number[]): number {
    const top = numbers[first] ?? 0;
    this.header = this.merges.fill(header, top);
    const bottom = Math.min(this.merges.lastOpenRow(), top + MOST_HEADER_ROWS - 1);
    return Math.max(
      first,
      numbers.findLastIndex((number) => number <= bottom),
    );
  }

  /** Labels of a header of several rows: the upper one, then the lower one where it says something else. */
  private joined(records: readonly (readonly string[])[], numbers: readonly number[]): readonly string[] {
    const rows = records.map((record, index) =>
      index === 0 ? this.header : this.merges.fill(record, numbers[index] ?? 0),
    );
    const width = Math.max(...rows.map((row) => row.length));
    return Array.from({ length: width }, (_, column) => {
      const texts = rows.map((row) => (row[column] ?? '').trim()).filter((text) => text !== '');
      return [...new Set(texts)].join(' / ');
    });
  }

  private rows(records: readonly (readonly string[])[], numbers: readonly number[]): RowBlock {
    const shaped: { rows: (readonly string[])[]; numbers: number[] } = { rows: [], numbers: [] };
    records.forEach((record, index) => {
      if (isBlank(record)) return;
      const number = numbers[index] ?? 0;
      const row = this.row(record, number);
      if (!row) return;
      shaped.rows.push(row);
      shaped.numbers.push(number);
    });
    return shaped;
  }

  /** `null`: it is no row of data, which has been said. */
  private row(record: readonly string[], number: number): readonly string[] | null {
    if (this.merges.isHeading(record, number)) {
      this.report(headingRow(number, record));
      return null;
    }
    const filled = this.merges.fill(record, number);
    if (this.headerWidth < filled.length) {
      const extra = filled.slice(this.headerWidth).filter((cell) => cell.trim() !== '');
      if (extra.length > 0) this.report(extraCells(number, extra));
    }
    const row = padded(filled, this.width);
    // Merged cells are no part of what a row of totals says of itself.
    const total = this.totals?.look(padded(record, this.width));
    if (!total) return row;
    this.report(totalRow(number, total.word, row));
    return null;
  }

  /** What stands above the header is not data; it is said, in case it is. */
  private reportSkipped(records: readonly (readonly string[])[], numbers: readonly number[]): void {
    records.forEach((record, index) => {
      if (isBlank(record)) return;
      const row = numbers[index] ?? index + 1;
      const message = `Row ${row} stands above the headers and was not read as a row of the table.`;
      const value = record.join(' ').trim().slice(0, 300);
      this.report({ row, column: '', code: 'above_header', message, value, effect: 'note' });
    });
  }
}

function isBlank(record: readonly string[]): boolean {
  for (const cell of record) if (cell !== '' && cell.trim() !== '') return false;
  return true;
}

/** Columns up to the last one that has a label or, in the first thousand rows, a cell. */
function usedWidth(header: readonly string[], records: readonly (readonly string[])[], first: number): number {
  let width = header.findLastIndex((label) => label.trim() !== '') + 1;
  for (let index = first + 1; index < records.length && width < header.length; index += 1) {
    const record = records[index] ?? [];
    for (let cell = Math.min(record.length, header.length) - 1; cell >= width; cell -= 1) {
      if ((record[cell] ?? '').trim() !== '') width = cell + 1;
    }
  }
  return width;
}

function padded(record: readonly string[], width: number): readonly string[] {
  if (record.length === width) return record;
  if (record.length > width) return record.slice(0, width);
  const row = record.slice();
  while (row.length < width) row.push('');
  return row;
}

const tooWide = (fileName: string, width: number): Error =>
  badFile(
    `${fileName} has ${count(width)} columns; a table may have up to ${count(LIMITS.columns)}. Leave out the columns that are not needed.`,
  );

function extraCells(row: number, extra: readonly string[]): Problem {
  const more = extra.length === 1 ? '1 cell' : `${extra.length} cells`;
  const message = `Row ${row} has ${more} more than the header. They are left out; check whether a text contains the delimiter without quotation marks.`;
  return { row, column: '', code: 'extra_cells', message, value: extra.join(' ').slice(0, 300), effect: 'note' };
}

function totalRow(row: number, word: string, cells: readonly string[]): Problem {
  const why = word === '' ? 'adds up the rows above it' : `is called “${word}”`;
  const message = `Row ${row} ${why}, so it was left out as a row of totals. Choose to keep such rows if it is none.`;
  const value = cells
    .filter((cell) => cell.trim() !== '')
    .join(' ')
    .slice(0, 300);
  return { row, column: '', code: 'total_row', message, value, effect: 'note' };
}

function headingRow(row: number, record: readonly string[]): Problem {
  const value = record.join(' ').trim().slice(0, 300);
  const message = `Row ${row} is one cell over several columns, “${value.slice(0, 60)}”. It was left out as a heading.`;
  return { row, column: '', code: 'heading_row', message, value, effect: 'note' };
}
