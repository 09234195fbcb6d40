import type { MaturityLevel } from '../vocabulary';

/** The table of rules.md 3: a heuristic, since nobody publishes numeric cut-offs. */
export interface LevelThresholds {
  readonly version: string;
  /** At most this many models for level 1, for level 2. */
  readonly countLevel1: number;
  readonly countLevel2: number;
  /** At most this many updates a year for level 1, for level 2. */
  readonly loadLevel1: number;
  readonly loadLevel2: number;
  /** Below this many models the level is 2 at most. */
  readonly capBelow: number;
}

/** From the bands of models; 260 updates a year is about what 2.5 engineers do (2.5 × 1,600 h × 65 % / 10 h). */
export const DEFAULT_LEVEL_THRESHOLDS: LevelThresholds = {
  version: '2026-11-1',
  countLevel1: 3,
  countLevel2: 20,
  loadLevel1: 12,
  loadLevel2: 260,
  capBelow: 5,
};

export interface Levels {
  readonly byCount: MaturityLevel;
  readonly byLoad: MaturityLevel;
  readonly level: MaturityLevel;
  /** The cap for few models lowered the level. */
  readonly capped: boolean;
}

function band(value: number, level1: number, level2: number): MaturityLevel {
  if (value <= level1) return 1;
  return value <= level2 ? 2 : 3;
}

/** The level of rules.md 3 for `models` ≥ 1 models that are updated `load` times a year together. */
export function levelsFor(models: number, load: number, thresholds: LevelThresholds): Levels {
  const byCount = band(models, thresholds.countLevel1, thresholds.countLevel2);
  const byLoad = band(load, thresholds.loadLevel1, thresholds.loadLevel2);
  const needed = byCount > byLoad ? byCount : byLoad;
  const capped = needed === 3 && models < thresholds.capBelow;
  return { byCount, byLoad, level: capped ? 2 : needed, capped };
}
