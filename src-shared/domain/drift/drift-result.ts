import type { DriftBin } from './bins';
import type { DriftNoise } from './noise';
import type { DriftColumnKind, DriftVerdict, MeasuredMetric } from './vocabulary';

/** `null`: the figure does not exist for this column (an empty sample, texts where numbers are needed); never 0. */
export type DriftFigures = Readonly<Record<MeasuredMetric, number | null>>;

/** How the bins were made. `values`: every value a bin, rare ones merged. */
export type BinningRule = 'deciles' | 'edges_given' | 'values' | 'counts_given';

/** What one column answers: never a bare number; rules.md 6. */
export interface ColumnDrift {
  readonly column: string;
  /** How it was compared: a number with fewer than 5 distinct decile edges is compared as categories. `null`: it was not. */
  readonly kind: DriftColumnKind | null;
  /** All rows of the side, missing ones among them. */
  readonly nRef: number;
  readonly nCur: number;
  readonly missing: { readonly reference: number | null; readonly current: number | null };
  readonly metrics: DriftFigures;
  readonly noise: DriftNoise | null;
  /** Every binned figure lies below the noise line: it cannot be told from no drift. */
  readonly withinNoise: boolean;
  readonly binning: BinningRule | null;
  /** The edges of ranges, the outermost infinite; `null` for categories. */
  readonly edges: readonly number[] | null;
  readonly bins: readonly DriftBin[];
  /** Values that only the current sample has, the commonest first, at most 50. */
  readonly newValues: readonly { readonly value: string; readonly rows: number }[];
  /** How p of KS was found. */
  readonly ksMethod: 'exact' | 'asymptotic' | null;
  /** PSI with half a row added to each bin: where it is far from PSI, empty bins are what decides. */
  readonly psiHalfCount: number | null;
  /** Bins with rows on one side only. */
  readonly emptyBins: number;
  /** P adjusted over all columns (Benjamini and Hochberg), only up to 1,000 rows a side. */
  readonly adjusted: { readonly ksP: number | null; readonly chi2P: number | null };
  readonly verdict: DriftVerdict;
  /** Verdicts on the single figures that have a band, by metric. */
  readonly verdicts: Readonly<Partial<Record<MeasuredMetric, DriftVerdict>>>;
  /** Sentences for the person: why there is no result, what was left out, what to mind. */
  readonly notes: readonly string[];
}
