import { normalCdf } from './normal';

/** An interval that order statistics give: its ends are rows, so its cover is what it is. */
export interface CoveredInterval {
  readonly low: number;
  readonly high: number;
  /** The chance that such an interval holds the median. */
  readonly cover: number;
}

/** The chances P(Bin(n, ½) ≤ i) for i = 0 … n. */
function binomialHalves(n: number): Float64Array {
  const chances = new Float64Array(n + 1);
  // In logs: 2⁻ⁿ is no number any more beyond a thousand rows.
  let log = -n * Math.LN2;
  let sum = 0;
  for (let i = 0; i <= n; i++) {
    sum += Math.exp(log);
    chances[i] = Math.min(1, sum);
    log += Math.log((n - i) / (i + 1));
  }
  return chances;
}

/** The interval of the median at `level`, 0.95 or 0.9; `null`: so few rows that the two outermost do not reach it. */
export function medianInterval(sorted: readonly number[], level: number): CoveredInterval | null {
  const n = sorted.length;
  const chances = binomialHalves(n);
  // The largest r with 2·P(Bin < r) ≤ 1 − level.
  let r = 0;
  while (r < n && 2 * (chances[r] ?? 1) <= 1 - level) r++;
  const [low, high] = [sorted[r - 1], sorted[n - r]];
  if (r === 0 || low === undefined || high === undefined) return null;
  return { low, high, cover: 1 - 2 * (chances[r - 1] ?? 0) };
}

/** A median as it may be: straight through the order statistics at the chances that each lies above the median. */
export function medianDraw(sorted: readonly number[]): (u: number) => number {
  const n = sorted.length;
  const chances = binomialHalves(n);
  const [least, most] = [sorted[0] ?? 0, sorted[n - 1] ?? 0];
  return (u) => {
    if (u <= (chances[0] ?? 0)) return least;
    if (u >= (chances[n - 1] ?? 1)) return most;
    let [low, high] = [0, n - 1];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((chances[middle] ?? 0) <= u) low = middle;
      else high = middle;
    }
    const [from, to] = [chances[low] ?? 0, chances[high] ?? 1];
    const [a, b] = [sorted[low] ?? 0, sorted[high] ?? 0];
    return a + ((u - from) / (to - from)) * (b - a);
  };
}

/** The same by a normal score. */
export function medianFromNormal(sorted: readonly number[]): (z: number) => number {
  const draw = medianDraw(sorted);
  return (z) => draw(normalCdf(z));
}
