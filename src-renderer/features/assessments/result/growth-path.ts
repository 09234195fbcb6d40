import type { Assessment } from '#contract/assessments';
import { BUILD_MONTHS } from '#domain/assessments/roadmap';
import { sayMonth, shiftMonth } from '#domain/base/calendar';
import { counted } from '#domain/base/wording';
import { type LevelPath, whenLevelChanges } from '#domain/level/level-path';
import { growthAdditions } from '../../../components/level/plan-points';
import type { Result } from './result-score';

/** The growth that the path is computed with, as a sentence; '' without any. */
export function growthWords({ inputs }: Assessment): string {
  const { growthModels, growthUpdatesPerYear } = inputs;
  if (growthModels === 0) return '';
  if (growthModels < 0) return `${counted(-growthModels, 'model')} fewer over 24 months, evenly.`;
  return `${counted(growthModels, 'more model')} over 24 months, evenly, each updated ${counted(growthUpdatesPerYear, 'time')} a year.`;
}

/**
 * For a level that is needed already and not held: when work that begins now would have built it. '' when nothing is
 * missing today.
 */
export function readyWords({ assessment, score }: Result, today: string): string {
  const { level } = assessment.recommendation;
  if (level === null || score.overallLevel >= level) return '';
  const from = (assessment.finishedAt ?? today).slice(0, 7);
  const [soonest, latest] = [BUILD_MONTHS.least, BUILD_MONTHS.most].map((months) => sayMonth(shiftMonth(from, months)));
  return `Level ${level} is needed already. Work that begins in ${sayMonth(from)} has built it between ${soonest} and ${latest}.`;
}

/** When the recommendation changes with the planned growth, seen from the day of the result; `today` while it is open. */
export function growthPath(assessment: Assessment, today: string): LevelPath {
  const from = (assessment.finishedAt ?? today).slice(0, 7);
  const { models, load } = assessment.recommendation;
  return whenLevelChanges({
    models,
    load,
    additions: growthAdditions(assessment.inputs, from),
    thresholds: assessment.thresholds,
    from,
  });
}
