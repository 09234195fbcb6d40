import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { findEncoding } from '../tabular/decode';
import { findDelimiter, readSeparatorLine } from '../tabular/delimiter';
import { breathe, badFile } from '../tabular/failures';
import { refuseForeignText, tellFileKind } from '../tabular/file-kind';
import { count, LIMITS } from '../tabular/limits';
import { readable } from '../tabular/load-file';
import { type CsvRow, createRow, isBlankRow, scanRow } from './scan-csv';

const CHUNK = 1024 * 1024;
const SAMPLE = 65_536;

export interface CsvShape {
  readonly fileName: string;
  readonly size: number;
  /** Byte where the first record begins. */
  readonly start: number;
  /** `null`: bytes that are read as they are. */
  readonly wide: 'utf-16le' | 'utf-16be' | null;
  readonly delimiter: string;
  /** Text of the first records, for guesses. */
  readonly sample: string;
}

/** Looks at the beginning of a file and tells how to read it. */
export async function csvShape(path: string): Promise<CsvShape> {
  const fileName = basename(path);
  return withFile(path, async (handle) => {
    const { size } = await handle.stat();
    if (size === 0) throw badFile(`${fileName} is empty (0 bytes). Save the table again and choose that file.`);
    const bytes = Buffer.alloc(Math.min(size, SAMPLE));
    await handle.read(bytes, 0, bytes.length, 0);
    if (tellFileKind(fileName, bytes) === 'xlsx') {
      throw badFile(`${fileName} is a workbook. Save the sheet as CSV, or choose a Parquet file.`);
    }
    const { label, skip } = findEncoding(fileName, bytes, 'auto');
    const wide = label === 'utf-16le' || label === 'utf-16be' ? label : null;
    const text = new TextDecoder(wide ?? 'latin1').decode(bytes.subarray(skip)).replace(/\r\n?/g, '\n');
    refuseForeignText(fileName, text);
    const separator = readSeparatorLine(text);
    const sample = separator?.rest ?? text;
    const line = separator ? bytes.indexOf(10, skip) + 1 + (wide === 'utf-16le' ? 1 : 0) : skip;
    const delimiter = separator?.delimiter ?? findDelimiter(sample);
    return { fileName, size, start: line, wide, delimiter, sample };
  });
}

/** Calls `take` with every record that is not blank, in the order of the file. Memory stays at one chunk. */
export async function eachRow(
  path: string,
  shape: CsvShape,
  decimal: number,
  take: (row: CsvRow) => void,
  {
    signal,
    onProgress,
  }: { signal?: AbortSignal | undefined; onProgress?: ((done: number, total: number) => void) | undefined },
): Promise<void> {
  const row = createRow();
  const cells = { delimiter: shape.delimiter.charCodeAt(0), decimal };
  await withFile(path, async (handle) => {
    let rest: Buffer = Buffer.alloc(0);
    for await (const { bytes, done, last } of chunks(handle, shape, () => rest)) {
      let at = 0;
      while (at < bytes.length) {
        const next = scanRow(row, bytes, at, bytes.length, cells, last);
        if (next < 0) break;
        if (!isBlankRow(row)) take(row);
        at = next;
      }
      rest = bytes.subarray(at);
      if (rest.length > LIMITS.record) throw overlong(shape.fileName, rest);
      onProgress?.(done, shape.size);
      await breathe(signal);
    }
  });
}

interface Chunk {
  readonly bytes: Buffer;
  /** Bytes of the file behind it. */
  readonly done: number;
  readonly last: boolean;
}

/** Pieces of the file, each with what was left of the piece before in front; UTF-16 becomes UTF-8. One buffer serves all. */
async function* chunks(handle: FileHandle, shape: CsvShape, rest: () => Buffer): AsyncGenerator<Chunk> {
  const decoder = shape.wide && new TextDecoder(shape.wide);
  let buffer = Buffer.allocUnsafeSlow(2 * CHUNK);
  let done = shape.start;
  do {
    const left = rest();
    if (!decoder && left.length + CHUNK > buffer.length) buffer = Buffer.allocUnsafeSlow(left.length + CHUNK);
    const offset = decoder ? 0 : left.copy(buffer);
    const { bytesRead } = await handle.read(buffer, offset, CHUNK, done);
    done += bytesRead;
    const last = done >= shape.size || bytesRead === 0;
    const bytes = buffer.subarray(0, offset + bytesRead);
    const text = decoder?.decode(bytes, { stream: !last });
    yield { bytes: text === undefined ? bytes : Buffer.concat([left, Buffer.from(text)]), done, last };
    if (last) return;
  } while (done < shape.size);
}

async function withFile<T>(path: string, work: (handle: FileHandle) => Promise<T>): Promise<T> {
  let handle: FileHandle | null = null;
  try {
    handle = await open(path, 'r');
    const stat = await handle.stat();
    if (!stat.isFile())
      throw badFile(`${basename(path)} is a folder or no ordinary file. Choose a CSV or Parquet file.`);
    return await work(handle);
  } catch (error) {
    throw readable(error, basename(path));
  } finally {
    await handle?.close();
  }
}

function overlong(fileName: string, rest: Buffer): Error {
  const hint = rest.includes(34)
    ? 'Perhaps a quotation mark opens there and is never closed: look at it in a text editor.'
    : 'This does not look like a table with one record a line.';
  return badFile(`A record of ${fileName} is more than ${count(LIMITS.record)} bytes long. ${hint}`);
}
