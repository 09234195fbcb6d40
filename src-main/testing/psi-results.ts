import type { Input } from '#contract/index';

export type DriftResult = Exclude<Input<'drift.record'>, { results: unknown }>;

/** PSI of one column on enough rows for a verdict, a result for each value; `of` says when, and what else is another. */
export const psiResults = (
  modelId: string,
  values: readonly number[],
  of: (index: number) => Partial<DriftResult> & { readonly at: string },
): DriftResult[] =>
  values.map((value, index) => ({
    modelId,
    column: 'age',
    metric: 'psi',
    source: { tool: 'Modelfolio' },
    value,
    nRef: 20_000,
    nCur: 5000,
    nBins: 10,
    ...of(index),
  }));
