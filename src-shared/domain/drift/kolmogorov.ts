import { stirlingError } from '../base/gamma';

/**
 * The chance that the empirical distribution of `n` values lies off its true one by `d` or more somewhere. Regions and
 * methods of Simard and L'Ecuyer (2011), as in SciPy's kstwo: exact sums where p is small, Durbin's matrix or the
 * expansion of Pelz and Good (1976) where it is not.
 *
 * @param n whole number ≥ 1
 * @param d 0 … 1
 */
export function kolmogorovP(n: number, d: number): number {
  const t = n * d;
  if (d >= 1) return 0;
  if (t <= 0.5) return 1;
  // Between 1/2n and 1/n the values must take turns with the steps: n! (2d − 1/n)ⁿ.
  if (t <= 1) return 1 - Math.exp(logFactorialOverPower(n) + n * Math.log(2 * t - 1));
  const square = t * d;
  if (d >= 0.5 || square > (n <= 140 ? 4 : 2.2)) return square >= 370 ? 0 : Math.min(1, 2 * oneSidedP(n, d));
  const small = n <= 140 || (n <= 100_000 && n * d ** 1.5 <= 1.4);
  return Math.min(1, Math.max(0, 1 - (small ? byDurbinMatrix(n, d) : byPelzGood(n, d))));
}

/** ln(n! / nⁿ), without the cancellation of both logarithms. */
function logFactorialOverPower(n: number): number {
  return Math.log(n) / 2 - n + Math.log(2 * Math.PI) / 2 + stirlingError(n);
}

/** Smirnov's sum for one side: Σ C(n, j) (d + j/n)ʲ⁻¹ (1 − d − j/n)ⁿ⁻ʲ d; all terms are positive. */
function oneSidedP(n: number, d: number): number {
  const last = Math.floor(n * (1 - d));
  let sum = (1 - d) ** n;
  for (let j = 1; j <= last; j++) {
    const a = d + j / n;
    if (a >= 1) break;
    sum += (binomialChance(j, n, a) * d) / a;
  }
  return sum;
}

/** C(n, j) aʲ (1 − a)ⁿ⁻ʲ after Loader (2000): no large logarithms that cancel. 0 < a < 1, 1 ≤ j ≤ n. */
function binomialChance(j: number, n: number, a: number): number {
  if (j === n) return a ** n;
  const rest = n - j;
  const log =
    stirlingError(n) - stirlingError(j) - stirlingError(rest) - deviance(j, n * a) - deviance(rest, n * (1 - a));
  return Math.exp(log) * Math.sqrt(n / (2 * Math.PI * j * rest));
}

/** x ln(x/y) + y − x, without losing its digits where x is near y. */
function deviance(x: number, y: number): number {
  const off = x - y;
  if (Math.abs(off) >= 0.1 * (x + y)) return x * Math.log(x / y) - off;
  const v = off / (x + y);
  let sum = off * v;
  let power = 2 * x * v;
  for (let odd = 3; odd < 100; odd += 2) {
    power *= v * v;
    const next = sum + power / odd;
    if (next === sum) break;
    sum = next;
  }
  return sum;
}

/** The chance of less than d by Durbin's matrix (Marsaglia, Tsang and Wang 2003); for small n·d. */
function byDurbinMatrix(n: number, d: number): number {
  const k = Math.ceil(n * d);
  const size = 2 * k - 1;
  const { value, exponent } = powerEntry(durbinMatrix(size, k - n * d), size, n, k - 1);
  return Math.exp(Math.log(value) + exponent * Math.LN2 + logFactorialOverPower(n));
}

