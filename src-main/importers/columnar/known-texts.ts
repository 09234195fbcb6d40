/** Different texts that are recognised by their bytes; more than these are rare ones. */
const MOST = 1_000;
/** Longer texts are hardly categories. */
const LONGEST = 64;

interface KnownText {
  readonly bytes: Uint8Array;
  readonly text: string;
  times: number;
}

/** Counts texts by their bytes, so that no string is made of one that was met before. */
export class KnownTexts {
  /** By a number made of the bytes; of two texts with the same number the first is kept. */
  private readonly byHash = new Map<number, KnownText>();

  /** Counts the text between `from` and `to` where it is known; `false` where it is not. */
  count(bytes: Buffer, from: number, to: number): boolean {
    const known = to - from > LONGEST ? undefined : this.byHash.get(hash(bytes, from, to));
    if (known === undefined || !isSame(known.bytes, bytes, from, to)) return false;
    known.times += 1;
    return true;
  }

  /** Makes a text known, to be counted from its next coming on. */
  learn(text: string, bytes: Buffer, from: number, to: number): void {
    if (to - from > LONGEST || this.byHash.size >= MOST) return;
    const key = hash(bytes, from, to);
    if (!this.byHash.has(key))
      this.byHash.set(key, { bytes: Uint8Array.from(bytes.subarray(from, to)), text, times: 0 });
  }

  /** What was counted of each text, to be added to the counts that the texts have already. */
  counts(): Iterable<KnownText> {
    return this.byHash.values();
  }
}

/** 30 bits of FNV-1a. */
function hash(bytes: Buffer, from: number, to: number): number {
  let value = 0x811c9dc5 | 0;
  for (let at = from; at < to; at++) value = Math.imul(value ^ (bytes[at] ?? 0), 0x01000193);
  return (value ^ (value >>> 15)) & 0x3fffffff;
}

function isSame(known: Uint8Array, bytes: Buffer, from: number, to: number): boolean {
  if (known.length !== to - from) return false;
  for (let at = 0; at < known.length; at++) if (known[at] !== bytes[from + at]) return false;
  return true;
}
