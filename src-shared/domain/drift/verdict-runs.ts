import type { DriftVerdict } from './vocabulary';

/** Results that follow each other with one verdict. */
export interface VerdictRun {
  readonly verdict: DriftVerdict;
  /** Days since 1970 of the first and the last result. */
  readonly from: number;
  readonly to: number;
  /** Days with a result. */
  readonly results: number;
}

/** Days with a result, ascending, as runs of one verdict each; a day without a result ends none. */
export function verdictRuns(
  days: readonly { readonly day: number; readonly verdict: DriftVerdict }[],
): readonly VerdictRun[] {
  const runs: VerdictRun[] = [];
  for (const { day, verdict } of days) {
    const last = runs.at(-1);
    if (last?.verdict === verdict) runs[runs.length - 1] = { ...last, to: day, results: last.results + 1 };
    else runs.push({ verdict, from: day, to: day, results: 1 });
  }
  return runs;
}
