import { randomStream } from '#domain/scenarios/statistics/random';

/** Chance that is the same on every machine: whole-number arithmetic, sums and products only. */
export interface Chance {
  /** 0 ≤ x < 1. */
  readonly unit: () => number;
  /** From `low` to `high`, both in it. */
  readonly whole: (low: number, high: number) => number;
  readonly one: <T>(of: readonly [T, ...T[]]) => T;
  /** About standard normal: twelve even numbers less six. */
  readonly normal: () => number;
}

/** A stream of its own for each name, so that a new model changes nothing of the others. */
export function chanceOf(seed: number, name: string): Chance {
  const stream = randomStream((seed ^ hashOf(name)) >>> 0);
  const unit = (): number => stream.next() / 2 ** 32;
  const whole = (low: number, high: number): number => low + Math.floor(unit() * (high - low + 1));
  return {
    unit,
    whole,
    one: (of) => of[whole(0, of.length - 1)] ?? of[0],
    normal: () => Array.from({ length: 12 }, unit).reduce((sum, x) => sum + x, -6),
  };
}

/** FNV-1a over UTF-16 units. */
function hashOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i += 1) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
