import { grown } from './texts';

/** Rows of each slot in their order, in runs behind one another; rows that are alike are one object, which nobody changes. */
export class RunsOfSlots<T> {
  private first: Uint32Array;
  private count: Uint32Array;
  private codes: Uint32Array;
  private readonly known = new Map<string, number>();
  private readonly values: T[] = [];
  private end = 0;
  /** Rows that nobody has any more: what is given anew leaves its old run behind. */
  leftBehind = 0;

  constructor(slots: number, rows: number) {
    this.first = new Uint32Array(slots);
    this.count = new Uint32Array(slots);
    this.codes = new Uint32Array(rows + 64);
  }

  /** Forgets what the slot had; `add` gives it its rows anew. */
  clear(slot: number): void {
    this.leftBehind += this.count[slot] ?? 0;
    this.first[slot] = this.end;
    this.count[slot] = 0;
  }

  /**
   * The next row of the slot that was cleared last.
   *
   * @param key the same of rows that are alike, and of no others
   */
  add(slot: number, key: string, make: () => T): void {
    let code = this.known.get(key);
    if (code === undefined) {
      code = this.values.push(make()) - 1;
      this.known.set(key, code);
    }
    if (this.end === this.codes.length) this.codes = grown(this.codes, Math.ceil(this.end * 1.25) + 64);
    this.codes[this.end] = code;
    this.end += 1;
    this.count[slot] = (this.count[slot] ?? 0) + 1;
  }

  of(slot: number): readonly T[] {
    const count = this.count[slot] ?? 0;
    if (count === 0) return [];
    const first = this.first[slot] ?? 0;
    const rows: T[] = [];
    for (let at = first; at < first + count; at += 1) {
      const row = this.values[this.codes[at] ?? 0];
      if (row !== undefined) rows.push(row);
    }
    return rows;
  }

  grow(slots: number): void {
    this.first = grown(this.first, slots);
    this.count = grown(this.count, slots);
  }
}
