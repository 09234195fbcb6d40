import { leastOf } from './pricing';

/** What an option costs more in the runs in which another one costs least. */
export interface Behind {
  /** Place of the other among the options. */
  readonly at: number;
  readonly runs: number;
  /** On average over these runs; ≥ 0. */
  readonly more: number;
}

/** What the runs say of one option among those it is held against. */
export interface Standing {
  /** Share of runs in which it costs least; the shares add up to 1. */
  readonly cheapest: number;
  /** What it costs on average above the best of each run; ≥ 0. */
  readonly regret: number;
  /** Mean of its present values, and of the least of each run: their difference is the regret. */
  readonly meanCost: number;
  readonly meanLeast: number;
  /** Of the others that cost least in some run: what the regret is made of. */
  readonly behind: readonly Behind[];
}

export const NO_STANDING: Standing = { cheapest: 0, regret: 0, meanCost: 0, meanLeast: 0, behind: [] };

/** Counts who costs least and what the others cost more, over columns of present values. */
export function standings(columns: readonly Float64Array[]): Standing[] {
  const runs = columns[0]?.length ?? 0;
  const wins = columns.map(() => 0);
  const over = columns.map(() => 0);
  const sums = columns.map(() => 0);
  // By the one that costs least, then by the one that is behind.
  const behind = columns.map(() => columns.map(() => 0));
  let leasts = 0;
  const here = new Float64Array(columns.length);
  for (let run = 0; run < runs; run++) {
    for (let at = 0; at < columns.length; at++) here[at] = columns[at]?.[run] ?? 0;
    const best = leastOf(here);
    let least = Number.POSITIVE_INFINITY;
    for (let at = 0; at < here.length; at++) least = Math.min(least, here[at] ?? least);
    leasts += least;
    wins[best] = (wins[best] ?? 0) + 1;
    const row = behind[best];
    for (let at = 0; at < columns.length; at++) {
      const cost = here[at] ?? 0;
      over[at] = (over[at] ?? 0) + (cost - least);
      sums[at] = (sums[at] ?? 0) + cost;
      if (row) row[at] = (row[at] ?? 0) + (cost - least);
    }
  }
  return columns.map((_, at) => ({
    cheapest: (wins[at] ?? 0) / runs,
    regret: (over[at] ?? 0) / runs,
    meanCost: (sums[at] ?? 0) / runs,
    meanLeast: leasts / runs,
    behind: behind.flatMap((row, best) => {
      const count = wins[best] ?? 0;
      return best === at || count === 0 ? [] : [{ at: best, runs: count, more: (row[at] ?? 0) / count }];
    }),
  }));
}
