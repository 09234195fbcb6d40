import { gapLineId } from '../plan/gap-lines';
import { type CostLine, type InvestmentInputs, type LevelKey, levelKeys, levelOf, sayLevel } from '../plan/inputs';
import type { StagedPath } from './decision-inputs';
import { investmentsOf, planOption } from './option-plan';
import { type RoadmapReconciled, reconcileRoadmap, weekCost } from './reconcile-roadmap';

/** A gap of an assessment as the plan sees it. */
export interface PlannedGap {
  readonly questionId: string;
  readonly levels: readonly LevelKey[];
  readonly effortWeeks: number;
  readonly startMonth: number;
  readonly months: number;
  /** Whether it stands in the plan as a cost line. */
  readonly taken: boolean;
}

/** What a part of a level's investment pays for that no gap explains: said by a person, and no cost of its own. */
export interface NamedPart {
  readonly level: LevelKey;
  readonly label: string;
  /** Major units, at the prices of year 1. */
  readonly amount: number;
}

export const MOST_NAMED = 40;

/** What is wrong with the parts that somebody has named, one sentence each. */
export function namedProblems(inputs: InvestmentInputs, named: readonly NamedPart[]): string[] {
  const [lowest, ...above] = levelKeys(inputs);
  const problems = named.flatMap(({ level, label, amount }, at) => {
    const again = named.findIndex((one) => one.level === level && one.label === label) < at;
    return [
      ...(above.includes(level)
        ? []
        : [
            `${sayLevel(level)} is not above ${lowest ? sayLevel(lowest) : 'another level'} in this plan: name a part of a level that is built.`,
          ]),
      ...(again ? [`“${label}” is named twice for ${sayLevel(level)}: write its whole amount once.`] : []),
      ...(amount > 0 && amount <= 1e15
        ? []
        : [`“${label}” of ${sayLevel(level)} is ${amount}: enter an amount above 0.`]),
    ];
  });
  return named.length > MOST_NAMED
    ? [`${named.length} parts are named: name at most ${MOST_NAMED}.`, ...problems]
    : problems;
}

/** A cost of the plan that no gap explains and that has a name. */
export interface NamedCost {
  readonly label: string;
  readonly amount: number;
  /** A cost line of its own, or a part of the investment that somebody named. */
  readonly kind: 'line' | 'part';
}

/** Sums of what is spent against the gaps, down to what nobody has named. */
export interface RoadmapSums {
  readonly gaps: number;
  readonly sums: RoadmapReconciled;
  readonly named: readonly NamedCost[];
  /** Of the rest, what nobody has named; below 0 never. */
  readonly unexplained: number;
  /** What is named beyond the rest. */
  readonly over: number;
}

/** A level of the plan held against the gaps that it needs closed. */
export interface RoadmapCheck extends RoadmapSums {
  readonly key: LevelKey;
  /** Months until the last gap is closed, and until the plan has the level in full. */
  readonly roadmapMonths: number;
  readonly planMonths: number;
  /** People who build, were they at it for a year; they are not among the people of the options. */
  readonly builderYears: number;
}

/** One step of a staged path: what it pays and what of the roadmap it covers. */
export interface StageCheck extends RoadmapSums {
  readonly key: LevelKey;
  /** The month in which its money is due, from 0. */
  readonly startMonth: number;
}

const total = (of: readonly { readonly amount: number }[]): number => of.reduce((sum, { amount }) => sum + amount, 0);
const last = (gaps: readonly PlannedGap[]): number =>
  Math.max(0, ...gaps.map(({ startMonth, months }) => startMonth + months));

function ownLines(
  inputs: InvestmentInputs,
  needed: readonly PlannedGap[],
  has: (line: CostLine) => boolean,
): NamedCost[] {
  const known = new Set(needed.filter(({ taken }) => taken).map(({ questionId }) => gapLineId(questionId)));
  return (inputs.costLines ?? [])
    .filter((line) => !known.has(line.id) && line.oneOff > 0 && has(line))
    .map(({ label, oneOff }) => ({ label, amount: oneOff, kind: 'line' }));
}

function summed(gaps: number, sums: RoadmapReconciled, named: readonly NamedCost[]): RoadmapSums {
  const left = Math.max(0, sums.rest);
  return {
    gaps,
    sums,
    named,
    unexplained: Math.max(0, left - total(named)),
    over: Math.max(0, total(named) - left),
  };
}

