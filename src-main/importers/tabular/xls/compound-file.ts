/** A stream of a compound file, by its name. */
export interface CompoundStream {
  readonly name: string;
  read(): Buffer;
}

const FREE = 0xfffffff0;
const ENTRY = 128;
const STREAM = 2;
const ROOT = 5;
const MOST_STREAMS = 100_000;

/**
 * The streams of a compound file (MS-CFB), the container of Office up to 2003. Chains of sectors are followed no further
 * than there are sectors, so that none leads in a circle. Throws a RangeError where the file is damaged.
 */
export function readCompoundFile(bytes: Buffer): readonly CompoundStream[] {
  const file = new Sectors(bytes);
  const directory = file.chain(bytes.readUInt32LE(48));
  const entries = Array.from({ length: Math.min(MOST_STREAMS, Math.floor(directory.length / ENTRY)) }, (_, index) =>
    directory.subarray(index * ENTRY, (index + 1) * ENTRY),
  );
  const root = entries.find((entry) => entry[66] === ROOT);
  const small = root ? file.chain(root.readUInt32LE(116)) : Buffer.alloc(0);
  return entries
    .filter((entry) => entry[66] === STREAM)
    .map((entry) => {
      const [start, size] = [entry.readUInt32LE(116), entry.readUInt32LE(120)];
      const read = (): Buffer =>
        (size < file.smallBelow ? file.smallChain(small, start) : file.chain(start)).subarray(0, size);
      return { name: nameOf(entry), read };
    });
}

function nameOf(entry: Buffer): string {
  const length = Math.min(64, Math.max(0, entry.readUInt16LE(64) - 2));
  return entry.toString('utf16le', 0, length);
}

class Sectors {
  readonly smallBelow: number;
  private readonly sector: number;
  private readonly smallSector: number;
  private readonly next: readonly number[];
  private smallNext: readonly number[] | null = null;

  constructor(private readonly bytes: Buffer) {
    const [shift, smallShift] = [bytes.readUInt16LE(30), bytes.readUInt16LE(32)];
    if ((shift !== 9 && shift !== 12) || smallShift > shift) throw new RangeError('no sectors of a known size');
    this.sector = 2 ** shift;
    this.smallSector = 2 ** smallShift;
    this.smallBelow = bytes.readUInt32LE(56);
    this.next = this.allocation();
  }

  /** The bytes of a chain of sectors. */
  chain(start: number): Buffer {
    return follow(start, this.next, (sector) => this.at(sector));
  }

  smallChain(container: Buffer, start: number): Buffer {
    this.smallNext ??= numbersOf(this.chain(this.bytes.readUInt32LE(60)));
    return follow(start, this.smallNext, (sector) =>
      container.subarray(sector * this.smallSector, (sector + 1) * this.smallSector),
    );
  }

  private at(sector: number): Buffer {
    const from = (sector + 1) * this.sector;
    if (from >= this.bytes.length) throw new RangeError('a sector beyond the end');
    return this.bytes.subarray(from, from + this.sector);
  }

  /** What follows each sector; the sectors that say it are listed in the header and, for large files, in a chain. */
  private allocation(): readonly number[] {
    const most = Math.ceil(this.bytes.length / this.sector);
    const places: number[] = [];
    for (let index = 0; index < 109; index += 1) places.push(this.bytes.readUInt32LE(76 + index * 4));
    let more = this.bytes.readUInt32LE(68);
    for (let step = 0; more < FREE && step < most; step += 1) {
      const numbers = numbersOf(this.at(more));
      more = numbers.at(-1) ?? FREE;
      places.push(...numbers.slice(0, -1));
    }
    const next: number[] = [];
    for (const place of places) {
      if (place >= FREE || next.length > most) continue;
      for (const number of numbersOf(this.at(place))) next.push(number);
    }
    return next;
  }
}

function follow(start: number, next: readonly number[], at: (sector: number) => Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let sector = start; sector < FREE; ) {
    if (parts.length > next.length) throw new RangeError('a chain without an end');
    parts.push(at(sector));
    const following = next[sector];
    if (following === undefined) throw new RangeError('a chain into nothing');
    sector = following;
  }
  return Buffer.concat(parts);
}

const numbersOf = (bytes: Buffer): number[] =>
  Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) => bytes.readUInt32LE(index * 4));
