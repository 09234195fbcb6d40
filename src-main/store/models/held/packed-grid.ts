import type { PackedColumn, PackedGrid } from '#contract/models/grid';
import { letGo } from '#domain/base/let-go';
import type { Coded } from './coded';
import { gridColumns, recoded } from './grid-of';
import type { HeldModels } from './held-models';
import type { Texts } from './texts';

/** The grid of all models in bytes. See the contract for how they lie. */
export function packedGrid(held: HeldModels, revision: number, now: string): PackedGrid {
  const { order } = held;
  /** Each made for this answer. */
  const parts: Uint8Array[] = [];
  let end = 0;
  const put = (array: Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array): [number, number] => {
    const at = Math.ceil(end / 8) * 8;
    parts.push(new Uint8Array(at - end), new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
    end = at + array.byteLength;
    return [at, array.length];
  };
  const inOrder = <A extends Int32Array | Float64Array>(values: A): A => {
    // Of the same class as it was.
    const sorted = new (values.constructor as new (length: number) => A)(order.length);
    for (let row = 0; row < order.length; row += 1) sorted[row] = values[order[row] ?? 0] ?? 0;
    return sorted;
  };
  const texts = (own: Texts, slots: Uint32Array): { texts: [number, number]; starts: [number, number] } => {
    const { bytes, starts } = own.inOrder(slots);
    return { texts: put(bytes), starts: put(starts) };
  };
  const codes = (rows: Uint32Array, values: number): { bits: 16 | 32; codes: [number, number] } =>
    values < 0x1_0000 ? { bits: 16, codes: put(new Uint16Array(rows)) } : { bits: 32, codes: put(rows) };
  const columns = gridColumns<PackedColumn>(held, now, {
    texts: (of) => {
      if (of === 'names') return { kind: 'text', ...texts(held.names, order) };
      const { firsts, rows } = distinct(held.references, order);
      return { kind: 'codedTexts', ...texts(held.references, firsts), ...codes(rows, firsts.length + 1) };
    },
    coded: (column, words) => {
      const { values, rows } = shifted(column, order, words);
      return { kind: 'coded', values, ...codes(rows, values.length + 1) };
    },
    numbers: (values) => ({
      kind: 'number',
      bits: values instanceof Int32Array ? 32 : 64,
      values: put(inOrder(values)),
    }),
    days: (values) => ({ kind: 'day', values: put(inOrder(values)) }),
  });
  const ids = { kind: 'text' as const, ...texts(held.ids, order) };
  const bytes = new Uint8Array(end);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
    letGo(part);
  }
  return { revision, models: order.length, ids, columns, bytes };
}

/** As `recoded`, with 0 for '' and the first text at 1. */
function shifted(column: Pick<Coded, 'values' | 'codes'>, order: Uint32Array, words?: (value: string) => string) {
  const { values, codes } = recoded(column, order, words);
  // A loop: `from` with a function takes ten times as long.
  const rows = new Uint32Array(codes.length);
  for (let row = 0; row < codes.length; row += 1) rows[row] = (codes[row] ?? -1) + 1;
  return { values, rows };
}

/** The slots that have a text first, in order, and for each slot the number of its text from 1 on; '' is 0. */
function distinct(texts: Texts, order: Uint32Array): { readonly firsts: Uint32Array; readonly rows: Uint32Array } {
  const size = 2 ** Math.ceil(Math.log2(Math.max(16, order.length * 2)));
  const table = new Uint32Array(size);
  const firsts = new Uint32Array(order.length);
  const rows = new Uint32Array(order.length);
  let count = 0;
  for (let row = 0; row < order.length; row += 1) {
    const slot = order[row] ?? 0;
    if (texts.isEmpty(slot)) continue;
    let at = texts.hash(slot) & (size - 1);
    for (;;) {
      const code = table[at] ?? 0;
      if (code === 0) {
        firsts[count] = slot;
        count += 1;
        table[at] = count;
        rows[row] = count;
        break;
      }
      if (texts.equal(firsts[code - 1] ?? 0, slot)) {
        rows[row] = code;
        break;
      }
      at = (at + 1) & (size - 1);
    }
  }
  return { firsts: firsts.slice(0, count), rows };
}
