/** Ids from 0 on for hashes of 32 bits, without an object a key: a large inventory has millions of them. */
export class HashIds {
  #keys: Int32Array;
  #ids: Int32Array;
  #mask: number;
  #size = 0;

  /** @param slots a power of two; the table grows when half of it is taken */
  constructor(slots: number) {
    this.#keys = new Int32Array(slots);
    this.#ids = new Int32Array(slots).fill(-1);
    this.#mask = slots - 1;
  }

  get size(): number {
    return this.#size;
  }

  /** The id of a hash, -1 where it has none. */
  find(hash: number): number {
    return this.#ids[this.#slotOf(hash)] ?? -1;
  }

  /** The id of a hash; a new one gets the next id. */
  add(hash: number): number {
    let slot = this.#slotOf(hash);
    const known = this.#ids[slot] ?? -1;
    if (known >= 0) return known;
    if (this.#size * 2 >= this.#keys.length) {
      this.#grow();
      slot = this.#slotOf(hash);
    }
    this.#keys[slot] = hash;
    this.#ids[slot] = this.#size;
    this.#size += 1;
    return this.#size - 1;
  }

  #slotOf(hash: number): number {
    const key = hash | 0;
    let slot = (key ^ (key >>> 15)) & this.#mask;
    while ((this.#ids[slot] ?? -1) >= 0 && this.#keys[slot] !== key) slot = (slot + 1) & this.#mask;
    return slot;
  }

  #grow(): void {
    const [keys, ids] = [this.#keys, this.#ids];
    this.#keys = new Int32Array(keys.length * 2);
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
