import type { AnswerChoice } from '#domain/assessments/answer';
import { toKeep } from './answer-draft';
import type { UnsavedAnswers } from './answer-saver';
import type { Assessment } from './assessment-types';
import type { Choices } from './progress';

type About = Pick<Assessment, 'name' | 'unit' | 'target' | 'componentTargets'>;

/** What the assessment is about, for the line under the headline. */
export const aboutWords = ({ name, unit, target, componentTargets }: About): string => {
  const governance = componentTargets.model_governance;
  const higher = governance === undefined || governance === target ? '' : `, governance level ${governance}`;
  return `${name} · ${unit === '' ? 'the whole organisation' : unit} · target level ${target}${higher}`;
};

/** All respondents together: what is scored, and what is on its way to be. */
export const combinedChoices = ({ answers }: Pick<Assessment, 'answers'>, unsaved: UnsavedAnswers): Choices => {
  const choices = new Map<string, AnswerChoice>(Object.entries(answers).map(([id, { value }]) => [id, value]));
  for (const { questionId, draft, state } of unsaved.values()) {
    if (state !== 'held' && !choices.has(questionId)) choices.set(questionId, toKeep(draft).value);
  }
  return choices;
};
