import type { AnswerChoice } from '#domain/assessments/answer';
import { COMPONENTS, type Component } from '#domain/assessments/components';
import type { Question } from '#domain/assessments/questions/question';

/** What was said to a question; a question that is missing has not been answered. */
export type Choices = ReadonlyMap<string, AnswerChoice>;
/** `not_applicable` with its reason is an answer; `unknown` is one that has still to be found out. */
export type QuestionState = 'answered' | 'unknown' | 'left';

export interface Progress {
  readonly answered: number;
  readonly unknown: number;
  readonly left: number;
  readonly all: number;
}
export interface ComponentProgress extends Progress {
  readonly component: Component;
  readonly questions: readonly Question[];
}

export const stateOf = (choices: Choices, questionId: string): QuestionState => {
  const choice = choices.get(questionId);
  if (choice === undefined) return 'left';
  return choice === 'unknown' ? 'unknown' : 'answered';
};

export const progressOf = (questions: readonly Question[], choices: Choices): Progress => {
  const count = (state: QuestionState): number => questions.filter(({ id }) => stateOf(choices, id) === state).length;
  return { answered: count('answered'), unknown: count('unknown'), left: count('left'), all: questions.length };
};

/** One entry a component that is asked about, in their order. */
export const progressByComponent = (questions: readonly Question[], choices: Choices): readonly ComponentProgress[] =>
  COMPONENTS.map((component) => {
    const own = questions.filter((question) => question.component === component);
    return { component, questions: own, ...progressOf(own, choices) };
  }).filter(({ all }) => all > 0);

/** `17 of 30 answered, 2 unknown`. */
export const progressWords = ({ answered, unknown, all }: Progress): string =>
  `${answered} of ${all} answered${unknown > 0 ? `, ${unknown} unknown` : ''}`;

/** The question before or after this one; `null` at the ends. */
export const neighbour = (questions: readonly Question[], currentId: string, step: 1 | -1): Question | null => {
  const index = questions.findIndex(({ id }) => id === currentId);
  return index < 0 ? (questions[0] ?? null) : (questions[index + step] ?? null);
};

/** The next question nobody has said anything to, from this one on and round; then the next unknown; else `null`. */
export const nextOpen = (questions: readonly Question[], choices: Choices, currentId: string): Question | null => {
  const index = questions.findIndex(({ id }) => id === currentId);
  const ahead = [...questions.slice(index + 1), ...questions.slice(0, Math.max(0, index))];
  const find = (state: QuestionState): Question | undefined => ahead.find(({ id }) => stateOf(choices, id) === state);
  return find('left') ?? find('unknown') ?? null;
};

/** Where to go on: the question that is asked for, else the next open one behind the answer that was given last. */
export const questionToShow = (
  questions: readonly Question[],
  choices: Choices,
  wanted: readonly (string | null | undefined)[],
  lastAnswered: string,
): Question | null => {
  for (const id of wanted) {
    const found = questions.find((question) => question.id === id);
    if (found) return found;
  }
  return nextOpen(questions, choices, lastAnswered) ?? questions[0] ?? null;
};

export interface Person {
  /** '' is the room as a whole. */
  readonly respondent: string;
  readonly choices: Choices;
}

/** How many of these questions a person has not given a known answer to. */
export const openOf = ({ choices }: Person, questions: readonly { readonly id: string }[]): number =>
  questions.filter(({ id }) => stateOf(choices, id) !== 'answered').length;
