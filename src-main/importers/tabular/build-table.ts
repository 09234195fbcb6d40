import type { Problem } from '#contract/imports/parts';
import { badFile } from './failures';
import { headerIndex } from './header-row';
import { LIMITS } from './limits';
import type { RawRows } from './table';

export interface HeadedRows {
  readonly headerRow: number;
  readonly labels: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly rowNumbers: readonly number[];
  readonly problems: readonly Problem[];
}

/** Tells the header from the data, drops what is wholly empty and makes every row as wide as the header. */
export function buildTable(fileName: string, raw: RawRows): HeadedRows {
  const first = headerIndex(raw.records);
  const header = raw.records[first];
  if (!header) throw badFile(`${fileName} holds no rows: every cell in it is empty.`);
  const width = usedWidth(header, raw.records, first);
  const labels = uniqueLabels(header, width);
  const rows: (readonly string[])[] = [];
  const rowNumbers: number[] = [];
  const problems = [...raw.problems, ...skippedRows(raw, first)];
  for (let index = first + 1; index < raw.records.length; index += 1) {
    const record = raw.records[index] ?? [];
    if (isBlank(record)) continue;
    const row = raw.numbers[index] ?? index + 1;
    if (header.length < record.length && problems.length < LIMITS.problems) {
      const extra = record.slice(header.length).filter((cell) => cell.trim() !== '');
      if (extra.length > 0) problems.push(extraCells(row, extra));
    }
    rows.push(padded(record, width));
    rowNumbers.push(row);
  }
  return { headerRow: raw.numbers[first] ?? first + 1, labels, rows, rowNumbers, problems };
}

const isBlank = (record: readonly string[]): boolean => record.every((cell) => cell.trim() === '');

/** Columns up to the last one that has a label or, under the header, a cell. */
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
  return Array.from({ length: width }, (_, index) => record[index] ?? '');
}

/** Blanks collapsed; an empty label becomes `Column 7`, a repeated one gets ` (2)`, never taking another's label. */
export function uniqueLabels(header: readonly string[], width: number): readonly string[] {
  const plain = Array.from({ length: width }, (_, index) => {
    const label = (header[index] ?? '').replace(/\s+/g, ' ').trim().slice(0, 1_900);
    return label === '' ? `Column ${index + 1}` : label;
  });
  const taken = new Set(plain);
  const times = new Map<string, number>();
  return plain.map((label) => {
    let number = (times.get(label) ?? 0) + 1;
    if (number === 1) {
      times.set(label, 1);
      return label;
    }
    while (taken.has(`${label} (${number})`)) number += 1;
    times.set(label, number);
    taken.add(`${label} (${number})`);
    return `${label} (${number})`;
  });
}

/** What stands above the header is not data; it is said, in case it is. */
function skippedRows({ records, numbers }: RawRows, first: number): readonly Problem[] {
  return records.slice(0, first).flatMap((record, index): Problem[] => {
    if (isBlank(record)) return [];
    const row = numbers[index] ?? index + 1;
    const message = `Row ${row} stands above the headers and was not read as a model.`;
    const value = record.join(' ').trim().slice(0, 300);
    return [{ row, column: '', code: 'above_header', message, value, effect: 'note' }];
  });
}

function extraCells(row: number, extra: readonly string[]): Problem {
  const more = extra.length === 1 ? '1 cell' : `${extra.length} cells`;
  const message = `Row ${row} has ${more} more than the header. They are left out; check whether a text contains the delimiter without quotation marks.`;
  return { row, column: '', code: 'extra_cells', message, value: extra.join(' ').slice(0, 300), effect: 'note' };
}
