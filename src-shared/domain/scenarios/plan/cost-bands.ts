import { percentile } from '../../base/percentile';

/** Cumulative cost of one level from t = 0 on, by percentile. */
export interface CostBand {
  readonly p10: readonly number[];
  readonly p50: readonly number[];
  readonly p90: readonly number[];
}

/** Collects the cumulative costs of a level run by run. */
export interface CostColumns {
  readonly set: (run: number, investment: number, yearCost: ArrayLike<number>) => void;
  readonly band: () => CostBand;
}

/** One column a year, t = 0 first: columns of numbers hold 200,000 runs in a few megabytes. */
export function costColumns(years: number, runs: number): CostColumns {
  const columns = Array.from({ length: years + 1 }, () => new Float64Array(runs));
  return {
    set: (run, investment, yearCost) => {
      let sum = investment;
      for (const [year, column] of columns.entries()) {
        if (year > 0) sum += yearCost[year - 1] ?? 0;
        column[run] = sum;
      }
    },
    band: () => {
      const sorted = columns.map((column) => column.toSorted());
      const at = (p: number): number[] => sorted.map((column) => percentile(column, p));
      return { p10: at(0.1), p50: at(0.5), p90: at(0.9) };
    },
  };
}
