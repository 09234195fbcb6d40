import { CICD_PIPELINES_QUESTIONS } from './cicd-pipelines';
import { EXPERIMENT_TRACKING_QUESTIONS } from './experiment-tracking';
import { FEATURE_STORE_QUESTIONS } from './feature-store';
import { MODEL_GOVERNANCE_QUESTIONS } from './model-governance';
import { MODEL_MONITORING_QUESTIONS } from './model-monitoring';
import { MODEL_REGISTRY_QUESTIONS } from './model-registry';
import type { Question, QuestionSet } from './question';

/** The questions that a new assessment is answered with. */
export const CURRENT_QUESTIONS: QuestionSet = {
  version: 1,
  questions: [
    ...FEATURE_STORE_QUESTIONS,
    ...MODEL_REGISTRY_QUESTIONS,
    ...EXPERIMENT_TRACKING_QUESTIONS,
    ...CICD_PIPELINES_QUESTIONS,
    ...MODEL_MONITORING_QUESTIONS,
    ...MODEL_GOVERNANCE_QUESTIONS,
  ],
};

/** Every version that an assessment may have been answered with. A published version is never edited. */
export const QUESTION_SETS: ReadonlyMap<number, QuestionSet> = new Map([
  [CURRENT_QUESTIONS.version, CURRENT_QUESTIONS],
]);

/** The set of a version; `null` when this program does not know it (a file of a newer one). */
export function questionSet(version: number): QuestionSet | null {
  return QUESTION_SETS.get(version) ?? null;
}

/** A question of the set by its id; `null` when the set does not ask it. */
export function findQuestion(set: QuestionSet, id: string): Question | null {
  return set.questions.find((question) => question.id === id) ?? null;
}
