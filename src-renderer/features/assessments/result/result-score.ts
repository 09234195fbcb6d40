import type { Assessment } from '#contract/assessments';
import { forEachComponent } from '#domain/assessments/components';
import type { QuestionSet } from '#domain/assessments/questions/question';
import { questionSet } from '#domain/assessments/questions/question-sets';
import { type Score, scoreAssessment } from '#domain/assessments/score';

/** An assessment with what it scores, in the types of the rules. */
export interface Result {
  readonly assessment: Assessment;
  /** Of the version that it was answered with. */
  readonly questions: QuestionSet;
  readonly score: Score;
}

/**
 * Scores the answers with the rules, towards the very targets that the engine used: the numbers are the engine's own,
 * and the parts of the page can go on computing with them. `null`: this program does not know the version of the questions.
 */
export function readResult(assessment: Assessment): Result | null {
  const questions = questionSet(assessment.questionVersion);
  if (questions === null) return null;
  const { answers, target, weights, score } = assessment;
  const componentTargets = forEachComponent((component) => score.components[component].target);
  return {
    assessment,
    questions,
    score: scoreAssessment({ answers, target, questions, weights, componentTargets }),
  };
}
