import type { MaturityLevel } from '../vocabulary';
import { type Component, forEachComponent } from './components';
import type { Gap } from './gap';
import { planWith, type RoadmapSettings } from './planned-roadmap';
import type { QuestionSet } from './questions/question';
import { questionSet } from './questions/question-sets';
import type { Roadmap } from './roadmap-item';
import { type ScoreInput, scoreAssessment } from './score';

/** What of an assessment its roadmap follows from. */
export interface AssessedAnswers {
  readonly questionVersion: number;
  readonly answers: ScoreInput['answers'];
  readonly target: MaturityLevel;
  readonly weights: NonNullable<ScoreInput['weights']>;
  readonly score: { readonly components: Readonly<Record<Component, { readonly target: MaturityLevel }>> };
}

export interface AssessedPlan {
  readonly plan: Roadmap;
  readonly gaps: readonly Gap[];
  readonly questions: QuestionSet;
}

/** The roadmap of an assessment; `null`: it was answered with questions that this version does not know. */
export function assessedPlan(assessment: AssessedAnswers, settings: RoadmapSettings): AssessedPlan | null {
  const questions = questionSet(assessment.questionVersion);
  if (questions === null) return null;
  const { answers, target, weights } = assessment;
  const componentTargets = forEachComponent((component) => assessment.score.components[component].target);
  const score = scoreAssessment({ answers, target, questions, weights, componentTargets });
  return { plan: planWith({ score, questions }, settings), gaps: score.gaps, questions };
}
