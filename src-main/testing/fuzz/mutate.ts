import { strToU8, unzipSync, zipSync } from 'fflate';
import { randomStream, uniform } from '#domain/scenarios/statistics/random';

/** Numbers at which readers of lengths and places stumble. */
const ODD = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff];

const HITS = ['bit', 'byte', 'zeros', 'ones', 'number', 'cut', 'insert', 'double', 'move', 'end'] as const;

/** The same file damaged in the same way for the same seed: bytes flipped, put in, left out, moved, the end cut off. */
export function mutate(content: Uint8Array, seed: number): Uint8Array {
  const random = randomStream(seed);
  const upTo = (limit: number): number => Math.floor(uniform(random) * limit);
  let bytes = Buffer.from(content);
  for (let hits = 1 + upTo(4); hits > 0; hits -= 1) bytes = hit(bytes, upTo);
  return new Uint8Array(bytes);
}

function hit(bytes: Buffer<ArrayBuffer>, upTo: (limit: number) => number): Buffer<ArrayBuffer> {
  const at = upTo(bytes.length);
  const end = Math.min(bytes.length, at + 1 + upTo(40));
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
  switch (HITS[upTo(HITS.length)]) {
    case 'bit':
      bytes[at] = (bytes[at] ?? 0) ^ (1 << upTo(8));
      return bytes;
    case 'byte':
      bytes[at] = upTo(256);
      return bytes;
    case 'zeros':
      return bytes.fill(0, at, end);
    case 'ones':
      return bytes.fill(255, at, end);
    case 'number':
      if (at + 4 <= bytes.length) bytes.writeUInt32LE(ODD[upTo(ODD.length)] ?? 0, at);
      return bytes;
    case 'cut':
      return Buffer.concat([before, bytes.subarray(end)]);
    case 'insert':
      return Buffer.concat([before, Buffer.from(Array.from({ length: end - at }, () => upTo(256))), after]);
    case 'double':
      return Buffer.concat([bytes.subarray(0, end), after]);
    case 'move':
      return Buffer.concat([before, bytes.subarray(upTo(bytes.length)).subarray(0, end - at), after]);
    default:
      // A file that ends too early, as an interrupted download does; seldom near its beginning.
      return upTo(4) === 0 ? Buffer.from(before) : Buffer.from(bytes.subarray(0, bytes.length - upTo(64)));
  }
}

/** Damage inside of a part that is whole as a file: an archive that is only flipped is refused at its door. */
export function mutatePart(archive: Uint8Array, seed: number): Uint8Array {
  const parts = Object.entries(unzipSync(archive));
  const random = randomStream(seed);
  const wanted = Math.floor(uniform(random) * parts.length);
  return zipSync(
    Object.fromEntries(
      parts.map(([name, content], at) => [
        name,
        at === wanted ? mutate(content.length > 0 ? content : strToU8('x'), seed) : content,
      ]),
    ),
    { level: 0 },
  );
}
