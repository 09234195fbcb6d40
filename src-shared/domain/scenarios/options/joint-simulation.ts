import { percentile } from '../../base/percentile';
import { pairName } from '../plan/comparison-flows';
import { applyDerived } from '../plan/derived-inputs';
import { type LevelKey, levelKeys } from '../plan/inputs';
import { type Correlation, correlate } from '../statistics/correlation';
import { spreadOf } from '../statistics/spread';
import { assertRuns } from '../uncertainty/simulate';
import { type SimulationMemory, simulationMemory } from '../uncertainty/simulation-memory';
import { type DecisionInputs, type Growth, levelPath, type StagedPath } from './decision-inputs';
import { decisionDraft } from './decision-place';
import { followGrowth } from './horizon';
import { pricing } from './pricing';
import { NO_STANDING, type Standing, standings } from './standings';
import { type DrawnColumn, learnedPaths, type StopOption, stopOption } from './stop-option';
import { defaultCorrelations, type PlacedUncertain, placedUncertain, type UncertainInput } from './uncertain-inputs';

export interface JointRequest {
  /** Valid, and cut or extended to the horizon that is asked about. */
  readonly inputs: DecisionInputs;
  /** Where that is more years than the plan has: its own, and how it goes on. Left out: it is not. */
  readonly beyond?: { readonly planYears: number; readonly growth: Growth } | undefined;
  readonly paths: readonly StagedPath[];
  /** Every uncertain input of all levels: one set of columns serves all figures. */
  readonly uncertain: readonly UncertainInput[];
  /** Left out: the defaults between those that are uncertain. */
  readonly correlations?: readonly Correlation[] | undefined;
  readonly runs: number;
  /** A whole number in 0 … 2³² − 1. */
  readonly seed: number;
}

/** How an NPV spreads over the runs. */
export interface JointSpread {
  readonly mean: number;
  readonly sd: number;
  readonly p05: number;
  readonly p10: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p90: number;
  readonly p95: number;
  /** Share of runs above 0: of the model's runs, not a chance that it is right. */
  readonly positive: number;
}

export interface PathRuns {
  readonly standing: Standing;
  readonly npvVsL1: JointSpread;
  /** Of a path with more than one step. */
  readonly stop: StopOption | null;
}

export interface JointResult {
  readonly runs: number;
  readonly seed: number;
  /** Inputs that were drawn. */
  readonly drawn: number;
  /** Among the levels. */
  readonly levels: ReadonlyMap<LevelKey, Standing>;
  /** Levels among all options. */
  readonly levelsAmongAll: ReadonlyMap<LevelKey, Standing>;
  /** Paths among all options, in the order given. */
  readonly paths: readonly PathRuns[];
  /** By `L2 vs L1`. */
  readonly pairs: Readonly<Record<string, JointSpread>>;
}

/** Worked off in portions, as every simulation is. */
export interface JointSimulation {
  readonly runs: number;
  readonly done: () => number;
  readonly advance: (count: number) => void;
  /** RangeError while runs are left. */
  readonly result: () => JointResult;
}

function spread(values: Float64Array): JointSpread {
  const sorted = values.toSorted();
  const at = (p: number): number => percentile(sorted, p);
  return {
    ...spreadOf(values),
    p05: at(0.05),
    p10: at(0.1),
    p25: at(0.25),
    p50: at(0.5),
    p75: at(0.75),
    p90: at(0.9),
    p95: at(0.95),
    positive: values.filter((value) => value > 0).length / values.length,
  };
}

const difference = (a: Float64Array, b: Float64Array): Float64Array => a.map((cost, run) => cost - (b[run] ?? 0));

/** The level that a path is, word for word; `null`: it is more than a level. */
function plainLevel({ steps }: StagedPath): LevelKey | null {
  const [step] = steps;
  if (!step || steps.length > 1 || step.startMonth !== 0) return null;
  const own = [step.investment, step.rampMonths, step.delayMonths];
  return own.every((value) => value === undefined) ? step.level : null;
}

/** The path as it is before its last step; `null`: it has one step only. */
export function withoutLastStep(path: StagedPath): StagedPath | null {
  return path.steps.length < 2 ? null : { ...path, id: `${path.id}, before`, steps: path.steps.slice(0, -1) };
}

const movesModels = (placed: readonly PlacedUncertain[]): boolean =>
  placed.some(({ place }) => place.kind === 'year' || (place.kind === 'plan' && place.key === 'modelsAtStart'));

interface Columns {
  readonly draw: (run: number) => void;
  readonly kept: readonly DrawnColumn[];
  readonly inputs: DecisionInputs;
}

