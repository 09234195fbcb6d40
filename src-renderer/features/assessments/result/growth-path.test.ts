import { expect, it } from 'vitest';
import type { Assessment } from '#contract/assessments';
import { growthPath, growthWords, readyWords } from './growth-path';
import { sampleAssessment, sampleResult } from './testing/sample-assessment';

const withGrowth = (models: number, growthModels: number, finishedAt: string | null = null): Assessment => {
  const base = sampleAssessment({ models, updatesPerYear: 4 });
  return { ...base, finishedAt, inputs: { ...base.inputs, growthModels } };
};

it('says when growth moves the recommendation, and by when to start', () => {
  const path = growthPath(withGrowth(18, 24), '2026-11-23');
  expect(path.today).toBe(2);
  expect(path.changes[0]).toMatchObject({ month: '2027-02', before: 2, level: 3, models: 21 });
  expect(path.alreadyLate).toBe(true);
});

it('looks from the day that the assessment was finished', () => {
  const path = growthPath(withGrowth(18, 24, '2025-01-10T09:00:00.000Z'), '2026-11-23');
  expect(path.changes[0]?.month).toBe('2025-04');
});

it('lets models leave as well', () => {
  const path = growthPath(withGrowth(21, -24), '2026-11-23');
  expect(path.today).toBe(3);
  expect(path.changes[0]).toMatchObject({ before: 3, level: 2, models: 20 });
  expect(growthWords(withGrowth(21, -24))).toBe('24 models fewer over 24 months, evenly.');
});

it('says what the path was computed with', () => {
  expect(growthWords(withGrowth(18, 0))).toBe('');
  expect(growthWords(withGrowth(18, 24))).toContain(
    '24 more models over 24 months, evenly, each updated 4 times a year',
  );
});

it('says when a level that is needed today can be there', () => {
  expect(readyWords(sampleResult(), '2026-11-23')).toContain('between Nov 2027 and Nov 2028');
  expect(readyWords(sampleResult({ models: 1, updatesPerYear: 1 }), '2026-11-23')).toBe('');
});
