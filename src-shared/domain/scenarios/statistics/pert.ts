import { type BetaShape, betaDensity, betaQuantile, logBeta } from './beta-distribution';
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

/** Normal scores beyond ± this do not come out of a 32-bit generator; they are held there. */
const EDGE = 8;
const STEPS_PER_UNIT = 16;
const KNOTS = 2 * EDGE * STEPS_PER_UNIT + 1;

/** The inverse of one shape at every 1/16 of a score, filled as it is asked for. */
interface Curve {
  readonly shape: BetaShape;
  readonly log: number;
  readonly x: Float64Array;
  /** dx/dz, in steps; NaN: not filled yet. */
  readonly slope: Float64Array;
}

function fill({ shape, log, x, slope }: Curve, at: number): void {
  if (!Number.isNaN(slope[at])) return;
  const z = at / STEPS_PER_UNIT - EDGE;
  // From the nearer tail, where both distributions keep all their digits.
  const lower = z <= 0;
  const near = lower ? shape : { alpha: shape.beta, beta: shape.alpha };
  const quantile = betaQuantile(near, normalCdf(-Math.abs(z)), log);
  const density = betaDensity(near, quantile, log);
  x[at] = lower ? quantile : 1 - quantile;
  slope[at] = density > 0 ? normalDensity(z) / density / STEPS_PER_UNIT : 0;
}

// A slider moves one input and draws 10,000 runs again: the curves of the others are kept.
const curves = new Map<string, Curve>();
const MOST_CURVES = 200;

function curveOf(shape: BetaShape): Curve {
  const key = `${shape.alpha}|${shape.beta}`;
  const kept = curves.get(key);
  if (kept) return kept;
  if (curves.size >= MOST_CURVES) curves.clear();
  const slope = new Float64Array(KNOTS).fill(Number.NaN);
  const made = { shape, log: logBeta(shape), x: new Float64Array(KNOTS), slope };
  curves.set(key, made);
  return made;
}

/** Cubic Hermite between two knots; `place` in steps. */
function between({ x, slope }: Curve, at: number, place: number): number {
  const t = place - at;
  const left = x[at] ?? 0;
  const right = x[at + 1] ?? 1;
  const rise = right - left;
  const a = (slope[at] ?? 0) - rise;
  const b = rise - (slope[at + 1] ?? 0);
  const value = left + t * rise + t * (1 - t) * (a * (1 - t) + b * t);
  return Math.min(right, Math.max(left, value));
}

/**
 * A PERT estimate as a function of a standard normal score: what a Gaussian copula needs. The inverse is exact at every
 * 1/16 of a score and a cubic between (off by less than a millionth of the range), so that 100,000 draws cost nothing.
 */
export function pertFromNormal(point: ThreePoint): (z: number) => number {
  const width = point.high - point.low;
  if (width === 0) return () => point.low;
  const curve = curveOf(pertShape(point));
  return (z) => {
    const place = (Math.min(EDGE, Math.max(-EDGE, z)) + EDGE) * STEPS_PER_UNIT;
    const at = Math.min(KNOTS - 2, Math.floor(place));
    fill(curve, at);
    fill(curve, at + 1);
    return point.low + width * between(curve, at, place);
  };
}
