import { rampAt, rampMean } from '../plan/ramp';

/** When a step arrives: its ramp runs from `begin` for `ramp` months of the plan; 0: a jump. */
export interface Arrival {
  readonly begin: number;
  readonly ramp: number;
}

/** Five points are exact up to degree 9; two ramps multiplied have degree 6. */
const POINTS = [
  [0, 128 / 225],
  [-0.538469310105683, 0.478628670499366],
  [0.538469310105683, 0.478628670499366],
  [-0.906179845938664, 0.236926885056189],
  [0.906179845938664, 0.236926885056189],
] as const;

/** ∫ of both ramps multiplied between two months in which neither begins nor ends. */
function piece(first: Arrival, second: Arrival, from: number, to: number): number {
  const half = (to - from) / 2;
  const middle = (from + to) / 2;
  let sum = 0;
  for (const [at, weight] of POINTS) {
    const month = middle + at * half;
    sum += weight * rampAt(month, first.ramp, first.begin) * rampAt(month, second.ramp, second.begin);
  }
  return sum * half;
}

/** The mean of a product is not the product of means: where ramps overlap it is integrated piece by piece. */
function productMean(first: Arrival, second: Arrival, from: number, to: number): number {
  // Before the second step begins nothing has moved on, and once the first has arrived only the second counts.
  const firstEnd = first.begin + first.ramp;
  const secondEnd = second.begin + second.ramp;
  if (to <= Math.max(first.begin, second.begin)) return 0;
  if (firstEnd <= Math.max(from, second.begin)) return rampMean(from, to, second.ramp, second.begin);
  if (secondEnd <= Math.max(from, first.begin)) return rampMean(from, to, first.ramp, first.begin);
  const cuts = [from, first.begin, firstEnd, second.begin, secondEnd, to].filter((cut) => cut >= from && cut <= to);
  const places = cuts.toSorted((a, b) => a - b);
  let sum = 0;
  for (let at = 1; at < places.length; at++) sum += piece(first, second, places[at - 1] ?? from, places[at] ?? to);
  return sum / (to - from);
}

/** What of the work has arrived at each step, mean over a span of months: s₁, s₁·s₂. */
function arrived(arrivals: readonly Arrival[], from: number, to: number, step: number): number {
  const [first, second] = arrivals;
  if (!first) return 0;
  if (step === 0 || !second) return rampMean(from, to, first.ramp, first.begin);
  return productMean(first, second, from, to);
}

/**
 * The share of the work that is done at the baseline (index 0) and at each step, mean over the months `from` … `to`; written
 * into `shares`. They add up to 1. Only what has arrived at a step can move on to the next; at most two steps.
 */
export function fillShares(shares: Float64Array, arrivals: readonly Arrival[], from: number, to: number): void {
  let before = 1;
  for (let step = 0; step < arrivals.length; step++) {
    const here = arrived(arrivals, from, to, step);
    shares[step] = before - here;
    before = here;
  }
  shares[arrivals.length] = before;
}
