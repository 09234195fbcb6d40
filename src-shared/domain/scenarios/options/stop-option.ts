import { LEVEL_KEYS, type LevelKey } from '../plan/inputs';
import { fittedValues } from '../statistics/least-squares';
import type { StagedPath } from './decision-inputs';
import type { PlacedUncertain } from './uncertain-inputs';

/**
 * What a staged path is worth if one may stop before its last step; means of the runs, in today's money. The three ways of
 * knowing belong together: the upper one alone would say that the gate shows the truth.
 */
export interface StopOption {
  /** The path without its last step, against today's way. */
  readonly stage1: number;
  /** Of going on: what the last step adds. */
  readonly goOn: number;
  /** Both, with no right to stop. */
  readonly committed: number;
  /** What going on is worth with the right to stop: decided today, by what stage 1 will have measured, by the truth. */
  readonly knowNothing: number;
  readonly knowSome: number;
  readonly knowAll: number;
  /** Share of runs in which one stops. */
  readonly stopKnowSome: number;
  readonly stopKnowAll: number;
  /** What the right to stop is worth, ≥ 0. */
  readonly optionKnowNothing: number;
  readonly optionKnowSome: number;
  readonly optionKnowAll: number;
}

/** One uncertain input as it was drawn, run by run. */
export interface DrawnColumn {
  readonly path: string;
  readonly values: Float64Array;
}

function mean(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

const meanOfGains = (values: Float64Array): number => mean(values.map((value) => Math.max(0, value)));
const shareBelow = (values: Float64Array): number => values.filter((value) => value < 0).length / values.length;

/**
 * What stage 1 will have measured: everything but what belongs to the levels that are not built yet, of which nobody knows
 * more at the gate than today.
 */
export function learnedPaths(path: StagedPath, placed: readonly PlacedUncertain[]): string[] {
  const built = path.steps.at(-2)?.level;
  const later = LEVEL_KEYS.filter((key: LevelKey) => built !== undefined && key > built);
  const unknown = (name: string): boolean =>
    later.some((key) => name.startsWith(`levels.${key}.`) || name === `incidentReduction${key}`);
  return placed.map((one) => one.path).filter((name) => !unknown(name));
}

/**
 * The value of the right to stop: `v1` is the NPV of the first stage against today, `v2` that of going on, run by run. What
 * is known at the gate is a linear fit on what was learned (Longstaff and Schwartz 2001, with one gate); maths.md C7.
 */
export function stopOption(v1: Float64Array, v2: Float64Array, learned: readonly DrawnColumn[]): StopOption {
  const [stage1, goOn] = [mean(v1), mean(v2)];
  const expected = fittedValues(
    v2,
    learned.map(({ values }) => values),
  );
  const knowNothing = Math.max(0, goOn);
  const [knowSome, knowAll] = [meanOfGains(expected), meanOfGains(v2)];
  return {
    stage1,
    goOn,
    committed: stage1 + goOn,
    knowNothing,
    knowSome,
    knowAll,
    stopKnowSome: shareBelow(expected),
    stopKnowAll: shareBelow(v2),
    optionKnowNothing: 0,
    optionKnowSome: knowSome - knowNothing,
    optionKnowAll: knowAll - knowNothing,
  };
}
