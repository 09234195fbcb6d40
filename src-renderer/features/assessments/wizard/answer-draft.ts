import { type AnswerChoice, answerProblem } from '#domain/assessments/answer';
import type { AnswerValue, EvidenceGrade } from '#domain/assessments/questions/question';
import type { Response } from './assessment-types';

/** What one person says to one question, as it stands on the screen. */
export interface AnswerDraft {
  /** `null`: nothing chosen yet. */
  readonly value: AnswerChoice | null;
  readonly grade: EvidenceGrade;
  readonly reason: string;
  readonly comment: string;
  readonly link: string;
  readonly owner: string;
}

export const NO_ANSWER: AnswerDraft = { value: null, grade: 0, reason: '', comment: '', link: '', owner: '' };

export const draftOf = (
  responses: readonly Response[],
  questionId: string,
  respondent: string,
): AnswerDraft | undefined =>
  responses.find((response) => response.questionId === questionId && response.respondent === respondent);

/** True for 0–3: only then does a grade of evidence say something. */
export const isGraded = (value: AnswerChoice | null): value is AnswerValue => typeof value === 'number';

const GRADES: readonly EvidenceGrade[] = [0, 1, 2, 3];

export const nextGrade = (grade: EvidenceGrade): EvidenceGrade => GRADES[(grade + 1) % GRADES.length] ?? 0;

/** What is kept: words without a choice are kept beside "unknown". */
export const toKeep = (draft: AnswerDraft): AnswerDraft & { readonly value: AnswerChoice } => ({
  ...draft,
  value: draft.value ?? 'unknown',
});

/** Why this cannot be kept yet, as a sentence; '' when it can. */
export const draftProblem = (draft: AnswerDraft): string => answerProblem(toKeep(draft)) ?? '';
