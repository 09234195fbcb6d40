/** Up to here terms are added one by one; beyond, Euler–Maclaurin is exact to rounding. */
const DIRECT = 64;

/** ∫ x^b from `from` to `to`, also for b = −1 and close to it. */
function integral(from: number, to: number, b: number): number {
  const logRatio = Math.log(to / from);
  const c = b + 1;
  return c === 0 ? logRatio : (from ** c * Math.expm1(c * logRatio)) / c;
}

/** Σ k^b for whole k in from..to, both beyond `DIRECT`. */
function smoothSum(from: number, to: number, b: number): number {
  const first = from ** b;
  const last = to ** b;
  const slope = b * (last / to - first / from);
  const third = b * (b - 1) * (b - 2) * (last / to ** 3 - first / from ** 3);
  return integral(from, to, b) + (first + last) / 2 + slope / 12 - third / 720;
}

/** Σ k^b for whole k in from..to, from ≥ 1, b ≤ 0; 0 when the range is empty. Its time does not grow with the range. */
export function sumPowers(from: number, to: number, b: number): number {
  if (to < from) return 0;
  if (b === 0) return to - from + 1;
  let sum = 0;
  for (let k = from; k <= Math.min(to, DIRECT); k++) sum += k ** b;
  const rest = Math.max(from, DIRECT + 1);
  return rest <= to ? sum + smoothSum(rest, to, b) : sum;
}
