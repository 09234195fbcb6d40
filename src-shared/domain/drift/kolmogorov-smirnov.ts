import { kolmogorovP } from './kolmogorov';
import { latticePathsP } from './lattice-paths';

/** Up to this many values on the larger side p is exact; as `method='auto'` of SciPy's ks_2samp. */
export const EXACT_UP_TO = 10_000;

export interface KolmogorovSmirnov {
  /** max |F − G|, 0 … 1. */
  readonly d: number;
  /** Two-sided. With ties the exact p is on the safe side (too large). */
  readonly p: number;
  readonly method: 'exact' | 'asymptotic';
}

/** max |i·m − j·n| over all values: D × n × m as a whole number, exact up to 9·10¹⁵. Equal values are passed together. */
function largestGap(reference: Float64Array, current: Float64Array): number {
  const n = reference.length;
  const m = current.length;
  let i = 0;
  let j = 0;
  let gap = 0;
  while (i < n && j < m) {
    const a = reference[i] ?? 0;
    const b = current[j] ?? 0;
    const value = a < b ? a : b;
    while (i < n && reference[i] === value) i++;
    while (j < m && current[j] === value) j++;
    const here = Math.abs(i * m - j * n);
    if (here > gap) gap = here;
  }
  return gap;
}

/**
 * The two-sample Kolmogorov–Smirnov test. p counts lattice paths up to 10,000 values on the larger side; beyond, D is
 * compared with the one-sample distribution at nm/(n + m) rounded, as SciPy does. maths.md D1.
 *
 * @param reference ascending, without NaN; infinities are values like others
 * @param current likewise
 * @returns `null` for an empty sample
 */
export function kolmogorovSmirnov(reference: Float64Array, current: Float64Array): KolmogorovSmirnov | null {
  const [n, m] = [reference.length, current.length];
  if (n === 0 || m === 0) return null;
  const gap = largestGap(reference, current);
  const d = gap / (n * m);
  if (Math.max(n, m) <= EXACT_UP_TO) return { d, p: latticePathsP(n, m, gap), method: 'exact' };
  return { d, p: kolmogorovP(roundHalfEven((n * m) / (n + m)), d), method: 'asymptotic' };
}

/** As NumPy rounds. */
function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  if (value - floor !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}