function checkOf(
  inputs: InvestmentInputs,
  key: LevelKey,
  gaps: readonly PlannedGap[],
  named: readonly NamedPart[],
): RoadmapCheck {
  const needed = gaps.filter(({ levels }) => levels.includes(key));
  const asked = gaps.map(({ effortWeeks, levels, taken }) => ({ personWeeks: effortWeeks, levels, line: taken }));
  const sums = reconcileRoadmap(inputs, key, asked);
  const parts = named
    .filter(({ level }) => level === key)
    .map(({ label, amount }): NamedCost => ({ label, amount, kind: 'part' }));
  const { delayMonths = 0, rampMonths = 0 } = levelOf(inputs, key);
  return {
    key,
    ...summed(needed.length, sums, [...ownLines(inputs, needed, ({ levels }) => levels.includes(key)), ...parts]),
    roadmapMonths: last(needed),
    planMonths: delayMonths + rampMonths,
    builderYears: sums.roadmapWeeks / inputs.weeksPerYear,
  };
}

/** Each level above today's way that some gap asks for. */
export function roadmapChecks(
  inputs: InvestmentInputs,
  gaps: readonly PlannedGap[],
  named: readonly NamedPart[] = [],
): readonly RoadmapCheck[] {
  return levelKeys(inputs)
    .slice(1)
    .map((key) => checkOf(inputs, key, gaps, named))
    .filter(({ gaps: count }) => count > 0);
}

/**
 * The same by the steps of a path, none of it twice: the first step has the gaps, lines and parts of its level; a later one the
 * gaps and lines that only it needs, what it pays beyond the level below, and of a part with the same name what is more.
 * maths.md C6.
 */
export function stageChecks(
  inputs: InvestmentInputs,
  path: StagedPath,
  gaps: readonly PlannedGap[],
  named: readonly NamedPart[] = [],
): readonly StageCheck[] {
  const plan = planOption(inputs, path);
  const { steps } = plan.path;
  const paid = investmentsOf(inputs, plan).slice(-steps.length);
  const week = weekCost(inputs);
  return steps.map(({ level, startMonth }, at): StageCheck => {
    const before = steps.slice(0, at).map((step) => step.level);
    const isOwn = (levels: readonly LevelKey[]): boolean =>
      levels.includes(level) && !before.some((key) => levels.includes(key));
    const needed = gaps.filter(({ levels }) => isOwn(levels));
    const weeks = (of: readonly PlannedGap[]): number => of.reduce((sum, gap) => sum + gap.effortWeeks, 0);
    const planInvestment = paid[at]?.amount ?? 0;
    const planLines = (inputs.costLines ?? []).reduce((sum, line) => sum + (isOwn(line.levels) ? line.oneOff : 0), 0);
    const [planTotal, roadmapCost] = [planInvestment + planLines, week * weeks(needed)];
    const rest = planTotal - roadmapCost;
    const below = before.at(-1);
    const parts = named.flatMap(({ level: of, label, amount }): NamedCost[] => {
      const kept = named.find((one) => one.level === below && one.label === label)?.amount ?? 0;
      return of === level && amount > kept ? [{ label, amount: amount - kept, kind: 'part' }] : [];
    });
    const sums: RoadmapReconciled = {
      roadmapWeeks: weeks(needed),
      roadmapCost,
      planInvestment,
      planLines,
      planTotal,
      coveredByLines: week * weeks(needed.filter(({ taken }) => taken)),
      coveredByInvestment: week * weeks(needed.filter(({ taken }) => !taken)),
      rest,
      share: planTotal > 0 ? roadmapCost / planTotal : null,
      restWeeks: week > 0 ? rest / week : null,
      short: Math.max(0, -rest),
    };
    return {
      key: level,
      startMonth,
      ...summed(needed.length, sums, [...ownLines(inputs, needed, ({ levels }) => isOwn(levels)), ...parts]),
    };
  });
}

/** The share of the first step's weeks that serve the step after it as well: how much need not be paid again. */
export function reusedShare([first, second]: StagedPath['steps'], gaps: readonly PlannedGap[]): number | null {
  if (!first || !second) return null;
  const own = gaps.filter(({ levels }) => levels.includes(first.level));
  const weeks = (of: readonly PlannedGap[]): number => of.reduce((sum, { effortWeeks }) => sum + effortWeeks, 0);
  return weeks(own) > 0 ? weeks(own.filter(({ levels }) => levels.includes(second.level))) / weeks(own) : null;
}
