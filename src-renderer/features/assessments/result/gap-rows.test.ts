import { expect, it } from 'vitest';
import { CORE_QUESTIONS } from '#domain/assessments/questions/question-sets';
import { gapRows, gapsInWords } from './gap-rows';
import { sampleResult } from './testing/sample-assessment';

const allAt = (value: 0 | 1 | 2 | 3) => Object.fromEntries(CORE_QUESTIONS.questions.map(({ id }) => [id, value]));

it('keeps the order of the rules: widest, then the level held back, then the component', () => {
  const rows = gapRows(sampleResult());
  expect(rows).toHaveLength(14);
  const shorts = rows.map(({ short }) => short);
  expect(shorts).toEqual(shorts.toSorted((a, b) => b - a));
  expect(rows[0]).toMatchObject({ id: 'CD5', have: '0', need: '2', componentLabel: 'CI/CD pipelines' });
});

it('says what will be true and what is true today', () => {
  const row = gapRows(sampleResult({ answers: { ...allAt(2), MG4: 1 } }))[0];
  expect(row).toMatchObject({ id: 'MG4', topic: 'Model documentation', now: 'A readme for some.' });
  expect(row?.outcome).toContain('A current model card for each');
});

it('does not take unknown for a no', () => {
  const result = sampleResult({ answers: { ...allAt(2), MG4: 'unknown' } });
  expect(gapRows(result)[0]).toMatchObject({ have: 'unknown', now: '' });
  expect(gapsInWords(result.score.gaps)).toBe(
    '1 answer is below the target, by 2 steps. 1 gap keeps you below level 1. 1 answer is unknown and counts as 0: finding out may close its gap.',
  );
});

it('says that nothing is missing', () => {
  expect(gapsInWords(sampleResult({ answers: allAt(3) }).score.gaps)).toContain('there is no gap');
});
