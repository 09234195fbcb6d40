import { type BetaShape, betaDensity, betaQuantile } from './beta-distribution';
import { normalCdf, normalDensity } from './normal';

/** What somebody believes of a number: at least, most likely, at most. low ≤ mode ≤ high. */
export interface ThreePoint {
  readonly low: number;
  readonly mode: number;
  readonly high: number;
}

/** The beta distribution behind a PERT estimate; low < high. */
export function pertShape({ low, mode, high }: ThreePoint): BetaShape {
  return { alpha: 1 + (4 * (mode - low)) / (high - low), beta: 1 + (4 * (high - mode)) / (high - low) };
}

export function pertMean({ low, mode, high }: ThreePoint): number {
  return (low + 4 * mode + high) / 6;
}

/** Exact; the popular ((high − low) / 6)² is not, not even when symmetric (maths.md C5). */
export function pertVariance(point: ThreePoint): number {
  const mean = pertMean(point);
  return ((mean - point.low) * (point.high - mean)) / 7;
}

/** The value below which the chance is `p`; `low` itself where low = high. */
export function pertQuantile(point: ThreePoint, p: number): number {
  const width = point.high - point.low;
  return width === 0 ? point.low : point.low + width * betaQuantile(pertShape(point), p);
}

/** Normal scores beyond ± this do not come out of a 32-bit generator; they are held there. */
const EDGE = 8;
const STEPS_PER_UNIT = 16;

interface Knot {
  readonly x: number;
  /** dx/dz. */
  readonly slope: number;
}

/** The quantile at the normal score z ≤ 0, from the lower tail, where both distributions keep all their digits. */
function lowerKnot(shape: BetaShape, z: number): Knot {
  const x = betaQuantile(shape, normalCdf(z));
  const density = betaDensity(shape, x);
  return { x, slope: density > 0 ? normalDensity(z) / density : 0 };
}

function knotAt({ alpha, beta }: BetaShape, z: number): Knot {
  if (z <= 0) return lowerKnot({ alpha, beta }, z);
  const mirrored = lowerKnot({ alpha: beta, beta: alpha }, -z);
  return { x: 1 - mirrored.x, slope: mirrored.slope };
}

/**
 * A PERT estimate as a function of a standard normal score: what a Gaussian copula needs. The inverse is exact at every
 * 1/16 of a score and a cubic between (off by less than a millionth of the range), so that 100,000 draws cost nothing.
 */
export function pertFromNormal(point: ThreePoint): (z: number) => number {
  const width = point.high - point.low;
  if (width === 0) return () => point.low;
  const shape = pertShape(point);
  const knots = Array.from({ length: 2 * EDGE * STEPS_PER_UNIT + 1 }, (_, at) =>
    knotAt(shape, at / STEPS_PER_UNIT - EDGE),
  );
  return (z) => {
    const place = (Math.min(EDGE, Math.max(-EDGE, z)) + EDGE) * STEPS_PER_UNIT;
    const at = Math.min(knots.length - 2, Math.floor(place));
    const left = knots[at];
    const right = knots[at + 1];
    if (!left || !right) return point.mode;
    return point.low + width * between(left, right, place - at);
  };
}

/** Cubic Hermite between two knots, t in 0 … 1. */
function between(left: Knot, right: Knot, t: number): number {
  const rise = right.x - left.x;
  const a = left.slope / STEPS_PER_UNIT - rise;
  const b = rise - right.slope / STEPS_PER_UNIT;
  const x = left.x + t * rise + t * (1 - t) * (a * (1 - t) + b * t);
  return Math.min(right.x, Math.max(left.x, x));
}
