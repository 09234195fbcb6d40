import { operatorsOf } from './content-operators';

const TEXT = new Set(['Tj', 'TJ', "'", '"']);
const PATH = new Set(['m', 'l', 'c', 'v', 'y', 'h', 're']);
const PAINT = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*']);
const OTHER = new Set(['Do', 'sh']);

const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const FOOT = latin('/Artifact <</Type /Pagination>> BDC\n');
const PLAIN = latin('/Artifact BMC\n');
const END = latin('\nEMC\n');

/**
 * What a browser paints and tags with nothing (the foot of a page, grounds, lines) is marked as what it is: no part of the
 * content. A reader of the tags alone then misses nothing and reads no page numbers.
 */
export function markArtifacts(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let written = 0;
  const mark = (from: number, to: number, as: Uint8Array): void => {
    parts.push(bytes.subarray(written, from), as, bytes.subarray(from, to), END);
    written = to;
  };
  let depth = 0;
  let path = -1;
  // The first and the last word of a text that no tag holds: browsers write it letter by letter.
  let text: readonly [from: number, to: number] | null = null;
  const endText = (): void => {
    if (text !== null) mark(...text, FOOT);
    text = null;
  };
  for (const { name, from, to } of operatorsOf(bytes)) {
    if (name === 'BDC' || name === 'BMC' || name === 'ET') endText();
    if (name === 'BDC' || name === 'BMC') depth += 1;
    else if (name === 'EMC') depth -= 1;
    else if (PATH.has(name)) path = path < 0 ? from : path;
    else if (TEXT.has(name) && depth === 0) text = [text?.[0] ?? from, to];
    else if (PAINT.has(name) || name === 'n' || OTHER.has(name)) {
      if (depth === 0 && name !== 'n') mark(PAINT.has(name) && path >= 0 ? path : from, to, PLAIN);
      path = -1;
    }
  }
  parts.push(bytes.subarray(written));
  return Buffer.concat(parts);
}
