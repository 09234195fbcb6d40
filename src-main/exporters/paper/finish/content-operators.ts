/** An operator of a content stream with the bytes from its first operand to its end. */
export interface Operator {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

const code = (letter: string): number => letter.charCodeAt(0);
const WHITE = new Set([0, 9, 10, 12, 13, 32]);
const ENDS = new Set(['(', ')', '<', '>', '[', ']', '{', '}', '/', '%'].map(code));
const [OPEN, CLOSE, LESS, GREATER, BACKSLASH, SLASH, PERCENT] = ['(', ')', '<', '>', '\\', '/', '%'].map(code);

/** The end of a string in brackets, which may hold brackets of its own. */
function afterString(bytes: Uint8Array, from: number): number {
  let depth = 0;
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === BACKSLASH) at += 1;
    else if (byte === OPEN) depth += 1;
    else if (byte === CLOSE) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return bytes.length;
}

function afterWord(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && !WHITE.has(bytes[at] ?? 0) && !ENDS.has(bytes[at] ?? 0)) at += 1;
  return at;
}

/** The next token that is no blank: where it begins and ends. `null`: there is none. */
function tokenAt(bytes: Uint8Array, from: number): readonly [from: number, to: number] | null {
  let at = from;
  while (at < bytes.length && WHITE.has(bytes[at] ?? 0)) at += 1;
  const byte = bytes[at];
  if (byte === undefined) return null;
  if (byte === PERCENT) {
    while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at += 1;
    return tokenAt(bytes, at);
  }
  if (byte === OPEN) return [at, afterString(bytes, at)];
  if (byte === LESS && bytes[at + 1] !== LESS) return [at, bytes.indexOf(GREATER ?? 0, at) + 1];
  if (byte === LESS || byte === GREATER) return [at, at + 2];
  if (byte === SLASH) return [at, afterWord(bytes, at + 1)];
  return ENDS.has(byte) ? [at, at + 1] : [at, afterWord(bytes, at)];
}

/** Every operator of a content stream in its order. Pictures inside of the stream are not expected: browsers write none. */
export function* operatorsOf(bytes: Uint8Array): Generator<Operator> {
  let first = -1;
  let at = 0;
  for (;;) {
    const token = tokenAt(bytes, at);
    if (token === null) return;
    const [from, to] = token;
    at = Math.max(to, from + 1);
    if (first < 0) first = from;
    const byte = bytes[from] ?? 0;
    const isName = (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122) || byte === 39 || byte === 34;
    if (!isName) continue;
    const name = String.fromCharCode(...bytes.subarray(from, to));
    if (name === 'true' || name === 'false' || name === 'null') continue;
    yield { name, from: first, to };
    first = -1;
  }
}
