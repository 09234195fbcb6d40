import { decoderOf } from '../tabular/encoding/decode';

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

const DOUBLE = new Set(['gb18030', 'big5', 'shift_jis', 'euc-kr', 'euc-jp']);

/** Which bytes stand for a character, found by decoding all that could. */
function tableFor(encoding: string): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(encoding);
  if (known) return known;
  const decode = decoderOf(encoding);
  const table = new Map<string, readonly number[]>();
  const put = (bytes: readonly number[]): void => {
    const text = decode(Uint8Array.from(bytes), true);
    if ([...text].length === 1 && text !== '\ufffd' && !table.has(text)) table.set(text, bytes);
  };
  for (let byte = 0; byte < 256; byte += 1) put([byte]);
  if (DOUBLE.has(encoding))
    for (let lead = 0x81; lead < 0xff; lead += 1) for (let trail = 0x40; trail < 0xff; trail += 1) put([lead, trail]);
  tables.set(encoding, table);
  return table;
}

/** A text as an older program writes it; fails for characters that the encoding does not have. */
export function encodeText(text: string, encoding: string): Buffer {
  const table = tableFor(encoding);
  return Buffer.from(
    [...text].flatMap((character) => {
      const bytes = table.get(character);
      if (!bytes) throw new Error(`${encoding} has no ${character}`);
      return [...bytes];
    }),
  );
}
