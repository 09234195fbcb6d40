const LN_ROOT_TWO_PI = Math.log(2 * Math.PI) / 2;

/** Coefficients of Stirling's series, B₂ₖ / (2k (2k − 1)). */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360_360, 1 / 156, -3617 / 122_400];

/** From here on eight terms of the series give 16 digits. */
const SERIES_FROM = 16;

/** What Stirling's formula misses: ln Γ(x + 1) − (x + ½) ln x + x − ln √(2π), for x > 0. */
export function stirlingError(x: number): number {
  // Sums over every row of large samples come here: two terms are enough for them.
  if (x > 5_000) return (1 / 12 - 1 / (360 * x * x)) / x;
  let steps = 0;
  let at = x;
  for (; at < SERIES_FROM; at++) steps += (at + 0.5) * Math.log1p(1 / at) - 1;
  const square = 1 / (at * at);
  return steps + STIRLING.reduceRight((sum, coefficient) => sum * square + coefficient, 0) / at;
}

/** ln Γ(x), x > 0; 15 digits. */
export function logGamma(x: number): number {
  return (x - 0.5) * Math.log(x) - x + LN_ROOT_TWO_PI + stirlingError(x);
}

const MOST_TERMS = 10_000;
const SMALLEST = 1e-300;

/** xᵃ e⁻ˣ / Γ(a), which both expansions share. */
function gammaFactor(a: number, x: number): number {
  return Math.exp(a * Math.log(x) - x - logGamma(a));
}

/** The chance of less than x, by its power series; quick for x < a + 1. */
function lowerBySeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n <= MOST_TERMS && term > sum * 1e-17; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum * gammaFactor(a, x);
}

/** The chance of more than x, by Legendre's continued fraction (Lentz's method); quick for x ≥ a + 1. */
function upperByFraction(a: number, x: number): number {
  const away = (value: number): number => (Math.abs(value) < SMALLEST ? SMALLEST : value);
  let b = x + 1 - a;
  let c = 1 / SMALLEST;
  let d = 1 / away(b);
  let result = d;
  for (let n = 1; n <= MOST_TERMS; n++) {
    const top = n * (a - n);
    b += 2;
    d = 1 / away(top * d + b);
    c = away(b + top / c);
    result *= c * d;
    if (Math.abs(c * d - 1) < 1e-16) break;
  }
  return result * gammaFactor(a, x);
}

/** The regularised upper incomplete gamma function Q(a, x) = Γ(a, x) / Γ(a), a > 0, x ≥ 0. */
export function upperGamma(a: number, x: number): number {
  if (x <= 0) return 1;
  if (x === Number.POSITIVE_INFINITY) return 0;
  return x < a + 1 ? 1 - lowerBySeries(a, x) : upperByFraction(a, x);
}

/** The regularised lower incomplete gamma function P(a, x) = 1 − Q(a, x), with its own digits where it is small. */
export function lowerGamma(a: number, x: number): number {
  if (x <= 0) return 0;
  return x < a + 1 ? lowerBySeries(a, x) : 1 - upperByFraction(a, x);
}

const MOST_STEPS = 100;

/** The x with P(a, x) = p, for a > 0 and 0 < p < 1: Newton's steps from Wilson and Hilferty's guess, kept in a bracket. */
export function gammaQuantile(a: number, p: number): number {
  let low = 0;
  let high = Number.POSITIVE_INFINITY;
  let x = Math.max(a * 1e-3, a * (1 - 1 / (9 * a) + roughNormal(p) / (3 * Math.sqrt(a))) ** 3);
  for (let step = 0; step < MOST_STEPS; step++) {
    const miss = lowerGamma(a, x) - p;
    if (miss > 0) high = x;
    else low = x;
    const density = gammaFactor(a, x) / x;
    const newton = x - miss / density;
    const next = newton > low && newton < high ? newton : (low + Math.min(high, 2 * x + 1)) / 2;
    if (Math.abs(next - x) <= 1e-15 * x) return next;
    x = next;
  }
  return x;
}

/** A normal quantile to two or three digits, which a starting point needs (Abramowitz and Stegun 26.2.22). */
function roughNormal(p: number): number {
  const t = Math.sqrt(-2 * Math.log(Math.min(p, 1 - p)));
  const z = t - (2.30753 + 0.27061 * t) / (1 + 0.99229 * t + 0.04481 * t * t);
  return p < 0.5 ? -z : z;
}
