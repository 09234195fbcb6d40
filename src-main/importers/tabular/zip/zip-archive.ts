import { crc32 as crc32Of, createInflateRaw } from 'node:zlib';
import { badFile } from '../failures';
import { count, LIMITS } from '../limits';

export interface ZipEntry {
  readonly name: string;
  readonly packed: number;
  readonly unpacked: number;
  readonly method: number;
  readonly crc: number;
  readonly offset: number;
}

export interface ZipArchive {
  readonly fileName: string;
  readonly bytes: Buffer;
  readonly entries: ReadonlyMap<string, ZipEntry>;
  readonly limits: ZipLimits;
  /** Bytes that were really unpacked so far, over all entries. */
  unpackedBytes: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;

const corrupt = (fileName: string, { mend }: ZipLimits): Error =>
  badFile(`${fileName} is damaged: its parts cannot be unpacked. ${mend}`);

/** What an archive may be, and the words for one that is more. */
export interface ZipLimits {
  readonly entries: number;
  readonly thing: string;
  readonly todo: string;
  /** What helps where it is damaged. */
  readonly mend: string;
}

export const WORKBOOK: ZipLimits = {
  entries: LIMITS.zipEntries,
  thing: 'workbook',
  todo: 'Save the table as CSV instead.',
  mend: 'Open it in Excel, save it again and import that file.',
};

const bomb = (fileName: string, what: string, { thing, todo }: ZipLimits): Error =>
  badFile(`${fileName} is refused because it ${what}, which no ordinary ${thing} does. ${todo}`);

/** Reads the directory of an archive and refuses one that unpacks to far more than it should. */
export function openZip(fileName: string, bytes: Uint8Array, limits: ZipLimits = WORKBOOK): ZipArchive {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(buffer);
  if (end < 0) throw corrupt(fileName, limits);
  const total = buffer.readUInt16LE(end + 10);
  // 0xffff stands for "see the ZIP64 record"; a workbook never has that many parts.
  if (total > limits.entries) throw bomb(fileName, `has more than ${count(limits.entries)} parts`, limits);
  const entries = new Map<string, ZipEntry>();
  let at = buffer.readUInt32LE(end + 16);
  let declared = 0;
  for (let index = 0; index < total; index += 1) {
    if (at + 46 > buffer.length || buffer.readUInt32LE(at) !== DIRECTORY_ENTRY) throw corrupt(fileName, limits);
    const entry = readEntry(buffer, at);
    if ((buffer.readUInt16LE(at + 8) & 1) === 1) {
      throw badFile(`${fileName} is protected by a password. Save it without one, or as CSV, and import that file.`);
    }
    declared += entry.unpacked;
    refuseBomb(fileName, entry.unpacked, entry.packed, declared, limits);
    entries.set(entry.name, entry);
    at += 46 + buffer.readUInt16LE(at + 28) + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
  }
  return { fileName, bytes: buffer, entries, limits, unpackedBytes: 0 };
}

/** The end record stands in the last 22 bytes, or before a comment of up to 65,535 bytes. */
function findEnd(buffer: Buffer): number {
  for (let at = buffer.length - 22; at >= Math.max(0, buffer.length - 65_557); at -= 1) {
    if (buffer.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  return -1;
}

function readEntry(buffer: Buffer, at: number): ZipEntry {
  const nameLength = buffer.readUInt16LE(at + 28);
  return {
    name: buffer.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/'),
    method: buffer.readUInt16LE(at + 10),
    crc: buffer.readUInt32LE(at + 16),
    packed: buffer.readUInt32LE(at + 20),
    unpacked: buffer.readUInt32LE(at + 24),
    offset: buffer.readUInt32LE(at + 42),
  };
}

function refuseBomb(fileName: string, unpacked: number, packed: number, total: number, limits: ZipLimits): void {
  if (total > LIMITS.zipBytes) {
    throw bomb(fileName, `unpacks to more than ${count(LIMITS.zipBytes / 1_048_576)} MB`, limits);
  }
  if (unpacked > LIMITS.zipRatioFrom && unpacked / Math.max(1, packed) > LIMITS.zipRatio) {
    throw bomb(fileName, `has a part that unpacks to more than ${LIMITS.zipRatio} times its size`, limits);
  }
}

/** Unpacks an entry piece by piece; what it really unpacks to is counted, whatever the directory says. */
export async function* unpack(archive: ZipArchive, entry: ZipEntry): AsyncGenerator<Buffer> {
  const { bytes, fileName, limits } = archive;
  if (entry.offset + 30 > bytes.length || bytes.readUInt32LE(entry.offset) !== LOCAL_ENTRY)
    throw corrupt(fileName, limits);
  const from = entry.offset + 30 + bytes.readUInt16LE(entry.offset + 26) + bytes.readUInt16LE(entry.offset + 28);
  const packed = bytes.subarray(from, from + entry.packed);
  if (packed.length < entry.packed || (entry.method !== 0 && entry.method !== 8)) throw corrupt(fileName, limits);
  let size = 0;
  let crc = 0;
  for await (const piece of entry.method === 0 ? [packed] : inflate(packed, archive)) {
    size += piece.length;
    archive.unpackedBytes += piece.length;
    refuseBomb(fileName, size, entry.packed, archive.unpackedBytes, limits);
    crc = crc32Of(piece, crc);
    yield piece;
  }
  if (crc !== entry.crc) throw corrupt(fileName, limits);
}

async function* inflate(packed: Buffer, { fileName, limits }: ZipArchive): AsyncGenerator<Buffer> {
  const stream = createInflateRaw({ chunkSize: 256 * 1024 });
  stream.end(packed);
  try {
    for await (const piece of stream) yield piece;
  } catch {
    throw corrupt(fileName, limits);
  } finally {
    stream.destroy();
  }
}
