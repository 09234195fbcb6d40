import type { GridColumn, PackedColumn, PackedGrid } from '#contract/models/grid';
import type { Codes } from './codes';
import type { ColumnStore, StoreColumn } from './column-store';

type Place = readonly [at: number, length: number];

/** The columns of a packed grid: where they can, they lie over the bytes that came. */
export function unpackStore({ revision, ids, columns, bytes }: PackedGrid): ColumnStore {
  const unpack = unpacker(bytes);
  const store = new Map<GridColumn, StoreColumn>();
  // Its keys are grid columns, as those of every grid.
  for (const [name, column] of Object.entries(columns) as [GridColumn, PackedColumn][]) store.set(name, unpack(column));
  const named = unpack(ids);
  if (named.kind !== 'text') throw new Error('the grid came without the ids of its models');
  return { revision, ids: named.values, columns: store };
}

function unpacker({ buffer, byteOffset }: Uint8Array): (column: PackedColumn) => StoreColumn {
  const of = <A>(type: new (buffer: ArrayBufferLike, at: number, length: number) => A, [at, length]: Place): A =>
    new type(buffer, byteOffset + at, length);
  const texts = (place: Place, starts: Place): string[] => textsIn(of(Uint8Array, place), of(Uint32Array, starts));
  const codes = (bits: 16 | 32, place: Place): Codes => (bits === 16 ? of(Uint16Array, place) : of(Uint32Array, place));
  return (column) => {
    switch (column.kind) {
      case 'text':
        return { kind: 'text', values: texts(column.texts, column.starts) };
      case 'coded':
        return { kind: 'coded', values: ['', ...column.values], codes: codes(column.bits, column.codes) };
      case 'codedTexts':
        return {
          kind: 'coded',
          values: ['', ...texts(column.texts, column.starts)],
          codes: codes(column.bits, column.codes),
        };
      case 'number':
        return {
          kind: 'number',
          values: column.bits === 64 ? of(Float64Array, column.values) : wide(of(Int32Array, column.values)),
        };
      case 'day':
        return { kind: 'day', values: of(Int32Array, column.values) };
    }
  };
}

/** No number, among those of 32 bits. */
const NONE = -2_147_483_648;

function wide(values: Int32Array): Float64Array {
  const numbers = new Float64Array(values.length);
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row] ?? NONE;
    numbers[row] = value === NONE ? Number.NaN : value;
  }
  return numbers;
}

const decoder = new TextDecoder();
/** So many bytes are made a text at once, which the single texts are cut from. */
const AT_ONCE = 1_000_000;

/** Texts that lie one behind the other; cut from long ones, for each call of a decoder costs more than ten cuts. */
function textsIn(bytes: Uint8Array, starts: Uint32Array): string[] {
  const count = starts.length - 1;
  const texts = new Array<string>(count);
  for (let row = 0; row < count; ) {
    const from = starts[row] ?? 0;
    let end = row + 1;
    while (end < count && (starts[end + 1] ?? 0) - from <= AT_ONCE) end += 1;
    const part = bytes.subarray(from, starts[end]);
    const text = decoder.decode(part);
    // A text of ASCII alone has as many characters as bytes, and each text begins where its bytes do.
    const plain = text.length === part.length;
    for (; row < end; row += 1) {
      const [start, stop] = [starts[row] ?? 0, starts[row + 1] ?? 0];
      texts[row] = plain ? text.slice(start - from, stop - from) : decoder.decode(bytes.subarray(start, stop));
    }
  }
  return texts;
}
