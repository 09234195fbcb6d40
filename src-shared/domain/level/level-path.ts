import { BUILD_MONTHS } from '../assessments/roadmap';
import { type Month, sayMonth, shiftMonth } from '../base/calendar';
import { counted } from '../base/wording';
import type { MaturityLevel } from '../vocabulary';
import { DEFAULT_LEVEL_THRESHOLDS, type LevelThresholds, levelsFor } from './level-thresholds';

/** Models that go into production in a month; negative = retired. */
export interface Addition {
  readonly month: Month;
  readonly models: number;
  /** Of each of these models. */
  readonly updatesPerYear: number;
}

export interface LevelPathInput {
  /** In production today. */
  readonly models: number;
  /** U: updates a year over all of them. */
  readonly load: number;
  /** In any order; those before `from` are taken as counted in `models` and left out. */
  readonly additions: readonly Addition[];
  readonly thresholds?: LevelThresholds | undefined;
  /** The current month. */
  readonly from: Month;
}

export interface LevelChange {
  readonly month: Month;
  readonly before: MaturityLevel | null;
  /** `null`: the last model is retired, nothing to recommend. */
  readonly level: MaturityLevel | null;
  readonly models: number;
  readonly load: number;
  /** A level to be built; the months below are `null` where it falls. */
  readonly rises: boolean;
  /** 24 months before the change: in time even when the capability takes long to build. */
  readonly startBy: Month | null;
  /** 12 months before the change: in time only when all goes well. */
  readonly startByLatest: Month | null;
  /** `startByLatest` lies before the current month. */
  readonly alreadyLate: boolean;
}

export interface LevelPath {
  readonly today: MaturityLevel | null;
  readonly changes: readonly LevelChange[];
  /** Of the first change to a higher level; `null`: none comes. */
  readonly startBy: Month | null;
  readonly startByLatest: Month | null;
  readonly alreadyLate: boolean;
  readonly words: string;
}

interface Demand {
  readonly models: number;
  readonly load: number;
}

function levelOf({ models, load }: Demand, thresholds: LevelThresholds): MaturityLevel | null {
  return models > 0 ? levelsFor(models, load, thresholds).level : null;
}

function changeAt(
  month: Month,
  before: MaturityLevel | null,
  level: MaturityLevel | null,
  demand: Demand,
  from: Month,
): LevelChange {
  const rises = (level ?? 0) > (before ?? 0);
  const startBy = rises ? shiftMonth(month, -BUILD_MONTHS.most) : null;
  const startByLatest = rises ? shiftMonth(month, -BUILD_MONTHS.least) : null;
  const alreadyLate = startByLatest !== null && startByLatest < from;
  return { month, before, level, ...demand, rises, startBy, startByLatest, alreadyLate };
}

function startWords(change: LevelChange, from: Month): string {
  const { startBy, startByLatest, level } = change;
  if (startBy === null || startByLatest === null) return '';
  // Level 1 is scripts and notebooks: there is nothing to build ahead of it.
  if (level === 1) return '';
  const build = `Building it takes ${BUILD_MONTHS.least} to ${BUILD_MONTHS.most} months`;
  if (change.alreadyLate) return ` ${build}: it is already late, work should have begun by ${sayMonth(startByLatest)}.`;
  if (startBy < from) {
    return ` ${build}: begin now, and by ${sayMonth(startByLatest)} at the latest; ${sayMonth(startBy)} would have been safe.`;
  }
  return ` ${build}: begin by ${sayMonth(startBy)}, and by ${sayMonth(startByLatest)} at the latest.`;
}

function changeWords(change: LevelChange, from: Month): string {
  const with_ = `with ${counted(change.models, 'model')} and ${counted(change.load, 'update')} a year`;
  if (change.level === null)
    return `Nothing is left to recommend from ${sayMonth(change.month)} on: no model is in production.`;
  const was = change.before === null ? '' : ` instead of ${change.before}`;
  return `Level ${change.level}${was} is needed from ${sayMonth(change.month)} on, ${with_}.${startWords(change, from)}`;
}

function pathWords(
  today: MaturityLevel | null,
  changes: readonly LevelChange[],
  from: Month,
  planned: boolean,
): string {
  if (changes.length > 0) return changes.map((change) => changeWords(change, from)).join(' ');
  if (today !== null && !planned) return `No growth is planned: the recommendation stays at level ${today}.`;
  return today === null
    ? 'There is nothing to recommend: no model is in production or planned.'
    : `The plans do not change the recommendation: level ${today}.`;
}

/**
 * When the recommended level changes with the planned additions, and by when to start building for it; rules.md 3.
 * A model counts from the first day of its month. Level 1 asks for nothing to be built, so it is never late.
 */
export function whenLevelChanges(input: LevelPathInput): LevelPath {
  const { additions, from, thresholds = DEFAULT_LEVEL_THRESHOLDS } = input;
  const today = levelOf(input, thresholds);
  const months = [...new Set(additions.map(({ month }) => month))].filter((month) => month >= from).toSorted();
  const changes: LevelChange[] = [];
  let demand: Demand = { models: input.models, load: input.load };
  let level = today;
  for (const month of months) {
    for (const added of additions.filter((addition) => addition.month === month)) {
      const models = Math.max(0, demand.models + added.models);
      demand = { models, load: Math.max(0, demand.load + added.models * added.updatesPerYear) };
    }
    const next = levelOf(demand, thresholds);
    if (next !== level) changes.push(changeAt(month, level, next, demand, from));
    level = next;
  }
  const first = changes.find((change) => change.rises && change.level !== 1);
  return {
    today,
    changes,
    startBy: first?.startBy ?? null,
    startByLatest: first?.startByLatest ?? null,
    alreadyLate: first?.alreadyLate ?? false,
    words: pathWords(today, changes, from, months.length > 0),
  };
}

/** Rounding of sums such as 0.1 + 0.2 must not delay a model by a month. */
const EPSILON = 1e-9;

/**
 * Additions spread evenly: `modelsPerMonth` may be a fraction (0.5 = one every second month). Starts in the month after
 * `from`; months in which no whole model is due are left out.
 */
export function evenGrowth(growth: {
  readonly from: Month;
  readonly modelsPerMonth: number;
  readonly updatesPerYear: number;
  readonly months?: number | undefined;
}): Addition[] {
  const { from, modelsPerMonth, updatesPerYear, months = 24 } = growth;
  const total = (count: number): number => Math.floor(modelsPerMonth * count + EPSILON);
  return Array.from({ length: months }, (_, index) => ({
    month: shiftMonth(from, index + 1),
    models: total(index + 1) - total(index),
    updatesPerYear,
  })).filter(({ models }) => models > 0);
}
