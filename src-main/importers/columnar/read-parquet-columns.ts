import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import zlib from 'node:zlib';
import { type AsyncBuffer, type FileMetaData, parquetMetadataAsync, parquetRead, parquetSchema } from 'hyparquet';
import { compressors as slowCompressors } from 'hyparquet-compressors';
import { DomainError } from '../../failure/domain-error';
import { looksLikeDate, possibleOrders, readDate } from '../cells/read-date';
import { badFile, breathe, throwIfCancelled } from '../tabular/failures';
import { uniqueLabels } from '../tabular/labels';
import { readable } from '../tabular/load-file';
import { ColumnBuilder } from './column-builder';
import {
  type ColumnTable,
  certainOrder,
  dateTest,
  placeOfDate,
  type ReadColumns,
  type RowFilter,
  wantedPlaces,
} from './column-table';
import { SortSpace } from './sort-numbers';

const POINT = 46;

/** Node's own zstd is several times quicker; a Node before 22.15 does not have it, and fails to load what imports it by name. */
const compressors =
  typeof zlib.zstdDecompressSync === 'function'
    ? { ...slowCompressors, ZSTD: (input: Uint8Array) => zlib.zstdDecompressSync(input) }
    : slowCompressors;

/** Reads the columns of a Parquet file, one column of one row group at a time. */
export async function readParquetColumns(path: string, options: ReadColumns): Promise<ColumnTable> {
  const fileName = basename(path);
  let handle: FileHandle | null = null;
  try {
    handle = await open(path, 'r');
    const file = await asyncBuffer(handle);
    return await readFile(file, fileName, options);
  } catch (error) {
    const known = readable(error, fileName);
    if (known instanceof DomainError) throw known;
    const reason = error instanceof Error ? error.message : String(error);
    throw badFile(`${fileName} cannot be read as Parquet (${reason}). Write it again, or save it as CSV.`);
  } finally {
    await handle?.close();
  }
}

async function asyncBuffer(handle: FileHandle): Promise<AsyncBuffer> {
  const { size } = await handle.stat();
  return {
    byteLength: size,
    slice: async (start, end = size) => {
      if (!(Number.isSafeInteger(start) && Number.isSafeInteger(end) && start >= 0 && start <= end && end <= size))
        throw new Error('a part of it is said to lie outside the file');
      const bytes = Buffer.allocUnsafeSlow(end - start);
      await handle.read(bytes, 0, bytes.length, start);
      return bytes.buffer;
    },
  };
}

interface Source {
  readonly file: AsyncBuffer;
  readonly metadata: FileMetaData;
}

async function readFile(file: AsyncBuffer, fileName: string, options: ReadColumns): Promise<ColumnTable> {
  const metadata = await parquetMetadataAsync(file);
  const source = { file, metadata };
  const names = parquetSchema(metadata).children.map((child) => child.element.name);
  const labels = uniqueLabels(names, names.length);
  const places = wantedPlaces(labels, options.columns);
  const all = rowsOf(metadata);
  const builders = places.map((place) => ({ place, builder: new ColumnBuilder(POINT, options.filter ? 0 : all) }));
  const filter = options.filter && (await prepareFilter(source, fileName, names, options.filter));
  const total = places.length * metadata.row_groups.length;
  let [rows, start, done] = [0, 0, 0];
  for (const group of metadata.row_groups) {
    const end = start + Number(group.num_rows);
    const kept = filter && (await keptRows(source, start, end, filter));
    rows += kept ? kept.reduce((sum, one) => sum + one, 0) : end - start;
    for (const { place, builder } of builders) {
      throwIfCancelled(options.signal);
      const cells = (values: ArrayLike<unknown>, from: number): void => {
        for (let row = 0; row < values.length; row++) {
          if (!kept || kept[from - start + row] === 1) addValue(builder, values[row]);
        }
      };
      await readColumn(source, names[place] ?? '', start, end, cells);
      done += 1;
      options.onProgress?.(done, total);
      await breathe(options.signal);
    }
    start = end;
  }
  const space = new SortSpace();
  const columns = new Map(builders.map(({ place, builder }) => [labels[place] ?? '', builder.finish(space)]));
  return { fileName, encoding: '', labels, rows, columns };
}

/** How many rows the file says it has; refused where its groups say otherwise. */
function rowsOf({ num_rows, row_groups }: FileMetaData): number {
  const all = Number(num_rows);
  const groups = row_groups.map((group) => Number(group.num_rows));
  const sum = groups.reduce((total, rows) => total + rows, 0);
  const counts = [all, ...groups].every((count) => Number.isSafeInteger(count) && count >= 0);
  if (!counts || sum !== all) throw new Error('its numbers of rows contradict each other');
  return all;
}

async function readColumn(
  { file, metadata }: Source,
  column: string,
  rowStart: number,
  rowEnd: number,
  take: (values: ArrayLike<unknown>, from: number) => void,
): Promise<void> {
  await parquetRead({
    file,
    metadata,
    columns: [column],
    rowStart,
    rowEnd,
    compressors,
    onChunk: (chunk) => take(chunk.columnData, chunk.rowStart),
  });
}

function addValue(builder: ColumnBuilder, value: unknown): void {
  if (typeof value === 'number') builder.number(value);
  else if (value === null || value === undefined) builder.blank();
  else if (typeof value === 'string') builder.text(value.trim());
  else if (typeof value === 'bigint') builder.number(Number(value));
  else if (value instanceof Date) builder.text(dateText(value));
  else builder.text(typeof value === 'object' ? JSON.stringify(value) : String(value));
}

/** A day without a time is written as a day. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const text = date.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text;
}

interface PreparedFilter extends RowFilter {
  /** The column's name in the file itself. */
  readonly name: string;
  readonly test: (text: string) => boolean;
}

/** Dates that are texts need an order of day and month, which only all of them together tell. */
async function prepareFilter(
  source: Source,
  fileName: string,
  names: readonly string[],
  filter: RowFilter,
): Promise<PreparedFilter> {
  const name = names[placeOfDate(fileName, uniqueLabels(names, names.length), filter.column)] ?? '';
  const texts = new Set<string>();
  let dates = 0;
  await readColumn(source, name, 0, Number(source.metadata.num_rows), (values) => {
    for (let row = 0; row < values.length; row++) {
      const value = values[row];
      if (value instanceof Date) dates += 1;
      else if (typeof value === 'string' && texts.size < 100_000 && looksLikeDate(value.trim()))
        texts.add(value.trim());
    }
  });
  const orders = filter.order ? [filter.order] : possibleOrders(texts);
  // Real dates have no order to find.
  const order = texts.size === 0 && dates > 0 ? 'ymd' : certainOrder(fileName, filter.column, orders, texts.size);
  return { ...filter, name, test: dateTest(filter, (text) => readDate(text, order)) };
}

/** 1 for each row of the group whose date lies in the range. */
async function keptRows(source: Source, start: number, end: number, filter: PreparedFilter): Promise<Uint8Array> {
  const kept = new Uint8Array(end - start);
  await readColumn(source, filter.name, start, end, (values, from) => {
    for (let row = 0; row < values.length; row++) {
      const value = values[row];
      const inside =
        value instanceof Date
          ? value.getTime() >= filter.from && value.getTime() <= filter.to
          : typeof value === 'string' && filter.test(value);
      if (inside) kept[from - start + row] = 1;
    }
  });
  return kept;
}
