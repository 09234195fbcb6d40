import type { Answers } from '#domain/assessments/answer';
import { combineResponses, type Response } from '#domain/assessments/merge-responses';
import type { QuestionSet } from '#domain/assessments/questions/question';
import { CORE_QUESTIONS, questionSet } from '#domain/assessments/questions/question-sets';
import { type Score, scoreAssessment } from '#domain/assessments/score';
import type { AssessmentAnswerRow, AssessmentRow } from './tables';

export const questionsOf = (row: AssessmentRow): QuestionSet => questionSet(row.question_version) ?? CORE_QUESTIONS;

/** Several people's answers to one question become the one that is scored. */
export function combinedAnswers(rows: readonly AssessmentAnswerRow[]): Answers {
  const byQuestion = new Map<string, Response[]>();
  for (const row of rows) {
    const response: Response = { respondent: row.respondent, value: choiceFrom(row), grade: gradeOf(row) };
    byQuestion.set(row.question_id, [...(byQuestion.get(row.question_id) ?? []), response]);
  }
  return Object.fromEntries(
    [...byQuestion].map(([id, responses]) => {
      const { value, grade } = combineResponses(responses);
      return [id, { value, grade }];
    }),
  );
}

// Both were written through the contract's schema.
export const choiceFrom = (row: AssessmentAnswerRow): Response['value'] =>
  (/^[0-3]$/.test(row.value) ? Number(row.value) : row.value) as Response['value'];
export const gradeOf = (row: AssessmentAnswerRow): 0 | 1 | 2 | 3 => row.grade as 0 | 1 | 2 | 3;

export function scoreOf(row: AssessmentRow, answers: Answers): Score {
  return scoreAssessment({
    answers,
    target: row.target as 1 | 2 | 3, // written through the contract's schema
    questions: questionsOf(row),
    weights: JSON.parse(row.weights),
    componentTargets: JSON.parse(row.component_targets),
  });
}
