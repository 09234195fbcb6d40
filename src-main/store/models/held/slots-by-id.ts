import { hashOf, type Texts } from './texts';

const FREE = -1;
const LEFT = -2;

/** In which slot the model of an id lies: a table of slot numbers, for a map of a million strings takes 100 MB. */
export class SlotsById {
  private table: Int32Array;
  /** Places that are not free: of slots and of those that were taken out. */
  private used = 0;

  constructor(
    private readonly ids: Texts,
    slots: number,
  ) {
    this.table = new Int32Array(sizeFor(slots)).fill(FREE);
  }

  /** -1: there is no such model. */
  find(id: string): number {
    const text = Buffer.from(id);
    const mask = this.table.length - 1;
    for (let at = hashOf(text, 0, text.length) & mask; ; at = (at + 1) & mask) {
      const slot = this.table[at] ?? FREE;
      if (slot === FREE) return -1;
      if (slot >= 0 && this.ids.equals(slot, text)) return slot;
    }
  }

  /** The id of a slot that is not in the table yet. */
  add(slot: number): void {
    if ((this.used + 1) * 2 > this.table.length) this.rebuild();
    const mask = this.table.length - 1;
    let at = this.ids.hash(slot) & mask;
    while ((this.table[at] ?? FREE) !== FREE) at = (at + 1) & mask;
    this.table[at] = slot;
    this.used += 1;
  }

  remove(slot: number): void {
    const mask = this.table.length - 1;
    let at = this.ids.hash(slot) & mask;
    while (this.table[at] !== slot) {
      if (this.table[at] === FREE) return;
      at = (at + 1) & mask;
    }
    this.table[at] = LEFT;
  }

  private rebuild(): void {
    const slots = this.table.filter((slot) => slot >= 0);
    this.table = new Int32Array(sizeFor(slots.length + 1)).fill(FREE);
    this.used = 0;
    for (const slot of slots) this.add(slot);
  }
}

/** A power of two, at most a quarter full. */
const sizeFor = (slots: number): number => 2 ** Math.ceil(Math.log2(Math.max(16, slots * 4)));
