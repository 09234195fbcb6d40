import type { AnswerValue, EvidenceGrade, Question, QuestionSet } from './questions/question';

/** What a person chose. `unknown` counts as 0 for levels; `not_applicable` leaves every denominator. */
export type AnswerChoice = AnswerValue | 'unknown' | 'not_applicable';

export interface Answer {
  readonly value: AnswerChoice;
  /** How well it is shown; missing = 0. */
  readonly grade?: EvidenceGrade | undefined;
  /** Why the question does not apply; needed with `not_applicable`. */
  readonly reason?: string | undefined;
  readonly comment?: string | undefined;
  readonly link?: string | undefined;
  readonly owner?: string | undefined;
}

export type Answers = Readonly<Record<string, Answer>>;

/** The choice for a question; a question without an answer is unknown. */
export function choiceOf(answers: Answers, question: Question): AnswerChoice {
  return Object.hasOwn(answers, question.id) ? (answers[question.id]?.value ?? 'unknown') : 'unknown';
}

/** The number behind a choice; `null` = unknown or not applicable. */
export function knownValue(choice: AnswerChoice): AnswerValue | null {
  return choice === 'unknown' || choice === 'not_applicable' ? null : choice;
}

/** What keeps an answer from being accepted, as a sentence; `null` when nothing does. */
export function answerProblem(answer: Answer): string | null {
  if (answer.value !== 'not_applicable' || answer.reason?.trim()) return null;
  return 'An answer of "not applicable" needs a reason, because it takes the question out of every score. Say why, or choose "unknown".';
}

/** The ids in the answers that the question set does not ask: typing errors, or answers to another version. */
export function foreignAnswers(answers: Answers, set: QuestionSet): string[] {
  const asked = new Set(set.questions.map((question) => question.id));
  return Object.keys(answers).filter((id) => !asked.has(id));
}
