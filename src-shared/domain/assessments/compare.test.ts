import { describe, expect, it } from 'vitest';
import type { Answer, Answers } from './answer';
import { type ComparedAssessment, compareAssessments } from './compare';
import type { AnswerValue, QuestionSet } from './questions/question';
import { CORE_QUESTIONS, GENERATIVE_QUESTIONS } from './questions/question-sets';

const all = (value: AnswerValue): Answers =>
  Object.fromEntries(CORE_QUESTIONS.questions.map(({ id }): [string, Answer] => [id, { value }]));

function assessment(label: string, answers: Answers, more: Partial<ComparedAssessment> = {}): ComparedAssessment {
  return { id: label.toLowerCase(), label, answers, target: 2, questions: CORE_QUESTIONS, ...more };
}

/** A next version that asks CD1 in other words and MM1 no more. */
const NEXT: QuestionSet = {
  version: 2,
  questions: CORE_QUESTIONS.questions
    .filter(({ id }) => id !== 'MM1')
    .map((question) => (question.id === 'CD1' ? { ...question, question: 'How long does a release take?' } : question)),
};

describe('several assessments', () => {
  const three = compareAssessments([
    assessment('2025', all(0)),
    assessment('2026', { ...all(1), MR1: { value: 2 } }),
    assessment('2027', all(2)),
  ]);

  it('stand beside the first and the one before', () => {
    const [first, second, third] = three.assessments;
    expect(first?.overall).toMatchObject({ mean: 0, level: 0, toFirst: null, toPrevious: null });
    expect(second?.components.model_registry).toMatchObject({
      mean: 1.2,
      level: 1,
      toPrevious: { mean: 1.2, level: 1 },
    });
    expect(third?.components.model_registry.toFirst).toMatchObject({ mean: 2, level: 2, percentToTarget: 1 });
    expect(third?.components.model_registry.toPrevious?.mean).toBeCloseTo(0.8, 12);
    expect(third?.overall.toPrevious).toMatchObject({ level: 1 });
  });

  it('name the questions that changed, with every answer', () => {
    expect(three.changed).toHaveLength(30);
    const two = compareAssessments([
      assessment('A', all(1)),
      assessment('B', { ...all(1), MG3: { value: 'unknown' } }),
    ]);
    expect(two.changed).toEqual([
      { id: 'MG3', component: 'model_governance', topic: 'Audit trail', values: [1, 'unknown'] },
    ]);
    expect(two.words).toEqual(['1 answer differs between the 2 assessments.']);
  });

  it('say that one alone is no comparison', () => {
    const one = compareAssessments([assessment('A', all(1))]);
    expect(one.words).toEqual(['A comparison needs two assessments.']);
    expect(compareAssessments([]).assessments).toEqual([]);
  });
});

describe('what does not measure the same', () => {
  const mixed = compareAssessments([assessment('Old', all(1)), assessment('New', all(2), { questions: NEXT })]);

  it('names the questions of another version, and does not call them changed', () => {
    expect(mixed.notComparable.map(({ id, values }) => [id, values])).toEqual([
      ['CD1', [1, 2]],
      ['MM1', [1, null]],
    ]);
    expect(mixed.changed.map(({ id }) => id)).not.toContain('CD1');
    expect(mixed.words.join(' ')).toContain('over the 28 questions that all of them ask alike, without CD1 and MM1');
    expect(mixed.commonQuestions).toBe(28);
  });

  it('compares over what both ask, and keeps the result of each beside it', () => {
    const uneven = compareAssessments([
      assessment('Old', { ...all(1), CD1: { value: 3 } }),
      assessment('New', { ...all(2), CD1: { value: 0 } }, { questions: NEXT }),
    ]);
    const [old, later] = uneven.assessments;
    expect(later?.overall).toMatchObject({ mean: 2, level: 2, toFirst: { mean: 1, level: 1 } });
    expect(later?.components.cicd_pipelines.toPrevious?.mean).toBe(1);
    // CD1 is in neither figure that is compared, and in both results of their own.
    expect(old?.components.cicd_pipelines.mean).toBe(1);
    expect(old?.own).toMatchObject({ mean: (5 * 1 + (4 * 1 + 3) / 5) / 6, level: 1, questions: 30 });
    expect(later?.own).toMatchObject({ level: 1, questions: 29 });
    expect(later?.own.mean).toBeCloseTo((5 * 2 + (4 * 2) / 5) / 6, 12);
  });

  it('compares version 1 with version 2 over the thirty questions of version 1', () => {
    const generative = { ...all(2), ET6: { value: 0 }, ET7: { value: 0 }, CD6: { value: 0 } } as const;
    const both = compareAssessments([
      assessment('2026', all(2)),
      assessment('2027', generative, { questions: GENERATIVE_QUESTIONS }),
    ]);
    expect(both.commonQuestions).toBe(30);
    expect(both.notComparable.map(({ id }) => id)).toEqual(['ET6', 'ET7', 'CD6', 'MM6', 'MG6']);
    const [before, after] = both.assessments;
    expect(after?.overall).toMatchObject({ mean: before?.overall.mean, level: before?.overall.level });
    expect(after?.overall.toFirst).toEqual({ mean: 0, level: 0, percentToTarget: 0 });
    expect(after?.own.level).toBe(0);
    expect(before?.own).toMatchObject({ mean: before?.overall.mean, level: before?.overall.level });
  });

  it('has no figure where nothing is asked alike', () => {
    const other: QuestionSet = {
      version: 9,
      questions: CORE_QUESTIONS.questions.map((question) => ({
        ...question,
        question: `${question.question} Really?`,
      })),
    };
    const result = compareAssessments([assessment('A', all(1)), assessment('B', all(2), { questions: other })]);
    expect(result.commonQuestions).toBe(0);
    expect(result.assessments[1]?.overall).toMatchObject({
      mean: null,
      level: null,
      toFirst: { mean: null, level: null },
    });
    expect(result.assessments[1]?.own).toMatchObject({ level: 2 });
    expect(result.words.join(' ')).toContain('none in common');
  });

  it('compares a version that asks the same under another number', () => {
    const same = { ...CORE_QUESTIONS, version: 7 };
    const result = compareAssessments([assessment('A', all(1)), assessment('B', all(2), { questions: same })]);
    expect(result.notComparable).toEqual([]);
    expect(result.assessments[1]).toMatchObject({ questionVersion: 7, overall: { toFirst: { mean: 1 } } });
  });

  it('gives no difference of shares where the targets differ, in that component and over all', () => {
    const result = compareAssessments([
      assessment('A', all(1)),
      assessment('B', all(2), { componentTargets: { model_governance: 3 }, weights: { feature_store: 2 } }),
    ]);
    const later = result.assessments[1];
    expect(later?.components.model_governance.toFirst).toMatchObject({ mean: 1, percentToTarget: null });
    expect(later?.components.model_registry.toFirst?.percentToTarget).toBe(0.5);
    expect(later?.overall.toFirst?.percentToTarget).toBeNull();
    expect(result.words).toHaveLength(3);
  });
});
