import type { LevelInputs } from './inputs';
import { sumPowers } from './sum-powers';

/** A unit (Crawford) learning curve: the k-th deployment takes max(floor, first × k^b) weeks; maths.md C3. */
export interface LearningCurve {
  readonly firstWeeks: number;
  /** b = log2(progress ratio), 0 without learning, never positive. */
  readonly exponent: number;
  readonly floorWeeks: number;
}

export function learningCurve(level: LevelInputs): LearningCurve {
  return {
    firstWeeks: level.deployWeeks,
    exponent: Math.log2(level.progressRatio ?? 1),
    floorWeeks: level.floorWeeks ?? 0,
  };
}

/** Weeks for the `unit`-th deployment since the plan began, counted from 1. */
export function unitWeeks(curve: LearningCurve, unit: number): number {
  return Math.max(curve.floorWeeks, curve.firstWeeks * Math.max(1, unit) ** curve.exponent);
}

/** The last unit that takes longer than the floor; Infinity when all do, 0 when none does. */
function lastAboveFloor({ firstWeeks, exponent, floorWeeks }: LearningCurve): number {
  if (floorWeeks >= firstWeeks) return 0;
  if (exponent === 0 || floorWeeks === 0) return Number.POSITIVE_INFINITY;
  return Math.floor((floorWeeks / firstWeeks) ** (1 / exponent));
}

/** Weeks for the units from..to, whole numbers. */
function wholeUnits(curve: LearningCurve, from: number, to: number): number {
  const above = Math.min(to, lastAboveFloor(curve));
  const atFloor = to - Math.max(above, from - 1);
  return curve.firstWeeks * sumPowers(from, above, curve.exponent) + atFloor * curve.floorWeeks;
}

/** Weeks for `count` deployments after the first `before`. A fraction of a model takes that fraction of its weeks. */
export function deploymentWeeks(curve: LearningCurve, before: number, count: number): number {
  const end = before + count;
  const from = Math.ceil(before);
  const to = Math.floor(end);
  if (from > to) return count * unitWeeks(curve, from);
  const head = from > before ? (from - before) * unitWeeks(curve, from) : 0;
  const tail = end > to ? (end - to) * unitWeeks(curve, to + 1) : 0;
  return head + wholeUnits(curve, from + 1, to) + tail;
}
