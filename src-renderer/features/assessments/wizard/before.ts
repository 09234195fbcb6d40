import type { Assessment, AssessmentHead } from '#contract/assessments';
import { findQuestion, questionSet } from '#domain/assessments/questions/question-sets';
import { choiceText, spreadOf } from './spread';

/** Finished assessments of the same unit that were begun earlier, the latest first; more than three nobody reads. */
const SHOWN = 3;

export const earlierOf = (
  heads: readonly AssessmentHead[],
  own: Pick<AssessmentHead, 'id' | 'unit' | 'startedAt'>,
): readonly AssessmentHead[] =>
  heads
    .filter(({ id, unit, status, startedAt }) => {
      return id !== own.id && unit === own.unit && status === 'finished' && startedAt < own.startedAt;
    })
    .toSorted((a, b) => b.startedAt.localeCompare(a.startedAt))
    .slice(0, SHOWN);

export interface Before {
  /** `3, 3, 2`: what each said, the highest first. */
  readonly answers: string;
  /** What was scored of several, and what the rows bore out then; '' = nothing to add. */
  readonly note: string;
}

/** What an earlier assessment had for a question; `null`: nobody answered, or its version is not known here. */
export function beforeOf(earlier: Assessment, questionId: string, version: number): Before | null {
  const set = questionSet(earlier.questionVersion);
  const then = set && findQuestion(set, questionId);
  const scored = earlier.answers[questionId];
  if (set !== null && !then) return { answers: 'not asked', note: '' };
  if (!then || scored === undefined) return null;
  const said = spreadOf(earlier.responses, questionId)?.said.map(({ what }) => what);
  const evidence = earlier.evidence.find((one) => one.questionId === questionId);
  const nowSet = questionSet(version);
  const now = nowSet && findQuestion(nowSet, questionId);
  const notes = [
    said === undefined ? '' : `scored ${choiceText(scored.value)}`,
    evidence?.suggests == null
      ? ''
      : evidence.contradiction
        ? `the rows bore out ${evidence.suggests} only`
        : `the rows bore out ${evidence.suggests}`,
    now?.question === then.question ? '' : 'asked in other words',
  ].filter((note) => note !== '');
  return { answers: said?.join(', ') ?? choiceText(scored.value), note: notes.join('; ') };
}
