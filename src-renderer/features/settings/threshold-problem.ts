import type { Settings } from '#contract/portfolio/settings';

type Thresholds = Omit<Settings['levelThresholds'], 'version'>;

/** Why these thresholds contradict each other, as a sentence; '' when they do not. */
export function thresholdProblem(levels: Thresholds): string {
  if (levels.countLevel1 > levels.countLevel2) {
    return 'Level 1 cannot reach further in models than level 2. Raise level 2 first.';
  }
  if (levels.loadLevel1 > levels.loadLevel2) {
    return 'Level 1 cannot reach further in releases than level 2. Raise level 2 first.';
  }
  return '';
}
