import { findRoot } from '../finance/root-finder';
import type { ThreePoint } from '../statistics/pert';

/** Each step away from the mode is this much longer than the one before: the far ends are reached in about 100. */
const GROWTH = 1.3;
const FIRST_STEP = 1 / 16;

/** The first change of sign on the way from `from` to `limit`; `null`: none. */
function crossing(f: (x: number) => number, from: number, limit: number, step: number): number | null {
  let [x, y] = [from, f(from)];
  let length = step;
  while (x !== limit) {
    const next = limit > x ? Math.min(limit, x + length) : Math.max(limit, x - length);
    // Steps below the spacing of doubles do not move.
    if (next === x) return null;
    const value = f(next);
    if (value === 0 || value > 0 !== y > 0) return findRoot(f, x, next);
    [x, y] = [next, value];
    length *= GROWTH;
  }
  return null;
}

/**
 * The x nearest to the mode at which `f` is 0 (or jumps over it: whole engineers), looked for far beyond low and high
 * but not beyond `least` and `most`. `null`: there is none.
 */
export function valueAtZero(f: (x: number) => number, range: ThreePoint, least: number, most: number): number | null {
  const { low, mode, high } = range;
  if (f(mode) === 0) return mode;
  const size = Math.max(high - low, Math.abs(mode));
  const step = FIRST_STEP * (size > 0 ? size : 1);
  const down = crossing(f, mode, least, step);
  const up = crossing(f, mode, most, step);
  if (down === null || up === null) return down ?? up;
  return mode - down <= up - mode ? down : up;
}
