import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { readable } from '../tabular/load-file';
import type { ColumnTable, ReadColumns } from './column-table';
import { readCsvColumns } from './read-csv-columns';
import { readParquetColumns } from './read-parquet-columns';

/**
 * Reads the columns of a CSV or Parquet file, told by its content. Failures are `bad_file` with a sentence for the person,
 * `invalid_input` where a choice is missing, or `cancelled`.
 */
export async function readColumns(path: string, options: ReadColumns): Promise<ColumnTable> {
  return (await isParquet(path)) ? readParquetColumns(path, options) : readCsvColumns(path, options);
}

async function isParquet(path: string): Promise<boolean> {
  try {
    const handle = await open(path, 'r');
    try {
      const start = Buffer.alloc(4);
      await handle.read(start, 0, 4, 0);
      return start.toString('latin1') === 'PAR1';
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw readable(error, basename(path));
  }
}
