/** Kinds of records of a workbook (MS-XLS 2.3) that are read here. */
export const RECORD = {
  formula: 0x0006,
  end: 0x000a,
  dates: 0x0022,
  password: 0x002f,
  more: 0x003c,
  sheet: 0x0085,
  numbers: 0x00bd,
  richLabel: 0x00d6,
  style: 0x00e0,
  merges: 0x00e5,
  strings: 0x00fc,
  sharedLabel: 0x00fd,
  number: 0x0203,
  label: 0x0204,
  boolean: 0x0205,
  string: 0x0207,
  shortNumber: 0x027e,
  format: 0x041e,
  begin: 0x0809,
} as const;

export interface BiffRecord {
  readonly type: number;
  readonly data: Buffer;
  /** Where the next one begins. */
  readonly next: number;
}

/** The record at a place; `null` at the end of the stream. Throws a RangeError where it is cut off. */
export function recordAt(stream: Buffer, at: number): BiffRecord | null {
  if (at + 4 > stream.length) return null;
  const type = stream.readUInt16LE(at);
  const length = stream.readUInt16LE(at + 2);
  const next = at + 4 + length;
  if (next > stream.length) throw new RangeError('a record beyond the end');
  return { type, data: stream.subarray(at + 4, next), next };
}

/** A record with those that carry on with it, since none may be longer than 8 KB. */
export function wholeRecordAt(
  stream: Buffer,
  first: BiffRecord,
): { readonly parts: readonly Buffer[]; readonly next: number } {
  const parts = [first.data];
  let { next } = first;
  for (;;) {
    const more = recordAt(stream, next);
    if (more?.type !== RECORD.more) return { parts, next };
    parts.push(more.data);
    next = more.next;
  }
}

const WIDE = 1;
const EXTENDED = 4;
const RICH = 8;

/** Reads texts from a record and those that carry on with it. A text that is cut says anew how wide its characters are. */
export class TextReader {
  private part = 0;
  private at = 0;

  constructor(private readonly parts: readonly Buffer[]) {}

  skip(bytes: number): void {
    let left = bytes;
    while (left > 0) {
      const here = Math.min(left, this.current().length - this.at);
      this.at += here;
      left -= here;
      if (left > 0) this.nextPart();
    }
  }

  byte(): number {
    if (this.at >= this.current().length) this.nextPart();
    const byte = this.current().readUInt8(this.at);
    this.at += 1;
    return byte;
  }

  short(): number {
    return this.byte() + this.byte() * 256;
  }

  long(): number {
    return this.short() + this.short() * 65_536;
  }

  /** A text whose length has been read. */
  text(characters: number): string {
    const flags = this.byte();
    const runs = (flags & RICH) !== 0 ? this.short() : 0;
    const extra = (flags & EXTENDED) !== 0 ? this.long() : 0;
    const text = this.characters(characters, (flags & WIDE) !== 0);
    this.skip(runs * 4 + extra);
    return text;
  }

  private characters(count: number, wideAtFirst: boolean): string {
    let wide = wideAtFirst;
    let left = count;
    let text = '';
    for (;;) {
      const size = wide ? 2 : 1;
      const here = Math.min(left, Math.floor((this.current().length - this.at) / size));
      const end = this.at + here * size;
      text += this.current().toString(wide ? 'utf16le' : 'latin1', this.at, end);
      this.at = end;
      left -= here;
      if (left === 0) return text;
      this.nextPart();
      wide = (this.byte() & WIDE) !== 0;
    }
  }

  private current(): Buffer {
    const part = this.parts[this.part];
    if (!part) throw new RangeError('a text beyond the end');
    return part;
  }

  private nextPart(): void {
    this.part += 1;
    this.at = 0;
    this.current();
  }
}

/** A number in four bytes: an integer or the upper half of a double, perhaps a hundredth of it (MS-XLS 2.5.217). */
export function shortNumber(bytes: Buffer, at: number): number {
  const raw = bytes.readInt32LE(at);
  let value: number;
  if ((raw & 2) !== 0) value = raw >> 2;
  else {
    const double = Buffer.alloc(8);
    double.writeInt32LE(raw & ~3, 4);
    value = double.readDoubleLE(0);
  }
  return (raw & 1) !== 0 ? value / 100 : value;
}

const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};

export const errorText = (code: number): string => ERRORS[code] ?? '#ERROR!';
