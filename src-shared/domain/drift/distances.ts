/** Counts of one sample in bins that both samples share; whole numbers from 0 up. */
export type Counts = ArrayLike<number>;

/** What an empty bin counts as in PSI, which would be infinite otherwise; as Evidently does, without scaling again. */
export const EMPTY_SHARE = 1e-4;

export function total(counts: Counts): number {
  let sum = 0;
  for (let bin = 0; bin < counts.length; bin++) sum += counts[bin] ?? 0;
  return sum;
}

/** Shares of the whole, 0 … 1; `null` for an empty sample, which has none. */
export function shares(counts: Counts): Float64Array | null {
  const all = total(counts);
  if (all === 0) return null;
  return Float64Array.from(counts, (count) => count / all);
}

type Term = (p: number, q: number) => number;

function sumOver(p: Float64Array, q: Float64Array, term: Term): number {
  let sum = 0;
  for (let bin = 0; bin < p.length; bin++) sum += term(p[bin] ?? 0, q[bin] ?? 0);
  return sum;
}

/** A figure over the shares of both samples; `null` when one of them is empty. */
function overShares(
  reference: Counts,
  current: Counts,
  figure: (p: Float64Array, q: Float64Array) => number,
): number | null {
  if (reference.length !== current.length) {
    throw new RangeError(`The reference has ${reference.length} bins, the current sample ${current.length}.`);
  }
  const p = shares(reference);
  const q = shares(current);
  return p && q ? figure(p, q) : null;
}

const psiTerm: Term = (p, q) => {
  const [a, b] = [p === 0 ? EMPTY_SHARE : p, q === 0 ? EMPTY_SHARE : q];
  // A bin that neither sample has says nothing.
  return p === 0 && q === 0 ? 0 : (b - a) * Math.log(b / a);
};

/** Population stability index: Σ (q − p) ln(q/p), empty bins as 1e-4; ≥ 0, unbounded; maths.md D1. */
export function psi(reference: Counts, current: Counts): number | null {
  return overShares(reference, current, (p, q) => Math.max(0, sumOver(p, q, psiTerm)));
}

/**
 * PSI with half a row added to every bin instead. Where bins are empty the two differ much, and neither is the truth: the
 * filler is the answer there.
 */
export function psiHalfCount(reference: Counts, current: Counts): number | null {
  if (total(reference) === 0 || total(current) === 0) return null;
  const half = (counts: Counts): Float64Array => Float64Array.from(counts, (count) => count + 0.5);
  return psi(half(reference), half(current));
}

/** The Jensen–Shannon divergence in nats: the mean Kullback–Leibler divergence of both from their mean. */
export function jsDivergence(reference: Counts, current: Counts): number | null {
  const toMean: Term = (p, q) => (p === 0 ? 0 : p * Math.log((2 * p) / (p + q)));
  // Rounding may leave a tiny negative, which has no root.
  return overShares(reference, current, (p, q) => Math.max(0, sumOver(p, q, toMean) + sumOver(q, p, toMean)) / 2);
}

/** The root of the JS divergence in nats, 0 … 0.8326 (√ln 2); Evidently and SciPy show this one. */
export function jsNatural(reference: Counts, current: Counts): number | null {
  const divergence = jsDivergence(reference, current);
  return divergence === null ? null : Math.sqrt(divergence);
}

/** The root of the JS divergence in bits, 0 … 1; NannyML shows this one. */
export function jsBase2(reference: Counts, current: Counts): number | null {
  const divergence = jsDivergence(reference, current);
  return divergence === null ? null : Math.min(1, Math.sqrt(divergence / Math.LN2));
}

/** √(1 − Σ √(pq)), 0 … 1, computed as √(½ Σ (√p − √q)²), which keeps the digits of small differences. */
export function hellinger(reference: Counts, current: Counts): number | null {
  const term: Term = (p, q) => (Math.sqrt(p) - Math.sqrt(q)) ** 2;
  return overShares(reference, current, (p, q) => Math.min(1, Math.sqrt(sumOver(p, q, term) / 2)));
}

/** Total variation distance: half the sum of the differences, 0 … 1. */
export function tvd(reference: Counts, current: Counts): number | null {
  return overShares(reference, current, (p, q) => Math.min(1, sumOver(p, q, (a, b) => Math.abs(a - b)) / 2));
}

/** The largest difference of a single bin, 0 … 1. */
export function lInf(reference: Counts, current: Counts): number | null {
  return overShares(reference, current, (p, q) =>
    p.reduce((most, a, bin) => Math.max(most, Math.abs(a - (q[bin] ?? 0))), 0),
  );
}
