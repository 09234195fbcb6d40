import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { badFile, breathe } from './failures';
import { count, LIMITS } from './limits';

export interface LoadedFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly contentHash: string;
}

const STEP = 8 * 1024 * 1024;

const SENTENCES: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'is no longer there. Choose the file again.'],
  ['EACCES', 'may not be read by you. Ask for access to it, or copy it to a folder of your own.'],
  ['EPERM', 'may not be read by you. Ask for access to it, or copy it to a folder of your own.'],
  ['EISDIR', 'is a folder. Choose a file inside it.'],
  ['EBUSY', 'is in use by another program. Close it there and try again.'],
]);

/** Reads a whole file and its fingerprint; every failure is a sentence for the person. */
export async function loadFile(path: string, signal: AbortSignal | undefined): Promise<LoadedFile> {
  const fileName = basename(path);
  return withFile(path, async (handle, size) => {
    if (size > LIMITS.fileBytes) throw tooLarge(fileName, size);
    return readAll(handle, fileName, size, signal);
  });
}

/** The first bytes of a file that holds something, or all where there are fewer. */
export const readStart = (path: string, count: number): Promise<Buffer> =>
  withFile(path, async (handle) => {
    const bytes = Buffer.alloc(count);
    const { bytesRead } = await handle.read(bytes, 0, count, 0);
    return bytes.subarray(0, bytesRead);
  });

/** Opens an ordinary file that holds something for as long as the work takes. */
export async function withFile<T>(path: string, work: (handle: FileHandle, size: number) => Promise<T>): Promise<T> {
  const fileName = basename(path);
  try {
    // A pipe that nobody writes into would not be opened at all.
    const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const stat = await handle.stat();
      if (stat.isDirectory()) throw badFile(`${fileName} is a folder. Choose a file inside it.`);
      if (!stat.isFile()) throw badFile(`${fileName} is not an ordinary file. Choose a CSV or XLSX file.`);
      if (stat.size === 0) throw badFile(`${fileName} is empty (0 bytes). Save the table again and choose that file.`);
      return await work(handle, stat.size);
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw readable(error, fileName);
  }
}

export function tooLarge(fileName: string, bytes: number): Error {
  const size = count(Math.ceil(bytes / 1_048_576));
  const limit = count(LIMITS.fileBytes / 1_048_576);
  return badFile(`${fileName} has ${size} MB; tables of up to ${limit} MB can be read. Split it and import the parts.`);
}

async function readAll(
  handle: FileHandle,
  fileName: string,
  size: number,
  signal: AbortSignal | undefined,
): Promise<LoadedFile> {
  const bytes = Buffer.alloc(size);
  const hash = createHash('sha256');
  let length = 0;
  while (length < bytes.length) {
    const { bytesRead } = await handle.read(bytes, length, Math.min(STEP, bytes.length - length), length);
    if (bytesRead === 0) break;
    hash.update(bytes.subarray(length, length + bytesRead));
    length += bytesRead;
    await breathe(signal);
  }
  return { fileName, bytes: bytes.subarray(0, length), contentHash: hash.digest('hex') };
}

/** What the system says about a file, as a sentence; anything else is passed on as it is. */
export function readable(error: unknown, fileName: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const sentence = SENTENCES.get(code);
  return sentence === undefined ? error : badFile(`${fileName} ${sentence}`);
}
