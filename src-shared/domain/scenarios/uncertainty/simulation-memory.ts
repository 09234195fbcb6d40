import { type Distribution, type Drawable, drawable } from '../statistics/distribution';
import { normalQuantile } from '../statistics/normal';
import { pertFromNormal, type ThreePoint } from '../statistics/pert';
import { randomStream, stratified } from '../statistics/random';

/**
 * What one simulation can leave to the next, so that a slider that is dragged pays for what changed only: the normal
 * scores depend on the seed and the runs alone, a range's quantiles on the range alone. The results are the same
 * without it.
 */
export interface SimulationMemory {
  /** One column of scores for each uncertain input, one score for each run: a Latin hypercube. */
  readonly scores: (seed: number, runs: number, columns: number) => readonly Float64Array[];
  /** A range as a function of a normal score. */
  readonly quantiles: (range: ThreePoint) => (z: number) => number;
  /** Any number as it may be, with its table of draws. */
  readonly drawable: (of: Distribution) => Drawable;
}

/** So many ranges are kept: a slider makes a new one with each step. */
const MOST_RANGES = 200;

export function simulationMemory(): SimulationMemory {
  let drawn: { readonly seed: number; readonly runs: number; readonly columns: readonly Float64Array[] } = {
    seed: -1,
    runs: -1,
    columns: [],
  };
  const known = new Map<string, (z: number) => number>();
  const drawables = new Map<string, Drawable>();
  return {
    scores: (seed, runs, columns) => {
      if (drawn.seed !== seed || drawn.runs !== runs || drawn.columns.length < columns) {
        const stream = randomStream(seed);
        const made = Array.from({ length: columns }, () => stratified(stream, runs).map(normalQuantile));
        drawn = { seed, runs, columns: made };
      }
      return drawn.columns.slice(0, columns);
    },
    quantiles: ({ low, mode, high }) => {
      const name = `${low} ${mode} ${high}`;
      const found = known.get(name);
      if (found) return found;
      if (known.size >= MOST_RANGES) known.clear();
      const made = pertFromNormal({ low, mode, high });
      known.set(name, made);
      return made;
    },
    drawable: (of) => {
      const name = JSON.stringify(of);
      const found = drawables.get(name);
      if (found) return found;
      if (drawables.size >= MOST_RANGES) drawables.clear();
      const made = drawable(of);
      drawables.set(name, made);
      return made;
    },
  };
}
