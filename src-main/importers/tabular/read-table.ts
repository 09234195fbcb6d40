import { buildTable } from './build-table';
import { findEncoding } from './decode';
import { throwIfCancelled } from './failures';
import { tellFileKind } from './file-kind';
import { type LoadedFile, loadFile } from './load-file';
import { readCsv } from './read-csv';
import { readXlsx } from './read-xlsx';
import type { ReadOptions, Table } from './table';

/** The table that was read last: a mapping is edited step by step, and the file stays the same meanwhile. */
let last: { readonly key: string; readonly table: Table } | null = null;

/**
 * Reads any CSV-like or XLSX table, found by its content. Failures are `bad_file` with a sentence for the person, or
 * `cancelled`.
 */
export async function readTable(path: string, options: ReadOptions): Promise<Table> {
  throwIfCancelled(options.signal);
  const file = await loadFile(path, options.signal);
  const { encoding, delimiter, sheet } = options;
  // The content's hash is part of the key: a file that was changed in between is read again.
  const key = JSON.stringify([file.contentHash, file.fileName, encoding, delimiter, sheet]);
  if (last?.key === key) return last.table;
  const isXlsx = tellFileKind(file.fileName, file.bytes) === 'xlsx';
  const table = await (isXlsx ? tableOfXlsx(file, options) : tableOfCsv(file, options));
  last = { key, table };
  return table;
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
