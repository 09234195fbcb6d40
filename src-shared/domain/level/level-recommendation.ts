import { counted, sayCount, sayQuantity, verb } from '../base/wording';
import type { RecordedReleases } from '../models/recorded-releases';
import { DEFAULT_UPDATES_PER_YEAR, type UpdatesPerYear } from '../models/update-frequency';
import type { MaturityLevel } from '../vocabulary';
import { levelFlags } from './level-flags';
import { levelSensitivity, type Sensitivity } from './level-sensitivity';
import { DEFAULT_LEVEL_THRESHOLDS, type Levels, type LevelThresholds, levelsFor } from './level-thresholds';
import { type UpdatesSeen, updatesSeen } from './updates-seen';

export { DEFAULT_LEVEL_THRESHOLDS, type LevelThresholds };

export interface RecommendationInput {
  /** Models in production. */
  readonly models: number;
  /** U: updates a year over all of them; those of unknown frequency count as 0. */
  readonly load: number;
  readonly unknownFrequency?: number;
  readonly updatesPerYear?: UpdatesPerYear;
  readonly thresholds?: LevelThresholds;
  /** Who says how many models there are and how often they are updated; left out: a question of what if. */
  readonly told?: UpdatesSeen['told'];
  /** What the moves of the last twelve months show, to stand beside `load`; left out: the question is about no portfolio. */
  readonly recorded?: Omit<RecordedReleases, 'models'>;
}

export interface Recommendation {
  /** `null`: no model in production, nothing to recommend yet. */
  readonly level: MaturityLevel | null;
  readonly byCount: MaturityLevel | null;
  /** `null`: how often the models are updated is known of none. */
  readonly byLoad: MaturityLevel | null;
  readonly driver: 'count' | 'load' | 'both' | 'none';
  readonly models: number;
  readonly load: number;
  readonly unknownFrequency: number;
  readonly flags: readonly { readonly code: string; readonly message: string }[];
  readonly sensitivity: Sensitivity;
  readonly reason: string;
  readonly costOfBeingWrong: string;
  readonly thresholdsVersion: string;
  /** The updates that are noted beside those that are recorded; left out where `recorded` was. */
  readonly updates?: UpdatesSeen | undefined;
}

/** What the level costs when it is the wrong one; rules.md 3: over-build is waste, under-build operational debt. */
const COST_OF_BEING_WRONG: Readonly<Record<MaturityLevel, string>> = {
  1: 'By this rule of thumb, pipelines for so few, rarely updated models would be waste, and staying by hand once they grow in number or pace operational debt. What each costs, the investment case says.',
  2: 'By this rule of thumb, level 3 would be waste for this portfolio, and level 1, with every release by hand, operational debt. What each costs, the investment case says.',
  3: 'By this rule of thumb, stopping at level 2 would be operational debt that grows with every model, and level 3 waste if the portfolio shrank. What each costs, the investment case says.',
};

/** Which of the two gave the level, after the cap. */
function driverOf({ byCount, byLoad, level }: Levels): 'count' | 'load' | 'both' {
  if (byCount >= level && byLoad >= level) return 'both';
  return byCount >= level ? 'count' : 'load';
}

/** A load of which nothing is known gives nothing. */
const loadIsKnown = ({ models, unknownFrequency = 0 }: RecommendationInput): boolean => unknownFrequency < models;

const driverFor = (input: RecommendationInput, levels: Levels): 'count' | 'load' | 'both' =>
  loadIsKnown(input) ? driverOf(levels) : 'count';

function carried(level: number, thresholds: LevelThresholds): { models: number; load: number } {
  return level <= 1
    ? { models: thresholds.countLevel1, load: thresholds.loadLevel1 }
    : { models: thresholds.countLevel2, load: thresholds.loadLevel2 };
}

function reasonFor(input: RecommendationInput, levels: Levels, thresholds: LevelThresholds): string {
  const { models, load, told } = input;
  const driver = driverFor(input, levels);
  const below = levels.level - 1;
  const limit = carried(below, thresholds);
  const inProduction =
    told === 'stated' ? counted(models, 'stated model') : `${counted(models, 'model')} in production`;
  const updates = `${counted(load, told === undefined ? 'update' : `${told} update`)} a year`;
  const limits = (of: { models: number; load: number }): string =>
    `${counted(of.models, 'model')}, ${counted(of.load, 'update')} a year`;
  if (levels.level === 1 && !loadIsKnown(input)) {
    return `${inProduction} ${verb(models, 'is', 'are')} within the ${sayCount(thresholds.countLevel1)} that level 1 carries; how often ${verb(models, 'it is', 'they are')} updated is not known.`;
  }
  if (levels.level === 1) {
    return `${inProduction} with ${updates} ${verb(models, 'is', 'are')} within what level 1 carries (${limits(carried(1, thresholds))}).`;
  }
  if (driver === 'both') {
    return `${inProduction} and ${updates} are both more than level ${below} carries (${limits(limit)}).`;
  }
  if (driver === 'count') {
    return `${inProduction} is more than the ${sayCount(limit.models)} that level ${below} carries.`;
  }
  const alone = `${counted(models, 'model')} alone would need level ${levels.byCount} only`;
  return `${updates} is more than the ${sayQuantity(limit.load)} that level ${below} carries, although ${alone}.`;
}

function nothingYet(input: RecommendationInput, thresholdsVersion: string): Recommendation {
  return {
    level: null,
    byCount: null,
    byLoad: null,
    driver: 'none',
    models: 0,
    load: input.load,
    unknownFrequency: 0,
    flags: [],
    sensitivity: { moreModels: null, fewerModels: null, moreOften: null, lessOften: null, words: [] },
    reason: 'There is nothing to recommend yet: no model is in production.',
    costOfBeingWrong: 'Building any level before the first model is in production would be waste.',
    thresholdsVersion,
  };
}

/**
 * The maturity level that a portfolio needs: the higher of what its number of models and its release load ask for, and
 * at most 2 for fewer models than the cap; rules.md 3.
 */
export function recommendLevel(input: RecommendationInput): Recommendation {
  const { models, load, unknownFrequency = 0 } = input;
  const thresholds = input.thresholds ?? DEFAULT_LEVEL_THRESHOLDS;
  const updatesPerYear = input.updatesPerYear ?? DEFAULT_UPDATES_PER_YEAR;
  if (models <= 0) return nothingYet(input, thresholds.version);
  const levels = levelsFor(models, load, thresholds);
  const { told = 'noted', recorded } = input;
  const updates = recorded && updatesSeen({ models, load, unknownFrequency, told, recorded, thresholds });
  return {
    level: levels.level,
    byCount: levels.byCount,
    byLoad: loadIsKnown(input) ? levels.byLoad : null,
    driver: driverFor(input, levels),
    models,
    load,
    unknownFrequency,
    flags: levelFlags({ models, load, unknownFrequency, levels, thresholds, updates: updates ?? null }),
    sensitivity: levelSensitivity({ models, load, updatesPerYear, thresholds }),
    reason: reasonFor(input, levels, thresholds),
    costOfBeingWrong: COST_OF_BEING_WRONG[levels.level],
    thresholdsVersion: thresholds.version,
    ...(updates && { updates }),
  };
}
