import { grown } from './texts';

type Codes = Uint8Array | Uint16Array | Uint32Array;

/** Texts that many slots share: each once, and a number for every slot. Number 0 is '', which stands for none. */
export class Coded {
  readonly values: string[] = [''];
  private readonly known = new Map<string, number>([['', 0]]);
  private own: Codes;

  constructor(slots: number) {
    this.own = new Uint8Array(slots);
  }

  /** Of each slot; another array when it had to become a wider one. */
  get codes(): Codes {
    return this.own;
  }

  codeOf(value: string): number {
    const code = this.known.get(value);
    if (code !== undefined) return code;
    this.values.push(value);
    this.known.set(value, this.values.length - 1);
    return this.values.length - 1;
  }

  set(slot: number, value: string | null): void {
    const code = value === null ? 0 : this.codeOf(value);
    if (code > 0xff && this.own instanceof Uint8Array) this.own = Uint16Array.from(this.own);
    if (code > 0xffff && this.own instanceof Uint16Array) this.own = Uint32Array.from(this.own);
    this.own[slot] = code;
  }

  /** '' = none. */
  get(slot: number): string {
    return this.values[this.own[slot] ?? 0] ?? '';
  }

  /** For each number whether its text is such a one. */
  which(wanted: (value: string) => boolean): Uint8Array {
    return Uint8Array.from(this.values, (value) => (wanted(value) ? 1 : 0));
  }

  /** Of an empty column: these texts, the first of which is '', and a number for each of the first slots. */
  restore(values: readonly string[], codes: ArrayLike<number>): void {
    for (const value of values) this.codeOf(value);
    const most = this.values.length - 1;
    const room = this.own.length;
    if (most > 0xffff) this.own = new Uint32Array(room);
    else if (most > 0xff) this.own = new Uint16Array(room);
    this.own.set(codes);
  }

  grow(slots: number): void {
    this.own = grown(this.own, slots);
  }
}

/** For each slot what `wanted` says of its text; asked once for each text that there is. */
export function byText(column: Coded, wanted: (text: string) => boolean): (slot: number) => boolean {
  const which = column.which(wanted);
  const { codes } = column;
  return (slot) => which[codes[slot] ?? 0] === 1;
}
