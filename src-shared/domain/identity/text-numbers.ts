/**
 * Numbers from 0 on for texts, which are known by 64 bits of theirs: of a million texts two are taken for one once in ten
 * million times, and each costs a few bytes.
 */
export class TextNumbers {
  #high: Int32Array;
  #low: Int32Array;
  #numbers: Int32Array;
  #size = 0;

  /** @param expected so many texts need no larger table */
  constructor(expected = 0) {
    const slots = Math.max(FIRST, 2 ** Math.ceil(Math.log2(2 * expected + 2)));
    this.#high = new Int32Array(slots);
    this.#low = new Int32Array(slots);
    this.#numbers = new Int32Array(slots).fill(-1);
  }

  /** The number of a text, -1 where it has none. */
  find(text: string): number {
    const [high, low] = hashed(text);
    return this.#numbers[this.#slotOf(high, low)] ?? -1;
  }

  /** The number of a text; a new one gets the next. */
  add(text: string): number {
    if (this.#size * 2 >= this.#numbers.length) this.#grow();
    const [high, low] = hashed(text);
    const slot = this.#slotOf(high, low);
    const known = this.#numbers[slot] ?? -1;
    if (known >= 0) return known;
    this.#put(slot, high, low, this.#size);
    this.#size += 1;
    return this.#size - 1;
  }

  #put(slot: number, high: number, low: number, number: number): void {
    this.#high[slot] = high;
    this.#low[slot] = low;
    this.#numbers[slot] = number;
  }

  #slotOf(high: number, low: number): number {
    const mask = this.#numbers.length - 1;
    let slot = (low ^ (low >>> 15)) & mask;
    while ((this.#numbers[slot] ?? -1) >= 0 && !(this.#high[slot] === high && this.#low[slot] === low))
      slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [high, low, numbers] = [this.#high, this.#low, this.#numbers];
    this.#high = new Int32Array(numbers.length * 2);
    this.#low = new Int32Array(numbers.length * 2);
    this.#numbers = new Int32Array(numbers.length * 2).fill(-1);
    for (let at = 0; at < numbers.length; at += 1) {
      const [a, b, number] = [high[at] ?? 0, low[at] ?? 0, numbers[at] ?? -1];
      if (number >= 0) this.#put(this.#slotOf(a, b), a, b, number);
    }
  }
}

/** A power of two. */
const FIRST = 1 << 10;

/** Two hashes of 32 bits that do not follow from each other. */
function hashed(text: string): readonly [number, number] {
  let [a, b] = [0x2f0b4c47, 0x6a09e667];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b + code, 0x5bd1e995);
    b ^= b >>> 13;
  }
  a = Math.imul(a ^ (a >>> 16), 0x45d9f3b) ^ text.length;
  b = Math.imul(b ^ (b >>> 15), 0x2c1b3c6d);
  return [(a ^ (a >>> 15)) | 0, (b ^ (b >>> 12)) | 0];
}

/** A list of whole numbers that grows; what was not set is -1. */
export class NumberList {
  #items = new Int32Array(FIRST).fill(-1);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  get(at: number): number {
    return this.#items[at] ?? -1;
  }

  set(at: number, value: number): void {
    if (at >= this.#items.length) {
      const larger = new Int32Array(Math.max(at + 1, Math.ceil(this.#items.length * 1.5))).fill(-1);
      larger.set(this.#items);
      this.#items = larger;
    }
    this.#items[at] = value;
    this.#length = Math.max(this.#length, at + 1);
  }

  push(value: number): void {
    this.set(this.#length, value);
  }
}
