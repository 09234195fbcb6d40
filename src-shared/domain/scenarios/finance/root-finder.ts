/** Enough for any bracket of doubles: bisection alone needs about 1,100 halvings at worst, Brent far fewer. */
const MOST_STEPS = 2_000;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where the secant or the inverse parabola through the last points meets zero. */
function interpolate(a: Point, b: Point, c: Point): number {
  if (a.y === c.y || b.y === c.y || a.y === b.y) return b.x - (b.y * (b.x - a.x)) / (b.y - a.y);
  return (
    (a.x * b.y * c.y) / ((a.y - b.y) * (a.y - c.y)) +
    (b.x * a.y * c.y) / ((b.y - a.y) * (b.y - c.y)) +
    (c.x * a.y * b.y) / ((c.y - a.y) * (c.y - b.y))
  );
}

/**
 * Brent's method: a zero of `f` between `low` and `high`, to the last bits or to `tolerance` in x. Where `f` jumps over
 * zero, the place of the jump. RangeError when the ends do not have opposite signs.
 */
export function findRoot(f: (x: number) => number, low: number, high: number, tolerance = 0): number {
  let a: Point = { x: low, y: f(low) };
  let b: Point = { x: high, y: f(high) };
  if (a.y === 0) return low;
  if (b.y === 0) return high;
  if (a.y > 0 === b.y > 0) throw new RangeError('There is no change of sign between the two ends.');
  if (Math.abs(a.y) < Math.abs(b.y)) [a, b] = [b, a];
  let before = a;
  let stepBefore = Number.POSITIVE_INFINITY;
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const width = Math.abs(b.x - a.x);
    if (b.y === 0 || width <= Math.max(tolerance, 2 * Number.EPSILON * Math.abs(b.x), Number.MIN_VALUE)) return b.x;
    const middle = a.x + (b.x - a.x) / 2;
    let next = interpolate(a, b, before);
    const inside = next > Math.min(middle, b.x) && next < Math.max(middle, b.x);
    // A step must at least halve from one to the one after the next, or bisection takes over.
    if (!inside || Math.abs(next - b.x) > stepBefore / 2) next = middle;
    stepBefore = next === middle ? width : Math.abs(next - b.x);
    const point: Point = { x: next, y: f(next) };
    before = b;
    if (point.y > 0 === a.y > 0) a = point;
    else b = point;
    if (Math.abs(a.y) < Math.abs(b.y)) [a, b] = [b, a];
  }
  return b.x;
}
