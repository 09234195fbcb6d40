import { buildTable } from './build-table';
import { findEncoding } from './decode';
import { throwIfCancelled } from './failures';
import { tellFileKind } from './file-kind';
import { type LoadedFile, loadFile } from './load-file';
import { readCsv } from './read-csv';
import { readXlsx } from './read-xlsx';
import type { ReadOptions, Table } from './table';

/**
 * Reads any CSV-like or XLSX table, found by its content. Failures are `bad_file` with a sentence for the person, or
 * `cancelled`.
 */
export async function readTable(path: string, options: ReadOptions): Promise<Table> {
  throwIfCancelled(options.signal);
  const file = await loadFile(path, options.signal);
  return tellFileKind(file.fileName, file.bytes) === 'xlsx' ? tableOfXlsx(file, options) : tableOfCsv(file, options);
}

async function tableOfCsv(file: LoadedFile, options: ReadOptions): Promise<Table> {
  const encoding = findEncoding(file.fileName, file.bytes, options.encoding);
  const raw = await readCsv(file.fileName, file.bytes, encoding, options);
  return {
    fileName: file.fileName,
    fileKind: 'csv',
    encoding: encoding.label,
    delimiter: raw.delimiter,
    sheets: [],
    sheet: '',
    contentHash: file.contentHash,
    ...buildTable(file.fileName, raw),
  };
}

async function tableOfXlsx(file: LoadedFile, options: ReadOptions): Promise<Table> {
  const raw = await readXlsx(file.fileName, file.bytes, options);
  return {
    fileName: file.fileName,
    fileKind: 'xlsx',
    encoding: '',
    delimiter: '',
    sheets: raw.sheets,
    sheet: raw.sheet,
    contentHash: file.contentHash,
    ...buildTable(file.fileName, raw),
  };
}
