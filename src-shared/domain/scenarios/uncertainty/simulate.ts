import { percentile } from '../../base/percentile';
import { type CostBand, costColumns } from '../plan/cost-bands';
import { applyDerived, withDerived } from '../plan/derived-inputs';
import { horizonOf, type InvestmentInputs, type LevelKey, levelOf } from '../plan/inputs';
import { costRunner, draftOf, type RunCosts } from '../plan/run-costs';
import { type Correlation, correlate } from '../statistics/correlation';
import { type Histogram, histogram, spreadOf } from '../statistics/spread';
import { type SimulationMemory, simulationMemory } from './simulation-memory';
import { type Placed, placeQuestion, type Question, type Uncertain } from './uncertain';

export interface SimulationRequest extends Question {
  readonly correlations?: readonly Correlation[] | undefined;
  readonly runs: number;
  /**
   * A whole number in 0 … 2³² − 1. The same seed draws the same runs everywhere, in whole-number arithmetic; Math.exp, log and
   * pow may differ in their last digit from one machine to another, so figures agree to nine significant digits, which is
   * more than is shown anywhere.
   */
  readonly seed: number;
}

/** The NPV of the comparison over all runs. The chance excludes that the model itself is wrong: say so beside 100 %. */
export interface SimulationResult {
  readonly mean: number;
  readonly sd: number;
  readonly p05: number;
  readonly p10: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
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

interface Drawer {
  /** Overwritten by each draw. */
  readonly inputs: InvestmentInputs;
  readonly draw: (run: number) => void;
}

const drawnFrom = ({ of, ...range }: Uncertain, memory: SimulationMemory): ((z: number) => number) =>
  (of && memory.drawable(of).fromNormal) ?? memory.quantiles(range);

/** The inputs as run number `run` draws them: a Latin hypercube of normal scores, correlated, then each read as it may be. */
function drawer(request: SimulationRequest, placed: readonly Placed[], memory: SimulationMemory): Drawer {
  const { inputs, uncertain, correlations = [], runs, seed } = request;
  const names = uncertain.map(({ path }) => path);
  const together = correlate(names, correlations);
  const drawn = memory.scores(seed, runs, placed.length);
  const columns = placed.map((one, at) => ({
    place: one.place,
    own: drawn[at] ?? new Float64Array(runs),
    value: drawnFrom(one.uncertain, memory),
  }));
  const draft = draftOf(withDerived(inputs));
  const scores = new Float64Array(columns.length);
  const draw = (run: number): void => {
    for (const [at, { own }] of columns.entries()) scores[at] = own[run] ?? 0;
    const joined = together(scores);
    for (const [at, { place, value }] of columns.entries()) draft.set(place, value(joined[at] ?? 0));
    applyDerived(draft);
  };
  return { inputs: draft.inputs, draw };
}

function summary(npvs: Float64Array, request: SimulationRequest): Omit<SimulationResult, 'cumulative'> {
  const sorted = npvs.toSorted();
  const at = (p: number): number => percentile(sorted, p);
  return {
    ...spreadOf(npvs),
    p05: at(0.05),
    p10: at(0.1),
    p25: at(0.25),
    p50: at(0.5),
    p75: at(0.75),
    p90: at(0.9),
    p95: at(0.95),
    probabilityPositive: npvs.filter((value) => value > 0).length / npvs.length,
    runs: request.runs,
    seed: request.seed,
    histogram: histogram(sorted, BINS),
  };
}

/** The NPV of what b saves against a: the flow at t = 0, then cost_a − cost_b of each year. */
function npvOfCosts(rate: number, now: number, { a, b }: RunCosts): number {
  let sum = now;
  let factor = 1;
  for (let year = 0; year < a.length; year++) {
    factor *= 1 + rate;
    sum += ((a[year] ?? 0) - (b[year] ?? 0)) / factor;
  }
  return sum;
}

/** RangeError unless so many runs can be made. */
export function assertRuns(runs: number): void {
  if (Number.isInteger(runs) && runs >= 1 && runs <= MOST_RUNS) return;
  throw new RangeError(`The simulation has ${runs} runs: it must be a whole number from 1 to ${MOST_RUNS}.`);
}

/**
 * Prepares a simulation; nothing is run yet. `memory` is what an earlier one left. RangeError with every problem of the
 * request.
 */
export function startSimulation(request: SimulationRequest, memory: SimulationMemory = simulationMemory()): Simulation {
  const { runs } = request;
  assertRuns(runs);
  const { pair, placed } = placeQuestion(request);
  const { inputs, draw } = drawer(request, placed, memory);
  const moving = placed.some(
    ({ place }) => place.kind === 'year' || (place.kind === 'plan' && place.key === 'modelsAtStart'),
  );
  const costsOfRun = costRunner(inputs, pair, moving);
  const npvs = new Float64Array(runs);
  const columns = { a: costColumns(horizonOf(inputs), runs), b: costColumns(horizonOf(inputs), runs) };
  let done = 0;
  const runOne = (run: number): void => {
    draw(run);
    const costs = costsOfRun();
    const [investedA, investedB] = [levelOf(inputs, pair.a).investment, levelOf(inputs, pair.b).investment];
    npvs[run] = npvOfCosts(inputs.discountRate, investedA - investedB, costs);
    columns.a.set(run, investedA, costs.a);
    columns.b.set(run, investedB, costs.b);
  };
  return {
    runs,
    done: () => done,
    advance: (count) => {
      for (const end = Math.min(runs, done + count); done < end; done++) runOne(done);
    },
    result: () => {
      if (done < runs) throw new RangeError(`The simulation has ${runs - done} runs left: advance it first.`);
      const cumulative = { [pair.a]: columns.a.band(), [pair.b]: columns.b.band() };
      return { ...summary(npvs, request), cumulative };
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
