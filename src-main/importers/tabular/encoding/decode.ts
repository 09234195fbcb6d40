/** How a text is to be decoded. */
export interface Encoding {
  /** WHATWG label, or `ibm850`. */
  readonly label: string;
  /** Bytes of the byte order mark to leave out. */
  readonly skip: number;
  /** False: other encodings are as likely, so a person is to look at `choices`. */
  readonly certain: boolean;
  /** What else it could be, the taken one first; empty where there is nothing to ask. */
  readonly choices: readonly EncodingChoice[];
  /** Lines of a text in UTF-8 that hold bytes of windows-1252, as files that were put together have them. */
  readonly oddLines?: number;
}

export interface EncodingChoice {
  readonly encoding: string;
  /** The same lines of the file in this encoding. */
  readonly sample: string;
}

/** Decodes a text that comes in pieces; the last one ends it. */
export type Decoder = (piece: Uint8Array, last: boolean) => string;

const STEP = 1024 * 1024;

/** The characters of windows-1252 that differ from Latin-1, for the bytes 0x80 to 0x9f; the five gaps stay controls. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** What DOS and older hosts of Western Europe write, for the bytes from 0x80 on. */
const IBM_850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';

/** The text in pieces of about a million characters, with the count of bytes that are done. */
export function* decodeInSteps(bytes: Uint8Array, encoding: Encoding): Generator<{ text: string; done: number }> {
  const decode = decoderFor(encoding);
  for (let from = encoding.skip; from < bytes.length; from += STEP) {
    const done = Math.min(bytes.length, from + STEP);
    yield { text: decode(bytes.subarray(from, done), done === bytes.length), done };
  }
}

export const decoderFor = (encoding: Encoding): Decoder =>
  encoding.oddLines !== undefined ? mixedDecoder() : decoderOf(encoding.label);

export function decoderOf(label: string): Decoder {
  if (label === 'windows-1252') return decodeWindows1252;
  if (label === 'ibm850') return (piece) => latin1(piece).replace(/[\u0080-\u00ff]/g, (char) => ibm850(char));
  const decoder = new TextDecoder(label);
  return (piece, last) => decoder.decode(piece, { stream: !last });
}

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

const ibm850 = (char: string): string => IBM_850.charAt(char.charCodeAt(0) - 0x80);

/** By a table of our own: the TextDecoder of Node 20 reads windows-1252 as Latin-1 and loses its quotation marks. */
export function decodeWindows1252(bytes: Uint8Array): string {
  return latin1(bytes).replace(/[\u0080-\u009f]/g, (char) => WINDOWS_1252.charAt(char.charCodeAt(0) - 0x80));
}

/** UTF-8 in which a byte that begins no character is one of windows-1252. */
function mixedDecoder(): Decoder {
  let rest: Uint8Array = new Uint8Array(0);
  return (piece, last) => {
    const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    const end = last ? bytes.length : bytes.length - unfinished(bytes);
    rest = Uint8Array.from(bytes.subarray(end));
    return decodeMixed(bytes.subarray(0, end));
  };
}

function decodeMixed(bytes: Uint8Array): string {
  const utf8 = new TextDecoder('utf-8');
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = utf8Length(bytes, at);
    if (length > 0) {
      at += length;
      continue;
    }
    parts.push(utf8.decode(bytes.subarray(from, at)), decodeWindows1252(bytes.subarray(at, at + 1)));
    at += 1;
    from = at;
  }
  parts.push(utf8.decode(bytes.subarray(from)));
  return parts.join('');
}

/** Bytes of the character of UTF-8 that begins here, 0 where none does. */
function utf8Length(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length = expectedLength(lead);
  for (let next = at + 1; next < at + length; next += 1) if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return 0;
  if (
    length === 3 &&
    ((lead === 0xe0 && (bytes[at + 1] ?? 0) < 0xa0) || (lead === 0xed && (bytes[at + 1] ?? 0) > 0x9f))
  )
    return 0;
  if (
    length === 4 &&
    ((lead === 0xf0 && (bytes[at + 1] ?? 0) < 0x90) || (lead === 0xf4 && (bytes[at + 1] ?? 0) > 0x8f))
  )
    return 0;
  return length;
}

function expectedLength(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

/** Bytes at the end that may be the beginning of a character. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return expectedLength(byte) > back ? back : 0;
  }
  return 0;
}