function durbinMatrix(size: number, h: number): Float64Array {
  const inverseFactorial = new Float64Array(size + 1).fill(1);
  for (let at = 1; at <= size; at++) inverseFactorial[at] = (inverseFactorial[at - 1] ?? 0) / at;
  const edge = (power: number): number => (1 - h ** power) * (inverseFactorial[power] ?? 0);
  const matrix = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    matrix[row * size] = edge(row + 1);
    for (let column = 1; column < size; column++) {
      if (row - column + 1 >= 0) matrix[row * size + column] = inverseFactorial[row - column + 1] ?? 0;
    }
  }
  for (let column = 0; column < size; column++) matrix[(size - 1) * size + column] = edge(size - column);
  const corner = 1 - 2 * h ** size + Math.max(2 * h - 1, 0) ** size;
  matrix[(size - 1) * size] = corner * (inverseFactorial[size] ?? 0);
  return matrix;
}

const RESCALE = 2 ** 128;

/** The entry (at, at) of a power of the matrix, as value × 2^exponent. */
function powerEntry(
  matrix: Float64Array,
  size: number,
  power: number,
  at: number,
): { value: number; exponent: number } {
  let base = matrix;
  let result = new Float64Array(size * size);
  for (let row = 0; row < size; row++) result[row * size + row] = 1;
  let [exponent, baseExponent] = [0, 0];
  const middle = at * size + at;
  for (let left = power; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) {
      result = product(result, base, size);
      exponent += baseExponent;
    }
    base = product(base, base, size);
    baseExponent *= 2;
    if (Math.abs(base[middle] ?? 0) > RESCALE) {
      base = base.map((entry) => entry / RESCALE);
      baseExponent += 128;
    }
  }
  return { value: result[middle] ?? 0, exponent };
}

function product(a: Float64Array, b: Float64Array, size: number): Float64Array<ArrayBuffer> {
  const result = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let inner = 0; inner < size; inner++) {
      const factor = a[row * size + inner] ?? 0;
      if (factor === 0) continue;
      for (let column = 0; column < size; column++) {
        const at = row * size + column;
        result[at] = (result[at] ?? 0) + factor * (b[inner * size + column] ?? 0);
      }
    }
  }
  return result;
}

/** The chance of less than d by the expansion K₀ + K₁/√n + K₂/n + K₃/n^1.5 in Jacobi's theta functions. */
function byPelzGood(n: number, d: number): number {
  const z = Math.sqrt(n) * d;
  const [pi2, z2] = [Math.PI ** 2, z * z];
  const [z4, z6, z8] = [z2 ** 2, z2 ** 3, z2 ** 4];
  const sums = [0, 0, 0, 0];
  const add = (order: number, value: number): void => {
    sums[order] = (sums[order] ?? 0) + value;
  };
  const terms = Math.ceil((16 * z) / Math.PI);
  for (let k = terms; k > 0; k--) {
    const m2 = (2 * k - 1) ** 2;
    const m4 = m2 * m2;
    const q = Math.exp((-pi2 * m2) / (8 * z2));
    add(0, q);
    add(1, q * (-z2 + (pi2 / 4) * m2));
    add(2, q * (6 * z6 + 2 * z4 + (pi2 / 4) * (2 * z4 - 5 * z2) * m2 + (pi2 ** 2 / 16) * (1 - 2 * z2) * m4));
    const third =
      -30 * z6 -
      90 * z8 +
      (pi2 / 4) * (135 * z4 - 96 * z6) * m2 +
      (pi2 ** 2 / 16) * (212 * z4 - 60 * z2) * m4 +
      (pi2 ** 3 / 64) * (5 - 30 * z2) * m2 * m4;
    add(3, q * third);
  }
  const root = Math.sqrt(2 * Math.PI);
  const divisors = [z, 6 * z4, 72 * z ** 7, 6480 * z ** 10];
  const orders = sums.map((sum, order) => (sum * root) / (divisors[order] ?? 1));
  for (let k = terms; k > 0; k--) {
    const k2 = k * k;
    const q = Math.exp((-pi2 * k2) / (2 * z2));
    orders[2] = (orders[2] ?? 0) - (pi2 * root * k2 * q) / (36 * z2 * z);
    orders[3] = (orders[3] ?? 0) + (pi2 * root * (3 * z2 - pi2 * k2) * k2 * q) / (216 * z6);
  }
  return orders.reduce((sum, order, at) => sum + order / n ** (at / 2), 0);
}
