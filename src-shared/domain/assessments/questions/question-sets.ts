import type { Answers } from '../answer';
import { COMPONENTS } from '../components';
import { CICD_PIPELINES_QUESTIONS } from './cicd-pipelines';
import { EXPERIMENT_TRACKING_QUESTIONS } from './experiment-tracking';
import { FEATURE_STORE_QUESTIONS } from './feature-store';
import { GENERATIVE_USE_QUESTIONS } from './generative-use';
import { MODEL_GOVERNANCE_QUESTIONS } from './model-governance';
import { MODEL_MONITORING_QUESTIONS } from './model-monitoring';
import { MODEL_REGISTRY_QUESTIONS } from './model-registry';
import type { Question, QuestionSet } from './question';

/** What is asked of everybody: version 1. */
export const CORE_QUESTIONS: QuestionSet = {
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

/** Version 2: the same, and in its components what is asked of whoever uses generative models or agents. */
export const GENERATIVE_QUESTIONS: QuestionSet = {
  version: 2,
  questions: COMPONENTS.flatMap((component) =>
    [...CORE_QUESTIONS.questions, ...GENERATIVE_USE_QUESTIONS].filter((question) => question.component === component),
  ),
};

/** Every version that an assessment may have been answered with. A published version is never edited. */
export const QUESTION_SETS: ReadonlyMap<number, QuestionSet> = new Map(
  [CORE_QUESTIONS, GENERATIVE_QUESTIONS].map((set) => [set.version, set]),
);

/** The set of a version; `null` when this program does not know it (a file of a newer one). */
export function questionSet(version: number): QuestionSet | null {
  return QUESTION_SETS.get(version) ?? null;
}

/** The set with or without the questions on generative AI. */
export function questionsFor(generative: boolean): QuestionSet {
  return generative ? GENERATIVE_QUESTIONS : CORE_QUESTIONS;
}

/** The first version that asks everything that was answered: what a script computed with it stays; else the newest. */
export function questionsAnswered(answers: Answers): QuestionSet {
  const asksAll = (set: QuestionSet): boolean => Object.keys(answers).every((id) => findQuestion(set, id) !== null);
  return [...QUESTION_SETS.values()].find(asksAll) ?? GENERATIVE_QUESTIONS;
}

/** A question of the set by its id; `null` when the set does not ask it. */
export function findQuestion(set: QuestionSet, id: string): Question | null {
  return set.questions.find((question) => question.id === id) ?? null;
}
