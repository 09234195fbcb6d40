import { logGamma } from '../../base/gamma';

/** A beta distribution on 0 … 1; both shapes ≥ 1 here (PERT). */
export interface BetaShape {
  readonly alpha: number;
  readonly beta: number;
}

/** ln B(α, β). */
export function logBeta({ alpha, beta }: BetaShape): number {
  return logGamma(alpha) + logGamma(beta) - logGamma(alpha + beta);
}

/** The density at `x`; 0 outside 0 … 1. `log` is ln B(α, β): whoever asks often reckons it once. */
export function betaDensity(shape: BetaShape, x: number, log = logBeta(shape)): number {
  if (x < 0 || x > 1) return 0;
  return x ** (shape.alpha - 1) * (1 - x) ** (shape.beta - 1) * Math.exp(-log);
}

const MOST_TERMS = 300;
const SMALLEST = 1e-300;

/** The continued fraction of the incomplete beta function, by Lentz's method. */
function fraction({ alpha, beta }: BetaShape, x: number): number {
  const away = (value: number): number => (Math.abs(value) < SMALLEST ? SMALLEST : value);
  let c = 1;
  let d = 1 / away(1 - ((alpha + beta) * x) / (alpha + 1));
  let result = d;
  for (let m = 1; m <= MOST_TERMS; m++) {
    const even = (m * (beta - m) * x) / ((alpha + 2 * m - 1) * (alpha + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    result *= c * d;
    const odd = (-(alpha + m) * (alpha + beta + m) * x) / ((alpha + 2 * m) * (alpha + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    result *= c * d;
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return result;
}

/** The chance of less than `x`: the regularised incomplete beta function. */
export function betaCdf(shape: BetaShape, x: number, log = logBeta(shape)): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const { alpha, beta } = shape;
  // The fraction converges quickly only on its own side of the mean.
  if (x > (alpha + 1) / (alpha + beta + 2)) return 1 - betaCdf({ alpha: beta, beta: alpha }, 1 - x, log);
  const factor = Math.exp(alpha * Math.log(x) + beta * Math.log1p(-x) - log);
  return (factor * fraction(shape, x)) / alpha;
}

/** The x below which the chance is `p`: Newton's steps, kept inside a shrinking bracket. 0 and 1 at the ends. */
export function betaQuantile(shape: BetaShape, p: number, log = logBeta(shape)): number {
  if (p <= 0) return 0;
  if (p >= 1) return 1;
  let low = 0;
  let high = 1;
  // Near 0 the chance is x^α / (α B): exact in the tail, a fair start elsewhere.
  let x = Math.min(0.5, Math.exp((Math.log(p * shape.alpha) + log) / shape.alpha));
  for (let steps = 0; steps < 200; steps++) {
    const miss = betaCdf(shape, x, log) - p;
    if (miss === 0) return x;
    if (miss > 0) high = x;
    else low = x;
    const newton = x - miss / betaDensity(shape, x, log);
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    // The chance itself is exact to about 15 digits: finer steps would chase its rounding.
    if (Math.abs(next - x) <= 2e-15 * x) return next;
    x = next;
  }
  return x;
}
