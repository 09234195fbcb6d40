import { reconcileRoadmap, type RoadmapReconciled } from '#domain/scenarios/options/reconcile-roadmap';
import { gapLineId } from '#domain/scenarios/plan/gap-lines';
import { type InvestmentInputs, type LevelKey, levelKeys, levelOf } from '#domain/scenarios/plan/inputs';
import type { GapLine } from '../page/scenario-types';

/** A cost of the plan that no gap explains and that has a name. */
export interface NamedCost {
  readonly label: string;
  readonly amount: number;
}

/** A level of the plan held against the gaps that it needs closed. */
export interface RoadmapCheck {
  readonly key: LevelKey;
  readonly gaps: number;
  readonly sums: RoadmapReconciled;
  readonly named: readonly NamedCost[];
  /** Of the rest, what nobody has named; below 0 never. */
  readonly unexplained: number;
  /** Months until the last gap is closed, and until the plan has the level in full. */
  readonly roadmapMonths: number;
  readonly planMonths: number;
  /** People who build, were they at it for a year; they are not among the people of the options. */
  readonly builderYears: number;
}

const asGap = ({ effortWeeks, levels, taken }: GapLine) => ({ personWeeks: effortWeeks, levels, line: taken });

function checkOf(inputs: InvestmentInputs, key: LevelKey, gaps: readonly GapLine[]): RoadmapCheck {
  const needed = gaps.filter(({ levels }) => levels.includes(key));
  const sums = reconcileRoadmap(inputs, key, gaps.map(asGap));
  const known = new Set(needed.filter(({ taken }) => taken).map(({ questionId }) => gapLineId(questionId)));
  const named = (inputs.costLines ?? [])
    .filter(({ id, levels, oneOff }) => !known.has(id) && levels.includes(key) && oneOff > 0)
    .map(({ label, oneOff }) => ({ label, amount: oneOff }));
  const level = levelOf(inputs, key);
  return {
    key,
    gaps: needed.length,
    sums,
    named,
    unexplained: Math.max(0, sums.rest - named.reduce((sum, { amount }) => sum + amount, 0)),
    roadmapMonths: Math.max(0, ...needed.map(({ startMonth, months }) => startMonth + months)),
    planMonths: (level.delayMonths ?? 0) + (level.rampMonths ?? 0),
    builderYears: sums.roadmapWeeks / inputs.weeksPerYear,
  };
}

/** Each level above today's way that some gap asks for. */
export function roadmapChecks(inputs: InvestmentInputs, gaps: readonly GapLine[]): readonly RoadmapCheck[] {
  return levelKeys(inputs)
    .slice(1)
    .map((key) => checkOf(inputs, key, gaps))
    .filter(({ gaps: count }) => count > 0);
}

/** The work of a staged path: what its first step needs, and what only the step after it does. */
export interface StagedWork {
  readonly first: LevelKey;
  readonly second: LevelKey;
  readonly firstWeeks: number;
  readonly onlySecondWeeks: number;
  /** Share of the first step's weeks that serve the second as well: how much need not be paid again. */
  readonly reuse: number | null;
}

/** `null`: the plan has no two levels above today's, or no gap speaks of them. */
export function stagedWork(inputs: InvestmentInputs, gaps: readonly GapLine[]): StagedWork | null {
  const [, first, second] = levelKeys(inputs);
  if (!first || !second) return null;
  const weeks = (of: readonly GapLine[]): number => of.reduce((sum, { effortWeeks }) => sum + effortWeeks, 0);
  const ofFirst = gaps.filter(({ levels }) => levels.includes(first));
  const onlySecond = gaps.filter(({ levels }) => levels.includes(second) && !levels.includes(first));
  const firstWeeks = weeks(ofFirst);
  if (firstWeeks + weeks(onlySecond) === 0) return null;
  const shared = weeks(ofFirst.filter(({ levels }) => levels.includes(second)));
  return {
    first,
    second,
    firstWeeks,
    onlySecondWeeks: weeks(onlySecond),
    reuse: firstWeeks > 0 ? shared / firstWeeks : null,
  };
}
