import { expect, it } from 'vitest';
import type { Assessment } from '#contract/assessments';
import type { AnswerChoice } from '#domain/assessments/answer';
import { disagreements } from './disagreements';
import { sampleResult } from './testing/sample-assessment';

const say = (questionId: string, respondent: string, value: AnswerChoice): Assessment['responses'][number] => ({
  questionId,
  respondent,
  value,
  grade: 0,
  reason: '',
  comment: '',
  link: '',
  owner: '',
  answeredAt: '2027-03-01T09:00:00.000Z',
});
const found = (responses: Assessment['responses']) => disagreements(sampleResult({ part: { responses } }));

it('lists two answers apart, the widest first, with who says what', () => {
  const list = found([
    say('FS1', 'Ana', 2),
    say('FS1', 'Ben', 0),
    say('MG2', 'Ana', 3),
    say('MG2', 'Ben', 0),
    say('MG2', 'Cleo', 0),
  ]);
  expect(list.map(({ id, spread }) => [id, spread])).toEqual([
    ['MG2', 3],
    ['FS1', 2],
  ]);
  expect(list[0]).toMatchObject({
    words: 'Ana says 3, Ben and Cleo say 0',
    taken: '0',
    topic: 'Approval before release',
  });
});

it('leaves one step apart alone', () => {
  expect(found([say('FS1', 'Ana', 2), say('FS1', 'Ben', 1)])).toEqual([]);
});

it('sees that some say it does not apply', () => {
  expect(found([say('FS1', 'Ana', 2), say('FS1', '', 'not_applicable')])[0]?.words).toBe(
    'Ana says 2, without a name says it does not apply',
  );
});
