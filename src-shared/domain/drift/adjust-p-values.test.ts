import { describe, expect, it } from 'vitest';
import { adjustPValues } from './adjust-p-values';
import { measureColumn, unmeasured } from './measure-column';
import { column, repeated } from './testing/column';

describe('p-values over all columns', () => {
  const small = Array.from({ length: 40 }, (_, at) => at / 40);
  const moved = small.map((one) => one + 0.5);

  it('are adjusted, one test a column, only for small samples', () => {
    const [numeric, texts, none, large] = adjustPValues([
      measureColumn('a', column(small), column(moved)),
      measureColumn('b', column(repeated('x', 40)), column([...repeated('x', 30), ...repeated('y', 10)])),
      unmeasured('c', 40, 40, 'Left out.'),
      measureColumn('d', column(repeated(0, 1_001)), column(small)),
    ]);
    const ksP = numeric?.metrics.ksP ?? 1;
    const chi2P = texts?.metrics.chi2P ?? 1;
    expect(ksP).toBeLessThan(chi2P);
    expect(numeric?.adjusted).toEqual({ ksP: Math.min(2 * ksP, chi2P), chi2P: null });
    expect(texts?.adjusted).toEqual({ ksP: null, chi2P });
    expect(none?.adjusted).toEqual({ ksP: null, chi2P: null });
    expect(large?.adjusted).toEqual({ ksP: null, chi2P: null });
  });
});
