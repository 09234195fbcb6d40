import { describe, expect, it } from 'vitest';
import { NO_ANSWER } from './answer-draft';
import type { Unsaved } from './answer-saver';
import { aboutWords, combinedChoices } from './wizard-words';

const unsaved = (questionId: string, state: Unsaved['state']): [string, Unsaved] => [
  `${questionId} Ana`,
  { questionId, respondent: 'Ana', draft: { ...NO_ANSWER, value: 3 }, state, problem: '' },
];

describe('combinedChoices', () => {
  it('is what is scored, and what is on its way where nothing is scored yet', () => {
    const choices = combinedChoices(
      { answers: { FS1: { value: 1, grade: 0 }, FS2: { value: 'unknown', grade: 0 } } },
      new Map([unsaved('FS1', 'saving'), unsaved('FS3', 'waiting'), unsaved('FS4', 'held')]),
    );
    expect([...choices]).toEqual([
      ['FS1', 1],
      ['FS2', 'unknown'],
      ['FS3', 3],
    ]);
  });
});

it('says what an assessment is about, and that governance aims higher', () => {
  const about = { name: 'Autumn', unit: '', target: 2 as const, componentTargets: {} };
  expect(aboutWords(about)).toBe('Autumn · the whole organisation · target level 2');
  expect(aboutWords({ ...about, unit: 'Cards', componentTargets: { model_governance: 3 } })).toBe(
    'Autumn · Cards · target level 2, governance level 3',
  );
});
