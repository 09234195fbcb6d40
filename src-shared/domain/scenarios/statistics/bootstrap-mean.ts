import { percentile } from '../../base/percentile';
import { normalCdf, normalQuantile } from './normal';
import { normalTable } from './normal-table';
import { randomStream, uniform } from './random';
import { tQuantile } from './student-t';

const RESAMPLES = 9_999;
/** Of this interval alone, not the plan's: it must not move when a simulation is seeded anew. */
const SEED = 20_261_129;
/** From here on means are as good as normal, and resampling would only cost time. */
const MOST_RESAMPLED = 500;
const SAME = 1e-12;

/** A mean as it may be, by a normal score: a function that rises. */
export type MeanDraw = (z: number) => number;

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function resampledMeans(values: readonly number[]): Float64Array {
  const stream = randomStream(SEED);
  const n = values.length;
  const means = new Float64Array(RESAMPLES);
  for (let at = 0; at < RESAMPLES; at++) {
    let sum = 0;
    for (let row = 0; row < n; row++) sum += values[Math.floor(n * uniform(stream))] ?? 0;
    means[at] = sum / n;
  }
  return means.sort();
}

/** How far the resampled means lie to one side of the mean, as a normal score. */
function biasOf(means: Float64Array, mean: number): number {
  const slack = SAME * Math.max(1, Math.abs(mean));
  let score = 0;
  for (const one of means) score += Math.abs(one - mean) <= slack ? 1 : one < mean ? 2 : 0;
  return normalQuantile(score / (2 * RESAMPLES));
}

function accelerationOf(values: readonly number[], mean: number): number {
  // As shares of the largest error: squares of tiny amounts would be no numbers any more.
  const size = values.reduce((most, value) => Math.max(most, Math.abs(value - mean)), 0);
  let [squares, cubes] = [0, 0];
  for (const value of values) {
    const error = (value - mean) / size;
    squares += error ** 2;
    cubes += error ** 3;
  }
  return cubes / (6 * squares ** 1.5);
}

/** A normal score widened for few rows: √(n / (n − 1)) times Student's t of the same chance. */
function expandedScore(n: number): (z: number) => number {
  const factor = Math.sqrt(n / (n - 1));
  // From the side of the tail that keeps its digits.
  return (z) => Math.sign(z) * -factor * tQuantile(normalCdf(-Math.abs(z)), n - 1);
}

function bcaDraw(values: readonly number[], mean: number): MeanDraw {
  const means = resampledMeans(values);
  const bias = biasOf(means, mean);
  const acceleration = accelerationOf(values, mean);
  const expanded = expandedScore(values.length);
  return (score) => {
    const shifted = bias + expanded(score);
    const room = 1 - acceleration * shifted;
    if (room <= 0) return means[shifted > 0 ? means.length - 1 : 0] ?? mean;
    return percentile(means, normalCdf(bias + shifted / room));
  };
}

function wideDraw(values: readonly number[], mean: number): MeanDraw {
  const n = values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const error = Math.sqrt(squares / (n - 1) / n);
  return (z) => mean + Math.sign(z) * -error * tQuantile(normalCdf(-Math.abs(z)), n - 1);
}

export interface BootstrapMean {
  readonly mean: number;
  readonly exact: MeanDraw;
  /** The same from a table, for many draws. */
  readonly quick: MeanDraw;
}

/**
 * The mean of `values` (five or more, in the order of the rows) with how it may be: the BCa bootstrap of Efron (1987) with
 * Hesterberg's expanded quantiles (arXiv 1411.5279), 9,999 resamples of a fixed seed. On few, strongly skewed rows it covers
 * less than it says.
 */
export function bootstrapMean(values: readonly number[]): BootstrapMean {
  const mean = meanOf(values);
  if (values.every((value) => value === values[0])) return { mean, exact: () => mean, quick: () => mean };
  const exact = values.length > MOST_RESAMPLED ? wideDraw(values, mean) : bcaDraw(values, mean);
  return { mean, exact, quick: normalTable(exact) };
}
