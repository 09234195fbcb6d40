/**
 * The chance that two samples of `n` and `m` values from one continuous distribution differ by D ≥ gap / (n·m) somewhere:
 * of all orders of the n + m values, drawn as lattice paths from (0, 0) to (n, m), the share that leaves the band
 * |x·m − y·n| < gap. Exact but for rounding; sums and products of positive numbers only, so small p keep their digits.
 *
 * @param gap D × n × m, a whole number ≥ 0
 */
export function latticePathsP(n: number, m: number, gap: number): number {
  if (gap === 0) return 1;
  if (n === m) return squareP(n, Math.round(gap / n));
  const [long, short] = n > m ? [n, m] : [m, n];
  return bandP(long, short, gap);
}

/** With equal sizes the reflection principle gives 2 Σ (−1)ᵏ⁺¹ C(2n, n − kh) / C(2n, n), summed from inside out. */
function squareP(n: number, h: number): number {
  let inner = 0;
  for (let k = Math.floor(n / h); k >= 0; k--) {
    let ratio = 1;
    for (let j = 0; j < h; j++) ratio *= (n - k * h - j) / (n + k * h + j + 1);
    inner = ratio * (1 - inner);
  }
  return Math.min(1, 2 * inner);
}

/**
 * Column by column, the share of paths to (x, y) that have been outside: it is (x·left + y·below) / (x + y), for of the
 * paths to (x, y) x in x + y come from the left. Outside the band it is 1; only the band is kept.
 */
function bandP(long: number, short: number, gap: number): number {
  // left[y] is the column before; it is 1 wherever the band was not.
  const column = new Float64Array(short + 1).fill(1);
  let top = Math.min(Math.ceil(gap / long), short + 1);
  column.fill(0, 0, top);
  let bottom = 0;
  for (let x = 1; x <= long; x++) {
    const first = Math.min(short, Math.max(0, Math.floor((x * short - gap) / long) + 1));
    const last = Math.min(short + 1, Math.ceil((x * short + gap) / long));
    if (last <= first) return 1;
    column.fill(1, bottom, first);
    let below = first === 0 ? 0 : 1;
    for (let y = first; y < last; y++) {
      below = ((column[y] ?? 1) * x + below * y) / (x + y);
      column[y] = below;
    }
    [bottom, top] = [first, last];
  }
  return top > short ? (column[short] ?? 1) : 1;
}
