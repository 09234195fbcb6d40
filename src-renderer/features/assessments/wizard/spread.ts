import type { AnswerChoice } from '#domain/assessments/answer';
import { combineResponses } from '#domain/assessments/merge-responses';
import type { Response } from './assessment-types';

export const choiceText = (choice: AnswerChoice): string =>
  choice === 'unknown' ? 'unknown' : choice === 'not_applicable' ? 'not applicable' : String(choice);

/** Nobody in particular: the room answered together. */
export const TOGETHER = 'All together';

export const respondentName = (respondent: string): string => (respondent === '' ? TOGETHER : respondent);

export interface Spread {
  /** In the order of the answers, the highest first. */
  readonly said: readonly { readonly who: string; readonly what: string; readonly comment: string }[];
  readonly disagree: boolean;
  /** What is scored, and why the room should talk first where it should. */
  readonly words: string;
}

const rank = (choice: AnswerChoice): number => (typeof choice === 'number' ? choice : choice === 'unknown' ? -1 : -2);

/** Who said what to a question; `null` while fewer than two have answered it. */
export const spreadOf = (responses: readonly Response[], questionId: string): Spread | null => {
  const own = responses.filter((response) => response.questionId === questionId);
  if (own.length < 2) return null;
  const { value, spread, disagree } = combineResponses(own);
  const counts = `Scored as ${choiceText(value)}, the lower middle of the known answers.`;
  const apart =
    spread >= 2
      ? `The answers are ${spread} steps apart: people describe different practices. Talk before this is scored. `
      : 'They do not agree whether this applies. Talk before this is scored. ';
  return {
    said: own
      .toSorted((a, b) => rank(b.value) - rank(a.value))
      .map((response) => ({
        who: respondentName(response.respondent),
        what: choiceText(response.value),
        comment: response.comment || response.reason,
      })),
    disagree,
    words: `${disagree ? apart : ''}${counts}`,
  };
};
