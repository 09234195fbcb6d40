/** Ids from 0 on for whole numbers from 0 to 2^53, without an object a key: a large inventory has millions of them. */
export class NumberIds {
  #keys: Float64Array;
  #ids: Int32Array;
  #mask: number;
  #size = 0;

  constructor(expected: number) {
    let slots = 16;
    while (slots < expected * 2) slots *= 2;
    this.#keys = new Float64Array(slots);
    this.#ids = new Int32Array(slots).fill(-1);
    this.#mask = slots - 1;
  }

  get size(): number {
    return this.#size;
  }

  /** The id of a key, -1 where it has none. */
  find(key: number): number {
    return this.#ids[this.#slotOf(key)] ?? -1;
  }

  /** The id of a key; a new key gets the next one. */
  add(key: number): number {
    let slot = this.#slotOf(key);
    const known = this.#ids[slot] ?? -1;
    if (known >= 0) return known;
    if (this.#size * 2 >= this.#keys.length) {
      this.#grow();
      slot = this.#slotOf(key);
    }
    this.#keys[slot] = key;
    this.#ids[slot] = this.#size;
    this.#size += 1;
    return this.#size - 1;
  }

  #slotOf(key: number): number {
    // Both halves of the number take part, or keys that differ in the upper one alone would crowd one place.
    let slot = Math.imul((key % 4_294_967_296) ^ Math.imul(key / 4_294_967_296, 0x9e3779b1), 0x85ebca6b);
    slot = (slot ^ (slot >>> 15)) & this.#mask;
    while ((this.#ids[slot] ?? -1) >= 0 && this.#keys[slot] !== key) slot = (slot + 1) & this.#mask;
    return slot;
  }

  #grow(): void {
    const [keys, ids] = [this.#keys, this.#ids];
    this.#keys = new Float64Array(keys.length * 2);
    this.#ids = new Int32Array(keys.length * 2).fill(-1);
    this.#mask = this.#keys.length - 1;
    for (let at = 0; at < keys.length; at += 1) {
      const id = ids[at] ?? -1;
      if (id < 0) continue;
      const slot = this.#slotOf(keys[at] ?? 0);
      this.#keys[slot] = keys[at] ?? 0;
      this.#ids[slot] = id;
    }
  }
}
