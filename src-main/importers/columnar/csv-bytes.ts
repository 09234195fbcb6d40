import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { findDelimiter, readSeparatorLine } from '../tabular/csv/delimiter';
import { decoderOf } from '../tabular/encoding/decode';
import { findEncoding } from '../tabular/encoding/find-encoding';
import { badFile, breathe } from '../tabular/failures';
import { tellFileKind, tellTextKind } from '../tabular/file-kind';
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
  /** WHATWG label of what was asked for, else of what the beginning looks like. */
  readonly encoding: string;
  /** The text has to be decoded as a whole. Otherwise bytes are read as they are, and each cell tells its encoding. */
  readonly decoded: boolean;
  readonly delimiter: string;
  /** Text of the first records, for guesses. */
  readonly sample: string;
}

/** Looks at the beginning of a file and tells how to read it. `wanted` is 'auto' or a WHATWG label. */
export async function csvShape(path: string, wanted: string): Promise<CsvShape> {
  const fileName = basename(path);
  return withFile(path, async (handle) => {
    const { size } = await handle.stat();
    if (size === 0) throw badFile(`${fileName} is empty (0 bytes). Save the table again and choose that file.`);
    const bytes = Buffer.alloc(Math.min(size, SAMPLE));
    await handle.read(bytes, 0, bytes.length, 0);
    const kind = tellFileKind(fileName, bytes);
    if (kind === 'gzip')
      throw badFile(`${fileName} is a compressed file (gzip). Unpack it first and choose the table inside.`);
    if (kind !== 'text')
      throw badFile(`${fileName} is a workbook or an archive. Save the sheet as CSV, or choose a Parquet file.`);
    // Up to the last whole line, so that no character is cut in two.
    const whole = size > SAMPLE && bytes.includes(10) ? bytes.subarray(0, bytes.lastIndexOf(10) + 1) : bytes;
    const { label: encoding, skip } = findEncoding(fileName, whole, wanted);
    const decoded = wanted !== 'auto' || !['utf-8', 'windows-1252'].includes(encoding);
    const text = decoderOf(decoded ? encoding : 'latin1')(whole.subarray(skip), true).replace(/\r\n?/g, '\n');
    if (tellTextKind(fileName, text) !== 'csv')
      throw badFile(`${fileName} is JSON, a web page or XML, not a table. Save it as CSV, or choose a Parquet file.`);
    const separator = readSeparatorLine(text);
    const sample = separator?.rest ?? text;
    const line = separator ? bytes.indexOf(10, skip) + 1 + (encoding === 'utf-16le' ? 1 : 0) : skip;
    const delimiter = separator?.delimiter ?? findDelimiter(sample);
    return { fileName, size, start: line, encoding, decoded, delimiter, sample };
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

/** Pieces of the file, each with what was left of the piece before in front; what has to be decoded becomes UTF-8. One buffer serves all. */
async function* chunks(handle: FileHandle, shape: CsvShape, rest: () => Buffer): AsyncGenerator<Chunk> {
  const decode = shape.decoded ? decoderOf(shape.encoding) : null;
  let buffer = Buffer.allocUnsafeSlow(2 * CHUNK);
  let done = shape.start;
  do {
    const left = rest();
    if (!decode && left.length + CHUNK > buffer.length) buffer = Buffer.allocUnsafeSlow(left.length + CHUNK);
    const offset = decode ? 0 : left.copy(buffer);
    const { bytesRead } = await handle.read(buffer, offset, CHUNK, done);
    done += bytesRead;
    const last = done >= shape.size || bytesRead === 0;
    const bytes = buffer.subarray(0, offset + bytesRead);
    const text = decode?.(bytes, last);
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
