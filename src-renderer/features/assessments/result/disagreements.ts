import type { Assessment } from '#contract/assessments';
import type { AnswerChoice } from '#domain/assessments/answer';
import { combineResponses } from '#domain/assessments/merge-responses';
import { oneOf } from '#domain/base/wording';
import type { Result } from './result-score';

export interface Disagreement {
  readonly id: string;
  readonly topic: string;
  /** Steps between the lowest and the highest answer, 0–3; 0 where they differ on whether it applies. */
  readonly spread: number;
  /** `Ana says 3, Ben and Cleo say 0`. */
  readonly words: string;
  /** What the score took. */
  readonly taken: string;
}

const CHOICES: readonly AnswerChoice[] = [3, 2, 1, 0, 'not_applicable', 'unknown'];

function choiceWords(choice: AnswerChoice): string {
  if (choice === 'not_applicable') return 'it does not apply';
  return choice === 'unknown' ? 'it is not known' : String(choice);
}

function whoSaysWhat(responses: Assessment['responses']): string {
  const parts = CHOICES.flatMap((choice) => {
    const who = responses
      .filter(({ value }) => value === choice)
      .map(({ respondent }) => respondent || 'without a name');
    return who.length === 0 ? [] : [`${oneOf(who, 'and')} ${who.length === 1 ? 'says' : 'say'} ${choiceWords(choice)}`];
  });
  return parts.join(', ');
}

/** The questions on which respondents are two or more answers apart, or not of one mind whether it applies; widest first. */
export function disagreements({ assessment, questions }: Result): Disagreement[] {
  return questions.questions
    .flatMap((question) => {
      const responses = assessment.responses.filter(({ questionId }) => questionId === question.id);
      const { disagree, spread, value } = combineResponses(responses);
      if (!disagree) return [];
      const { id, topic } = question;
      return [{ id, topic, spread, words: whoSaysWhat(responses), taken: choiceWords(value) }];
    })
    .toSorted((a, b) => b.spread - a.spread);
}
