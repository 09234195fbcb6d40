/** A stream of 32-bit numbers that is the same on every machine for the same seed. */
export interface RandomStream {
  /** A whole number in 0 … 2³² − 1. */
  readonly next: () => number;
}

const SPAN = 2 ** 32;

/** The largest seed; larger ones would only repeat smaller ones. */
export const MOST_SEED = SPAN - 1;

/**
 * mulberry32: integer operations only, so Node, browsers and Python agree; mulberry32(42) / 2³² begins 0.6011, 0.4483,
 * 0.8525. Period 2³², far beyond what a simulation draws. RangeError unless the seed is a whole number in 0 … 2³² − 1.
 */
export function randomStream(seed: number): RandomStream {
  if (!Number.isInteger(seed) || seed < 0 || seed > MOST_SEED) {
    throw new RangeError(`The seed is ${seed}: it must be a whole number from 0 to ${MOST_SEED}.`);
  }
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  return { next };
}

/** A number in [0, 1). */
export function uniform(stream: RandomStream): number {
  return stream.next() / SPAN;
}

/** The whole numbers 0 … count − 1 in random order (Fisher–Yates). */
export function shuffled(stream: RandomStream, count: number): Uint32Array {
  const order = new Uint32Array(count);
  for (let at = 0; at < count; at++) order[at] = at;
  for (let at = count - 1; at > 0; at--) {
    const other = Math.floor(uniform(stream) * (at + 1));
    const kept = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = kept;
  }
  return order;
}

/**
 * `count` numbers in (0, 1), one in each `count`-th part of it, in random order (a column of a Latin hypercube): their
 * distribution is even from the start, so a simulation needs fewer runs. Never 0 or 1, whose normal scores are infinite.
 */
export function stratified(stream: RandomStream, count: number): Float64Array {
  const order = shuffled(stream, count);
  const chances = new Float64Array(count);
  // A loop: made from an iterator, 22 columns of 10,000 runs would take a third of the simulation's time.
  for (let at = 0; at < count; at++) chances[at] = ((order[at] ?? 0) + (stream.next() + 0.5) / SPAN) / count;
  return chances;
}
