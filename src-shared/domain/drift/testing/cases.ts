import cases from './drift-cases.json';
import vectors from './scipy-vectors.json';

/** Worked cases of the field: PSI, JS, Hellinger, χ², KS and Wasserstein by name. */
export const CASES = cases;

/** Values computed by SciPy and NumPy on samples of ours; the file names their versions. */
export const SCIPY = vectors;

/** The cases over bins. */
export const COUNT_CASES = [
  cases['D1 categorical 3 classes 100/100'],
  cases['D2 categorical, class new in current (zero in reference)'],
  cases['D5 decile histogram 100/100'],
  cases['D6 large n, tiny shift 100000/100000'],
] as const;

/** The cases over values. */
export const VALUE_CASES = [
  cases['D3 numeric 10/10, shift by 2'],
  cases['D4 numeric with ties, unequal sizes 8/6'],
  cases['BINNING same data, different rules'].unbinned,
] as const;

export const ascending = (values: readonly number[]): Float64Array => Float64Array.from(values).sort();
