/** Room is taken by this factor more than is needed. */
const GROWTH = 1.25;

/**
 * A text for each slot, as UTF-8 in one run of bytes: a million names as strings of their own would take three times the
 * memory. A text that is set anew lies behind the others; what it leaves behind is taken up when it has become a third.
 */
export class Texts {
  private bytes: Buffer;
  private starts: Uint32Array;
  private lengths: Uint32Array;
  private end = 0;
  private left = 0;
  /** All of it is ASCII, which is read in half the time. */
  private plain = true;

  constructor(slots: number, bytesEach: number) {
    this.bytes = Buffer.allocUnsafe(Math.max(64, Math.ceil(slots * bytesEach)));
    this.starts = new Uint32Array(slots);
    this.lengths = new Uint32Array(slots);
  }

  get slots(): number {
    return this.starts.length;
  }

  grow(slots: number): void {
    this.starts = grown(this.starts, slots);
    this.lengths = grown(this.lengths, slots);
  }

  set(slot: number, text: string): void {
    const before = this.lengths[slot] ?? 0;
    const most = text.length * 3;
    if (this.end + most > this.bytes.length) this.makeRoom(most);
    const written = this.bytes.write(text, this.end, 'utf8');
    if (written !== text.length) this.plain = false;
    this.left += before;
    this.starts[slot] = this.end;
    this.lengths[slot] = written;
    this.end += written;
  }

  get(slot: number): string {
    const start = this.starts[slot] ?? 0;
    return this.bytes.toString(this.plain ? 'latin1' : 'utf8', start, start + (this.lengths[slot] ?? 0));
  }

  isEmpty(slot: number): boolean {
    return this.lengths[slot] === 0;
  }

  /** As SQLite's BINARY orders texts; `folded`: as its NOCASE does, which knows of A–Z alone. */
  compare(a: number, b: number, folded: boolean): number {
    const { bytes, starts, lengths } = this;
    const [startA = 0, startB = 0, lengthA = 0, lengthB = 0] = [starts[a], starts[b], lengths[a], lengths[b]];
    const both = Math.min(lengthA, lengthB);
    for (let at = 0; at < both; at += 1) {
      const [one = 0, other = 0] = [bytes[startA + at], bytes[startB + at]];
      if (one === other) continue;
      const difference = folded ? lower(one) - lower(other) : one - other;
      if (difference !== 0) return difference;
    }
    return lengthA - lengthB;
  }

  hash(slot: number): number {
    const start = this.starts[slot] ?? 0;
    return hashOf(this.bytes, start, start + (this.lengths[slot] ?? 0));
  }

  equal(a: number, b: number): boolean {
    return this.lengths[a] === this.lengths[b] && this.compare(a, b, false) === 0;
  }

  equals(slot: number, text: Buffer): boolean {
    const start = this.starts[slot] ?? 0;
    return (
      this.lengths[slot] === text.length && this.bytes.compare(text, 0, text.length, start, start + text.length) === 0
    );
  }

  /** The texts of these slots, one behind the other, and where each begins (and the last one ends). */
  inOrder(slots: Uint32Array): { readonly bytes: Uint8Array; readonly starts: Uint32Array } {
    const starts = new Uint32Array(slots.length + 1);
    let end = 0;
    for (let at = 0; at < slots.length; at += 1) {
      end += this.lengths[slots[at] ?? 0] ?? 0;
      starts[at + 1] = end;
    }
    const bytes = new Uint8Array(end);
    let at = 0;
    while (at < slots.length) {
      // Neighbours are copied in one piece: as they were read they lie in their order.
      const first = this.starts[slots[at] ?? 0] ?? 0;
      const target = starts[at] ?? 0;
      let stop = first;
      while (at < slots.length && this.starts[slots[at] ?? 0] === stop) {
        stop += this.lengths[slots[at] ?? 0] ?? 0;
        at += 1;
      }
      bytes.set(this.bytes.subarray(first, stop), target);
    }
    return { bytes, starts };
  }

  /** What `inOrder` gave. */
  static of(bytes: Uint8Array, starts: Uint32Array): Texts {
    const slots = starts.length - 1;
    const texts = new Texts(0, 0);
    texts.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    texts.end = bytes.byteLength;
    texts.plain = bytes.every((byte) => byte < 128);
    texts.starts = starts.slice(0, slots);
    texts.lengths = new Uint32Array(slots);
    for (let slot = 0; slot < slots; slot += 1) texts.lengths[slot] = (starts[slot + 1] ?? 0) - (starts[slot] ?? 0);
    return texts;
  }

  private makeRoom(more: number): void {
    const kept = this.end - this.left;
    const room = Buffer.allocUnsafe(Math.ceil((kept + more) * GROWTH) + 64);
    if (this.left * 3 < this.end) {
      const larger = Buffer.allocUnsafe(Math.ceil((this.end + more) * GROWTH) + 64);
      this.bytes.copy(larger, 0, 0, this.end);
      this.bytes = larger;
      return;
    }
    let end = 0;
    for (let slot = 0; slot < this.starts.length; slot += 1) {
      const start = this.starts[slot] ?? 0;
      const length = this.lengths[slot] ?? 0;
      this.bytes.copy(room, end, start, start + length);
      this.starts[slot] = end;
      end += length;
    }
    this.bytes = room;
    this.end = end;
    this.left = 0;
  }
}

const lower = (byte: number): number => (byte >= 65 && byte <= 90 ? byte + 32 : byte);

/** FNV-1a over bytes. */
export function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return hash >>> 0;
}

export function grown<T extends Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array>(
  values: T,
  length: number,
): T {
  // Of the same class as it was.
  const more = new (values.constructor as new (size: number) => T)(length);
  more.set(values);
  return more;
}