/** Draws every uncertain input of a run into one draft; what was drawn is kept for the gate. */
function columnsOf(request: JointRequest, placed: readonly PlacedUncertain[], memory: SimulationMemory): Columns {
  const { runs, seed } = request;
  const together = correlate(
    placed.map(({ path }) => path),
    request.correlations ?? defaultCorrelations(placed),
  );
  // Only a gate asks for what was drawn.
  const keeps = request.paths.some(({ steps }) => steps.length > 1);
  const scores = memory.scores(seed, runs, placed.length);
  const draft = decisionDraft(request.inputs);
  const { beyond } = request;
  // What is drawn of the plan's models goes on beyond its end, not what was planned.
  const follow = beyond && movesModels(placed) ? followGrowth(draft, beyond.planYears, beyond.growth) : null;
  const columns = placed.map(({ path, place, of }, at) => ({
    path,
    place,
    scores: scores[at] ?? new Float64Array(runs),
    value: memory.drawable(of).fromNormal ?? (() => Number.NaN),
    values: new Float64Array(keeps ? runs : 0),
  }));
  const own = new Float64Array(columns.length);
  const joined: number[] = columns.map(() => 0);
  const draw = (run: number): void => {
    for (let at = 0; at < columns.length; at++) own[at] = columns[at]?.scores[run] ?? 0;
    together(own, joined);
    for (let at = 0; at < columns.length; at++) {
      const column = columns[at];
      if (!column) continue;
      const value = column.value(joined[at] ?? 0);
      if (keeps) column.values[run] = value;
      draft.set(column.place, value);
    }
    follow?.();
    applyDerived(draft);
  };
  return { draw, kept: columns, inputs: draft.inputs };
}

/**
 * One simulation for everything: each run draws every uncertain input of all levels once and prices every option with it, so
 * that chances, spreads of any pair and the gates of paths are read from the same runs. maths.md C7. RangeError when the
 * runs, the seed or the correlations are not possible.
 */
export function startJointSimulation(
  request: JointRequest,
  memory: SimulationMemory = simulationMemory(),
): JointSimulation {
  const { runs, seed, paths } = request;
  assertRuns(runs);
  const placed = placedUncertain(request.uncertain);
  const { draw, kept, inputs } = columnsOf(request, placed, memory);
  const keys = levelKeys(inputs);
  const [baseline = 'L1'] = keys;
  const options = [...keys.map((key) => levelPath(key, baseline)), ...paths];
  const stages = paths.map(withoutLastStep);
  // The first stage of most paths is a level, which has its column already.
  const extra = stages.filter((stage) => stage !== null && plainLevel(stage) === null);
  const priced = pricing(inputs, [...options, ...extra.filter((stage) => stage !== null)]);
  const costs = priced.options.map(() => new Float64Array(runs));
  const moving = movesModels(placed);
  let done = 0;

  const runOne = (run: number): void => {
    draw(run);
    priced.refresh(moving);
    for (let at = 0; at < costs.length; at++) {
      const column = costs[at];
      if (column) column[run] = priced.pvCost(at);
    }
  };

  const column = (at: number): Float64Array => costs[at] ?? new Float64Array(runs);
  const stopOf = (at: number): StopOption | null => {
    const path = paths[at];
    const stage = stages[at];
    if (!path || !stage) return null;
    const level = plainLevel(stage);
    const before = column(level === null ? options.length + extra.indexOf(stage) : keys.indexOf(level));
    const learned = learnedPaths(path, placed);
    return stopOption(
      difference(column(0), before),
      difference(before, column(keys.length + at)),
      kept.filter((one) => learned.includes(one.path)),
    );
  };

  const result = (): JointResult => {
    if (done < runs) throw new RangeError(`The simulation has ${runs - done} runs left: advance it first.`);
    const ofLevels = standings(costs.slice(0, keys.length));
    const ofAll = paths.length === 0 ? ofLevels : standings(costs.slice(0, options.length));
    const pairs = keys.flatMap((b, at) =>
      keys.slice(0, at).map((a, from) => [pairName({ a, b }), spread(difference(column(from), column(at)))] as const),
    );
    return {
      runs,
      seed,
      drawn: placed.length,
      levels: new Map(keys.map((key, at) => [key, ofLevels[at] ?? NO_STANDING])),
      levelsAmongAll: new Map(keys.map((key, at) => [key, ofAll[at] ?? NO_STANDING])),
      paths: paths.map((_, at) => ({
        standing: ofAll[keys.length + at] ?? NO_STANDING,
        npvVsL1: spread(difference(column(0), column(keys.length + at))),
        stop: stopOf(at),
      })),
      pairs: Object.fromEntries(pairs),
    };
  };

  return {
    runs,
    done: () => done,
    advance: (count) => {
      for (const end = Math.min(runs, done + count); done < end; done++) runOne(done);
    },
    result,
  };
}
