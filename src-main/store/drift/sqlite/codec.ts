/**
 * Columns of numbers as bytes. Most columns of a drift history are dull (one reference size, a window a day, no limits),
 * so each is written in the smallest of five ways that gives back exactly the same numbers.
 *
 * Layout, little-endian: count (u32), columns (u32), then for each column its kind (u32), bytes (u32) and payload.
 */
const KINDS = { constant: 0, progression: 1, bytes: 2, words: 3, doubles: 4 } as const;

const HEAD = 8;
const DOUBLE = 8;

export type Numbers = Float64Array<ArrayBuffer>;

export interface Encoded {
  readonly block: Buffer;
  /** Holds every number in the one form that it is digested in: no −0, and no gap among numbers that are written as they are. */
  readonly canonical: boolean;
}

export const encodeColumns = (columns: readonly Float64Array[], from: number, to: number): Buffer =>
  encodeBlock(columns, from, to).block;

export function encodeBlock(columns: readonly Float64Array[], from: number, to: number): Encoded {
  const payloads = columns.map((column) => encode(column.subarray(from, to)));
  const size = payloads.reduce((sum, one) => sum + HEAD + one.bytes.byteLength, HEAD);
  const out = Buffer.alloc(size);
  out.writeUInt32LE(to - from, 0);
  out.writeUInt32LE(columns.length, 4);
  let place = HEAD;
  for (const { kind, bytes } of payloads) {
    out.writeUInt32LE(kind, place);
    out.writeUInt32LE(bytes.byteLength, place + 4);
    out.set(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength), place + HEAD);
    place += HEAD + bytes.byteLength;
  }
  return { block: out, canonical: payloads.every((one) => one.canonical) };
}

/** The columns of a block without its head and without the last one, which is constant. */
export const beforeConstant = (block: Buffer): Buffer => block.subarray(HEAD, block.length - HEAD - DOUBLE);

/** The columns of a block without its head. */
export const columnsIn = (block: Buffer): Buffer => block.subarray(HEAD);

export const countOf = (block: Buffer): number => block.readUInt32LE(0);

/** Writes the wanted columns of a block into `targets`, from `offset` on. */
export function decodeColumns(
  block: Buffer,
  wanted: readonly number[],
  targets: readonly Float64Array[],
  offset: number,
): void {
  const count = countOf(block);
  const columns = block.readUInt32LE(4);
  let place = HEAD;
  for (let index = 0; index < columns; index += 1) {
    const bytes = block.readUInt32LE(place + 4);
    const target = targets[wanted.indexOf(index)];
    if (target) decode(block.readUInt32LE(place), block, place + HEAD, target.subarray(offset, offset + count));
    place += HEAD + bytes;
  }
}

/** Every column of a block, to be asked for single places: nothing is decoded that nobody asks for. */
export function columnReaders(block: Buffer): readonly ((place: number) => number)[] {
  let place = HEAD;
  return Array.from({ length: block.readUInt32LE(4) }, () => {
    const reader = readerOf(block.readUInt32LE(place), block, place + HEAD);
    place += HEAD + block.readUInt32LE(place + 4);
    return reader;
  });
}

function readerOf(kind: number, block: Buffer, start: number): (place: number) => number {
  switch (kind) {
    case KINDS.constant:
      return () => block.readDoubleLE(start);
    case KINDS.progression:
      return (place) => block.readDoubleLE(start) + block.readDoubleLE(start + 8) * place;
    case KINDS.bytes:
      return (place) => block.readUInt8(start + place);
    case KINDS.words:
      return (place) => block.readUInt32LE(start + 4 * place);
    case KINDS.doubles:
      return (place) => block.readDoubleLE(start + 8 * place);
    default:
      throw new UnknownKind(kind);
  }
}

/** No program of before wrote such a column: it is damaged or altered. */
export class UnknownKind extends Error {
  constructor(kind: number) {
    super(`A segment of drift results has a column of kind ${kind}, which this version does not know.`);
  }
}

interface Payload {
  readonly kind: number;
  readonly bytes: Float64Array | Uint32Array | Uint8Array;
  readonly canonical: boolean;
}

function encode(column: Float64Array): Payload {
  const first = column[0] ?? Number.NaN;
  const step = (column[1] ?? first) - first;
  let constant = true;
  let progression = true;
  let bytes = true;
  let words = true;
  for (let i = 0; i < column.length; i += 1) {
    const value = column[i] ?? Number.NaN;
    if (constant && !Object.is(value, first)) constant = false;
    if (progression && !Object.is(value, first + step * i)) progression = false;
    // -0 is told apart by Object.is alone: it would come back as 0.
    if (words && (value >>> 0 !== value || Object.is(value, -0))) words = false;
    if (bytes && !(words && value < 256)) bytes = false;
    if (!constant && !progression && !words)
      return { kind: KINDS.doubles, bytes: column, canonical: column.every(isCanonical) };
  }
  if (constant)
    return {
      kind: KINDS.constant,
      // Of the many that are no number, the one that JavaScript writes.
      bytes: Float64Array.of(Number.isNaN(first) ? Number.NaN : first),
      canonical: !Object.is(first, -0),
    };
  // No progression comes by −0, and none begins with it.
  if (progression) return { kind: KINDS.progression, bytes: Float64Array.of(first, step), canonical: true };
  return bytes
    ? { kind: KINDS.bytes, bytes: Uint8Array.from(column), canonical: true }
    : { kind: KINDS.words, bytes: Uint32Array.from(column), canonical: true };
}

/** Whether a number that is written as it is has one form only. */
const isCanonical = (value: number): boolean => !Number.isNaN(value) && (value !== 0 || 1 / value > 0);

function decode(kind: number, block: Buffer, place: number, target: Float64Array): void {
  switch (kind) {
    case KINDS.constant:
      target.fill(block.readDoubleLE(place));
      return;
    case KINDS.progression: {
      const first = block.readDoubleLE(place);
      const step = block.readDoubleLE(place + 8);
      for (let i = 0; i < target.length; i += 1) target[i] = first + step * i;
      return;
    }
    case KINDS.bytes:
      for (let i = 0; i < target.length; i += 1) target[i] = block[place + i] ?? 0;
      return;
    case KINDS.words:
      // A block starts anywhere in its buffer: words and doubles are read from an aligned copy.
      target.set(new Uint32Array(block.buffer.slice(start(block, place), start(block, place) + target.length * 4)));
      return;
    case KINDS.doubles:
      new Uint8Array(target.buffer, target.byteOffset, target.byteLength).set(
        block.subarray(place, place + target.byteLength),
      );
      return;
    default:
      throw new UnknownKind(kind);
  }
}

const start = (block: Buffer, place: number): number => block.byteOffset + place;
