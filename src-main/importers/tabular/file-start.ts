import { basename } from 'node:path';
import { decodeInSteps } from './encoding/decode';
import { findEncoding } from './encoding/find-encoding';
import { loadFile, readStart } from './load-file';
import { openTable } from './open-table';
import type { OpenTable, ReadOptions } from './table';
import { openZip, WORKBOOK, type ZipLimits } from './zip/zip-archive';

/** Enough to tell what a file holds, without reading all of a large one. */
const START_BYTES = 65_536;

/** The beginning of a file, for whoever has to say what it holds. */
export interface FileStart {
  readonly path: string;
  readonly fileName: string;
  /** At most the first 64 KB. */
  readonly bytes: Uint8Array;
  /** Those bytes as text, up to the last whole line. */
  readonly text: string;
  /**
   * Labels of the columns, were it a table; what is found out for it is kept for the import. Fails with a sentence on what
   * no table can be in.
   */
  labels(): Promise<readonly string[]>;
  /** The first rows, were it a table, at most 2,000; see `labels`. */
  rows(): Promise<readonly (readonly string[])[]>;
  /** Names of the files in an archive, of the tables in a database (in small letters); empty where it is neither. */
  members(): Promise<readonly string[]>;
}

const START_ROWS = 2_000;

const ZIP = 'PK';
/** Whoever reads what is in it has limits of its own. */
const ANY_ARCHIVE: ZipLimits = { ...WORKBOOK, entries: 65_534 };

/** Reads the beginning of a file. Failures are `bad_file` with a sentence for the person. */
export async function readFileStart(path: string, options: ReadOptions): Promise<FileStart> {
  const fileName = basename(path);
  const bytes = await readStart(path, START_BYTES);
  const text = startText(fileName, bytes, options.encoding);
  return {
    path,
    fileName,
    bytes,
    text,
    labels: async () => (await openTable(path, options)).labels,
    rows: async () => firstRows(await openTable(path, options), options),
    members: async () => {
      if (!text.startsWith(ZIP)) return [];
      const file = await loadFile(path, options.signal);
      return [...openZip(file.fileName, file.bytes, ANY_ARCHIVE).entries.keys()];
    },
  };
}

async function firstRows(table: OpenTable, { signal }: ReadOptions): Promise<readonly (readonly string[])[]> {
  const first: (readonly string[])[] = [];
  for await (const { rows } of table.rows({ signal })) {
    first.push(...rows.slice(0, START_ROWS - first.length));
    if (first.length === START_ROWS) break;
  }
  return first;
}

/** A character that the cut goes through would make UTF-8 look like something else: the last line is left out. */
function startText(fileName: string, bytes: Uint8Array, wanted: string): string {
  const end = bytes.length < START_BYTES ? bytes.length : bytes.lastIndexOf(10) + 1;
  const whole = end > 0 ? bytes.subarray(0, end) : bytes;
  const encoding = findEncoding(fileName, whole, wanted);
  return [...decodeInSteps(whole, encoding)].map((step) => step.text).join('');
}
