import { benjaminiHochberg } from './benjamini-hochberg';
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
