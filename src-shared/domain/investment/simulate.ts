import { npv } from './cash-flow';
import { comparisonFlows } from './comparison-flows';
import { type Correlation, correlate } from './correlation';
import { type CostBand, costColumns } from './cost-bands';
import { withValues } from './input-path';
import { horizonOf, type InvestmentInputs, type LevelKey, levelOf } from './inputs';
import { normalQuantile } from './normal';
import { type Histogram, histogram, percentile, spreadOf } from './percentiles';
import { pertFromNormal } from './pert';
import { randomStream, stratified } from './random';
import { type Placed, placeQuestion, type Question } from './uncertain';
import { levelYears } from './yearly-cost';

export interface SimulationRequest extends Question {
  readonly correlations?: readonly Correlation[] | undefined;
  readonly runs: number;
  /** A whole number in 0 … 2³² − 1; the same seed gives the same result everywhere. */
  readonly seed: number;
}

/** The NPV of the comparison over all runs. The chance excludes that the model itself is wrong: say so beside 100 %. */
export interface SimulationResult {
  readonly mean: number;
  readonly sd: number;
  readonly p05: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  readonly p95: number;
  readonly probabilityPositive: number;
  readonly runs: number;
  readonly seed: number;
  readonly histogram: Histogram;
  /** Of the two levels compared. */
  readonly cumulative: Readonly<Partial<Record<LevelKey, CostBand>>>;
}

export const MOST_RUNS = 200_000;
const BINS = 40;

/** A simulation that is worked off in portions, so that its host can breathe, report and cancel in between. */
export interface Simulation {
  readonly runs: number;
  readonly done: () => number;
  /** Works off up to `count` runs more. The portions do not change the result. */
  readonly advance: (count: number) => void;
  /** RangeError while runs are left. */
  readonly result: () => SimulationResult;
}

/** The inputs as run number `run` draws them: a Latin hypercube of normal scores, correlated, then read as PERT. */
function drawer(request: SimulationRequest, placed: readonly Placed[]): (run: number) => InvestmentInputs {
  const { inputs, uncertain, correlations = [], runs, seed } = request;
  const names = uncertain.map(({ path }) => path);
  const together = correlate(names, correlations);
  const stream = randomStream(seed);
  const columns = placed.map((one) => ({
    place: one.place,
    chances: stratified(stream, runs),
    value: pertFromNormal(one.uncertain),
  }));
  return (run) => {
    const scores = together(columns.map(({ chances }) => normalQuantile(chances[run] ?? 0.5)));
    const values = columns.map(({ place, value }, at) => ({ place, value: value(scores[at] ?? 0) }));
    return withValues(inputs, values);
  };
}

function summary(npvs: Float64Array, request: SimulationRequest): Omit<SimulationResult, 'cumulative'> {
  const sorted = npvs.toSorted();
  const at = (p: number): number => percentile(sorted, p);
  return {
    ...spreadOf(npvs),
    p05: at(0.05),
    p10: at(0.1),
    p50: at(0.5),
    p90: at(0.9),
    p95: at(0.95),
    probabilityPositive: npvs.filter((value) => value > 0).length / npvs.length,
    runs: request.runs,
    seed: request.seed,
    histogram: histogram(sorted, BINS),
  };
}

function assertRuns(runs: number): void {
  if (Number.isInteger(runs) && runs >= 1 && runs <= MOST_RUNS) return;
  throw new RangeError(`The simulation has ${runs} runs: it must be a whole number from 1 to ${MOST_RUNS}.`);
}

/** Prepares a simulation; nothing is run yet. RangeError with every problem of the request. */
export function startSimulation(request: SimulationRequest): Simulation {
  const { runs } = request;
  assertRuns(runs);
  const { pair, placed } = placeQuestion(request);
  const draw = drawer(request, placed);
  const npvs = new Float64Array(runs);
  const columns = new Map([pair.a, pair.b].map((key) => [key, costColumns(horizonOf(request.inputs), runs)]));
  let done = 0;
  const runOne = (run: number): void => {
    const drawn = draw(run);
    const years = levelYears(drawn, [pair.a, pair.b]);
    npvs[run] = npv(drawn.discountRate, comparisonFlows(drawn, years, pair.a, pair.b));
    for (const [key, column] of columns) {
      column.set(run, levelOf(drawn, key).investment, years.get(key)?.yearCost ?? []);
    }
  };
  return {
    runs,
    done: () => done,
    advance: (count) => {
      for (const end = Math.min(runs, done + count); done < end; done++) runOne(done);
    },
    result: () => {
      if (done < runs) throw new RangeError(`The simulation has ${runs - done} runs left: advance it first.`);
      const bands = [...columns].map(([key, column]) => [key, column.band()] as const);
      return { ...summary(npvs, request), cumulative: Object.fromEntries(bands) };
    },
  };
}

/**
 * How the NPV of a comparison spreads when inputs are uncertain: PERT ranges, joined by a Gaussian copula; maths.md C5.
 * RangeError with every problem of the request.
 */
export function simulate(request: SimulationRequest): SimulationResult {
  const simulation = startSimulation(request);
  simulation.advance(request.runs);
  return simulation.result();
}
