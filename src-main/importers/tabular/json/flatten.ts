import { withStandardNumbers } from '../../tolerant-json';

/** Objects inside objects become columns so deep; what is deeper stays JSON. */
const DEEPEST_COLUMN = 6;
const ITEMS_JOINED = 1_000;

/** A name as it stands in the file, and what its cell says. */
export type FlatItem = readonly (readonly [name: string, text: string])[];

const LONG_NUMBER = /\d{16}/;

/** One object of a list; `NaN` and the infinities of Python are put up with. Throws what `JSON.parse` throws. */
export function parseItem(text: string): object {
  const parse = LONG_NUMBER.test(text) ? parseWithLongNumbers : JSON.parse;
  try {
    return asItem(parse(text));
  } catch (error) {
    if (!/NaN|Infinity/.test(text)) throw error;
    return asItem(parse(withStandardNumbers(text)));
  }
}

function asItem(value: unknown): object {
  if (typeof value === 'object' && value !== null) return value;
  throw new SyntaxError('no object');
}

/** A number of an account or a ticket that is too long for a double is kept as it was written. */
function parseWithLongNumbers(text: string): unknown {
  const keep = (_key: string, value: unknown, context?: { readonly source?: string }): unknown => {
    if (typeof value !== 'number' || context?.source === undefined) return value;
    return Number.isInteger(value) && !Number.isSafeInteger(value) ? context.source : value;
  };
  return JSON.parse(text, keep);
}

/** Objects inside become `outer.inner`, lists of plain values one text, lists of objects JSON. */
export function flattenItem(item: object): FlatItem {
  const cells: [string, string][] = [];
  collect(item, '', 1, cells);
  return cells;
}

function collect(value: object, prefix: string, depth: number, cells: [string, string][]): void {
  for (const [key, inner] of Object.entries(value)) {
    const name = prefix === '' ? key : `${prefix}.${key}`;
    if (typeof inner === 'object' && inner !== null && !Array.isArray(inner) && depth < DEEPEST_COLUMN) {
      if (Object.keys(inner).length > 0) collect(inner, name, depth + 1, cells);
    } else cells.push([name, textOf(inner)]);
  }
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) {
    const plain = value.every((one) => typeof one !== 'object' || one === null);
    return plain && value.length <= ITEMS_JOINED ? value.map(textOf).join(', ') : JSON.stringify(value);
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
