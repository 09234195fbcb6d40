import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import Papa from 'papaparse';
import { uniqueLabels } from './build-table';
import { decodeInSteps, findEncoding } from './decode';
import { chooseDelimiter, readSeparatorLine } from './delimiter';
import { readable } from './load-file';
import { readTable } from './read-table';
import type { ReadOptions } from './table';

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
   * Labels of the first row that holds anything, were it a table; a worksheet is read whole for it (and kept for the
   * import). Empty where the content is none.
   */
  labels(): Promise<readonly string[]>;
}

const ZIP = 'PK';
/** A header may stand under a title or blank rows, but not under many. */
const BLANK_ROWS = 50;

/** Reads the beginning of a file. Failures are `bad_file` with a sentence for the person. */
export async function readFileStart(path: string, options: ReadOptions): Promise<FileStart> {
  const fileName = basename(path);
  const bytes = await firstBytes(path, fileName);
  const text = startText(fileName, bytes, options.encoding);
  return {
    path,
    fileName,
    bytes,
    text,
    labels: async () => {
      if (text.startsWith(ZIP)) return (await readTable(path, options)).labels;
      return csvLabels(text, options.delimiter);
    },
  };
}

async function firstBytes(path: string, fileName: string): Promise<Uint8Array> {
  try {
    const handle = await open(path, 'r');
    try {
      const bytes = Buffer.alloc(START_BYTES);
      const { bytesRead } = await handle.read(bytes, 0, START_BYTES, 0);
      return bytes.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw readable(error, fileName);
  }
}

/** A character that the cut goes through would make UTF-8 look like something else: the last line is left out. */
function startText(fileName: string, bytes: Uint8Array, wanted: string): string {
  const end = bytes.length < START_BYTES ? bytes.length : bytes.lastIndexOf(10) + 1;
  const whole = end > 0 ? bytes.subarray(0, end) : bytes;
  const encoding = findEncoding(fileName, whole, wanted);
  return [...decodeInSteps(whole, encoding)].map((step) => step.text).join('');
}

function csvLabels(start: string, wanted: ReadOptions['delimiter']): readonly string[] {
  const lines = start.replace(/\r\n?/g, '\n');
  const separator = readSeparatorLine(lines);
  const rest = separator?.rest ?? lines;
  const delimiter = chooseDelimiter(wanted, separator?.delimiter, rest);
  const { data } = Papa.parse<string[]>(rest, { delimiter, newline: '\n', preview: BLANK_ROWS });
  const header = data.find((record) => record.some((cell) => cell.trim() !== '')) ?? [];
  return uniqueLabels(header, header.length);
}
