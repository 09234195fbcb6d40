import type { ColumnDrift } from './drift-result';

/** With more rows than this on a side nearly any difference is significant, so p-values are not used; maths.md D3. */
export const MOST_ROWS_FOR_P = 1_000;

/** Columns with their p adjusted for all that were looked at: KS for numbers, χ² for categories, one test a column. */
export function adjustPValues(columns: readonly ColumnDrift[]): ColumnDrift[] {
  const tests = columns.map(({ kind, nRef, nCur, metrics }) => {
    if (Math.max(nRef, nCur) > MOST_ROWS_FOR_P) return null;
    return kind === 'numeric' ? metrics.ksP : metrics.chi2P;
  });
  const adjusted = benjaminiHochberg(tests);
  return columns.map((column, at) => {
    const p = adjusted[at] ?? null;
    return { ...column, adjusted: column.kind === 'numeric' ? { ksP: p, chi2P: null } : { ksP: null, chi2P: p } };
  });
}

/**
 * P-values adjusted for having looked at several columns (Benjamini and Hochberg 1995): those at or below α hold at most
 * the share α of false alarms on average. `null` stays `null` and is not counted. In the order given; each 0 … 1.
 */
export function benjaminiHochberg(pValues: readonly (number | null)[]): (number | null)[] {
  const ranked = pValues.flatMap((p, at) => (p === null ? [] : [{ p, at }])).toSorted((a, b) => b.p - a.p);
  const adjusted: (number | null)[] = pValues.map(() => null);
  let least = 1;
  ranked.forEach(({ p, at }, place) => {
    least = Math.min(least, (p * ranked.length) / (ranked.length - place));
    adjusted[at] = least;
  });
  return adjusted;
}
