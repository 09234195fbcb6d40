import { describe, expect, it } from 'vitest';
import { CORE_QUESTIONS } from '#domain/assessments/questions/question-sets';
import { heldBackBy, resultHeadline, resultSubline } from './result-headline';
import { sampleResult } from './testing/sample-assessment';

const allAt = (value: 0 | 1 | 2 | 3) => Object.fromEntries(CORE_QUESTIONS.questions.map(({ id }) => [id, value]));

describe('the headline', () => {
  it('names the level held, the level needed and what holds it back', () => {
    expect(resultHeadline(sampleResult({ answers: { ...allAt(2), MG3: 1 }, models: 12 }))).toBe(
      'You work at level 1; 12 models ask for level 2 by the rule of thumb; model governance holds you back',
    );
    expect(resultHeadline(sampleResult({ answers: { ...allAt(2), MG3: 1, CD2: 1 }, models: 12 }))).toContain(
      'CI/CD pipelines and model governance hold you back',
    );
  });

  it('counts the components instead of naming more than two', () => {
    const result = sampleResult({ answers: { ...allAt(2), MG3: 1, CD2: 1, MR5: 1 } });
    expect(heldBackBy(result)).toHaveLength(3);
    expect(resultHeadline(result)).toContain('three of the six components hold you back');
    expect(resultHeadline(sampleResult({ answers: allAt(0) }))).toContain('You work below level 1');
  });

  it('speaks of the unit where there is one', () => {
    const headline = resultHeadline(sampleResult({ answers: { ...allAt(2), MG3: 1 }, part: { unit: 'Retail' } }));
    expect(headline).toMatch(/^Retail works at level 1; .* holds it back$/);
  });

  it('says when the level suffices, and when it is more than needed', () => {
    expect(resultHeadline(sampleResult({ answers: allAt(2) }))).toBe(
      'You work at level 2, and 12 models ask for just that',
    );
    expect(resultHeadline(sampleResult({ answers: allAt(3), models: 1, updatesPerYear: 1 }))).toBe(
      'You work at level 3; 1 model asks for level 1 by the rule of thumb only',
    );
  });

  it('does not invent a finding', () => {
    expect(resultHeadline(sampleResult({ answers: {} }))).toContain('Nothing is answered yet');
    expect(resultHeadline(sampleResult({ models: 0 }))).toContain('no model is in production yet');
  });
});

describe('the line under it', () => {
  it('says on how much the result rests and what it was computed with', () => {
    const line = resultSubline(sampleResult());
    expect(line).toContain('29 of 30 questions answered');
    expect(line).toContain('version 1 of the questions, thresholds 2026-11-1; all components weigh the same');
    expect(line).toContain('still open');
  });

  it('names the weights that are not 1, and the day it was finished', () => {
    const part = {
      weights: { model_governance: 2 },
      finishedAt: '2027-03-05T09:00:00.000Z',
      status: 'finished',
    } as const;
    const line = resultSubline(sampleResult({ part }));
    expect(line).toContain('weights Model governance 2, all others 1');
    expect(line).toContain('finished');
  });

  it('leaves questions that do not apply out of the count', () => {
    expect(resultSubline(sampleResult({ answers: { ...allAt(2), FS1: 'not_applicable' } }))).toContain(
      '29 of 29 questions answered',
    );
  });

  it('says what unknown answers could change', () => {
    expect(resultSubline(sampleResult({ answers: { ...allAt(2), MG3: 'unknown' } }))).toContain(
      'The unknown answers could lift it to level 2 at best.',
    );
  });
});
