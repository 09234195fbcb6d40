import type { DateOrder } from '#domain/base/typed-date';
import { looksLikeDate, possibleOrders, readDate } from '../cells/read-date';
import { badFile } from '../tabular/failures';
import { uniqueLabels } from '../tabular/labels';
import { ColumnBuilder, decodeText } from './column-builder';
import {
  type ColumnTable,
  certainOrder,
  dateTest,
  placeOfDate,
  type ReadColumns,
  type RowFilter,
  wantedPlaces,
} from './column-table';
import { type CsvShape, csvShape, eachRow } from './csv-bytes';
import { type CsvRow, cellBytes } from './scan-csv';
import { SortSpace } from './sort-numbers';

const COMMA = 44;
const POINT = 46;

/** Reads the columns of a CSV file in one pass; the rows are never in memory. */
export async function readCsvColumns(path: string, options: ReadColumns): Promise<ColumnTable> {
  const shape = await csvShape(path, options.encoding ?? 'auto');
  const order = options.filter && (options.filter.order ?? (await findOrder(path, shape, options.filter, options)));
  const decimal =
    (options.decimal ?? 'auto') === 'auto' ? guessDecimal(shape) : options.decimal === ',' ? COMMA : POINT;
  let labels: readonly string[] | null = null;
  let rows = 0;
  let dated: { place: number; test: (text: string) => boolean } | null = null;
  const builders: { place: number; builder: ColumnBuilder }[] = [];
  const take = (row: CsvRow): void => {
    if (!labels) {
      labels = uniqueLabels(texts(row), row.cells);
      for (const place of wantedPlaces(labels, options.columns)) {
        builders.push({ place, builder: new ColumnBuilder(decimal) });
      }
      const { filter } = options;
      if (filter && order) {
        const place = placeOfDate(shape.fileName, labels, filter.column);
        dated = { place, test: dateTest(filter, (text) => readDate(text, order)) };
      }
      return;
    }
    if (dated && !dated.test(textOf(row, dated.place))) return;
    rows += 1;
    for (const { place, builder } of builders) addCell(builder, row, place);
  };
  await eachRow(path, shape, decimal, take, options);
  const found: readonly string[] = labels ?? [];
  if (found.length === 0) throw badFile(`${shape.fileName} holds no rows: every cell in it is empty.`);
  const space = new SortSpace();
  const columns = new Map(builders.map(({ place, builder }) => [found[place] ?? '', builder.finish(space)]));
  return { fileName: shape.fileName, encoding: shape.encoding, labels: found, rows, columns };
}

function addCell(builder: ColumnBuilder, row: CsvRow, place: number): void {
  const value = place < row.cells ? (row.values[place] ?? Number.NaN) : Number.NaN;
  if (!Number.isNaN(value)) builder.number(value);
  else if (place >= row.cells) builder.blank();
  else if (row.doubled[place] === 1) {
    const bytes = cellBytes(row, place);
    builder.cell(bytes, 0, bytes.length);
  } else builder.cell(row.bytes, row.starts[place] ?? 0, row.ends[place] ?? 0);
}

function textOf(row: CsvRow, place: number): string {
  if (place >= row.cells) return '';
  const bytes = cellBytes(row, place);
  return decodeText(bytes, 0, bytes.length);
}

const texts = (row: CsvRow): string[] => Array.from({ length: row.cells }, (_, place) => textOf(row, place));

/** The order of day and month by a pass of its own, over the dates alone. */
async function findOrder(path: string, shape: CsvShape, filter: RowFilter, options: ReadColumns): Promise<DateOrder> {
  let place = -1;
  const dates = new Set<string>();
  const take = (row: CsvRow): void => {
    if (place < 0) place = placeOfDate(shape.fileName, uniqueLabels(texts(row), row.cells), filter.column);
    else {
      const text = textOf(row, place).trim();
      if (dates.size < 100_000 && !dates.has(text) && looksLikeDate(text)) dates.add(text);
    }
  };
  await eachRow(path, shape, POINT, take, { signal: options.signal });
  return certainOrder(shape.fileName, filter.column, possibleOrders(dates), dates.size);
}

/** A comma when cells are separated by something else and numbers with a comma are met, none with a point. */
function guessDecimal({ delimiter, sample }: CsvShape): number {
  if (delimiter === ',') return POINT;
  const cells = sample
    .split('\n')
    .flatMap((line) => line.split(delimiter).map((cell) => cell.replaceAll('"', '').trim()));
  const commas = cells.some((cell) => /^[+-]?\d+,\d+$/.test(cell));
  return commas && !cells.some((cell) => /^[+-]?\d+\.\d+$/.test(cell)) ? COMMA : POINT;
}
