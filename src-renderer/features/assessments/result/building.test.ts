import { expect, it } from 'vitest';
import { CORE_QUESTIONS } from '#domain/assessments/questions/question-sets';
import { buildingOf } from './building';
import { sampleResult } from './testing/sample-assessment';

const allAt = (value: 0 | 1 | 2 | 3) => Object.fromEntries(CORE_QUESTIONS.questions.map(({ id }) => [id, value]));

it('calls a level below the need under-building, and says what it costs', () => {
  const { kind, word, words } = buildingOf(sampleResult({ answers: allAt(0) }));
  expect([kind, word]).toEqual(['under', 'Under-building']);
  expect(words[0]).toContain('two levels below what 12 models ask for');
  expect(words[0]).toContain('operational debt');
});

it('calls a level above the need over-building', () => {
  const { kind, words } = buildingOf(sampleResult({ answers: allAt(3), models: 1, updatesPerYear: 1 }));
  expect(kind).toBe('over');
  expect(words[0]).toContain('two levels above what 1 model asks for');
});

it('finds balance', () => {
  expect(buildingOf(sampleResult({ answers: allAt(2) }))).toMatchObject({ kind: 'right', word: 'In balance' });
});

it('sees a single component that has gone too far', () => {
  const answers = {
    ...allAt(1),
    ...Object.fromEntries(['FS1', 'FS2', 'FS3', 'FS4', 'FS5'].map((id) => [id, 3 as const])),
  };
  expect(buildingOf(sampleResult({ answers })).words[1]).toBe(
    'Feature store stands above the recommended level 2: nothing more is needed there.',
  );
});

it('holds the target against the recommendation too', () => {
  expect(buildingOf(sampleResult({ answers: allAt(1), part: { target: 3 } })).words.at(-1)).toContain(
    'one level above the recommended 2: reaching it would be over-building',
  );
  expect(buildingOf(sampleResult({ answers: allAt(1), part: { target: 1 } })).words.at(-1)).toContain(
    'reaching it would still be under-building',
  );
});

it('holds nothing against an empty portfolio', () => {
  expect(buildingOf(sampleResult({ models: 0 })).kind).toBe('open');
});
