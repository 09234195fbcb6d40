import { isUtf8 } from 'node:buffer';
import { badFile } from './failures';

export interface Encoding {
  /** WHATWG label. */
  readonly label: string;
  /** Bytes of the byte order mark to leave out. */
  readonly skip: number;
}

const STEP = 1024 * 1024;

/** The characters of windows-1252 that differ from Latin-1, for the bytes 0x80 to 0x9f; the five gaps stay controls. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Byte order mark, then UTF-16 by its zeros, then strict UTF-8, else windows-1252. An explicit label wins. */
export function findEncoding(fileName: string, bytes: Uint8Array, wanted: string): Encoding {
  const marked = byteOrderMark(bytes);
  if (wanted !== 'auto') {
    const label = knownLabel(fileName, wanted);
    return { label, skip: marked?.label === label ? marked.skip : 0 };
  }
  if (marked) return marked;
  const wide = utf16ByZeros(bytes);
  if (wide) return { label: wide, skip: 0 };
  return { label: isUtf8(bytes) ? 'utf-8' : 'windows-1252', skip: 0 };
}

function byteOrderMark(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { label: 'utf-8', skip: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { label: 'utf-16le', skip: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { label: 'utf-16be', skip: 2 };
  return null;
}

/** Mostly Latin text in UTF-16 has a zero in every other byte, and nearly none in the ones between. */
function utf16ByZeros(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, 65_536) & ~1;
  if (length < 4) return null;
  const zeros: [even: number, odd: number] = [0, 0];
  for (let index = 0; index < length; index += 2) {
    if (bytes[index] === 0) zeros[0] += 1;
    if (bytes[index + 1] === 0) zeros[1] += 1;
  }
  const half = length / 2;
  if (zeros[1] > half * 0.4 && zeros[0] < half * 0.05) return 'utf-16le';
  if (zeros[0] > half * 0.4 && zeros[1] < half * 0.05) return 'utf-16be';
  return null;
}

function knownLabel(fileName: string, wanted: string): string {
  try {
    return new TextDecoder(wanted).encoding;
  } catch {
    throw badFile(`${fileName} cannot be read as "${wanted}": no such encoding is known. Try auto or windows-1252.`);
  }
}

/** The text in pieces of about a million characters, with the count of bytes that are done. */
export function* decodeInSteps(bytes: Uint8Array, encoding: Encoding): Generator<{ text: string; done: number }> {
  const windows1252 = encoding.label === 'windows-1252';
  const decoder = new TextDecoder(encoding.label);
  for (let from = encoding.skip; from < bytes.length; from += STEP) {
    const piece = bytes.subarray(from, from + STEP);
    const done = Math.min(bytes.length, from + STEP);
    const text = windows1252 ? decodeWindows1252(piece) : decoder.decode(piece, { stream: done < bytes.length });
    yield { text, done };
  }
}

/** Decodes a text that comes in pieces; the last one ends it. */
export function decoderOf(label: string): (piece: Uint8Array, last: boolean) => string {
  if (label === 'windows-1252') return decodeWindows1252;
  const decoder = new TextDecoder(label);
  return (piece, last) => decoder.decode(piece, { stream: !last });
}

/** By a table of our own: the TextDecoder of Node 20 reads windows-1252 as Latin-1 and loses its quotation marks. */
export function decodeWindows1252(bytes: Uint8Array): string {
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return latin.replace(/[\u0080-\u009f]/g, (char) => WINDOWS_1252.charAt(char.charCodeAt(0) - 0x80));
}
