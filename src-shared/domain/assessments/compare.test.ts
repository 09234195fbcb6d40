import { describe, expect, it } from 'vitest';
import type { Answer, Answers } from './answer';
import { type ComparedAssessment, compareAssessments } from './compare';
import type { AnswerValue, QuestionSet } from './questions/question';
import { CURRENT_QUESTIONS } from './questions/question-sets';

const all = (value: AnswerValue): Answers =>
  Object.fromEntries(CURRENT_QUESTIONS.questions.map(({ id }): [string, Answer] => [id, { value }]));

function assessment(label: string, answers: Answers, more: Partial<ComparedAssessment> = {}): ComparedAssessment {
  return { id: label.toLowerCase(), label, answers, target: 2, questions: CURRENT_QUESTIONS, ...more };
}

/** A next version that asks CD1 in other words and MM1 no more. */
const NEXT: QuestionSet = {
  version: 2,
  questions: CURRENT_QUESTIONS.questions
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
    expect(mixed.words.join(' ')).toContain('CD1 and MM1 cannot be compared');
  });

  it('gives no difference for the components and totals they are part of, and one for the others', () => {
    const later = mixed.assessments[1];
    expect(later?.overall).toMatchObject({ mean: 2, toFirst: { mean: null, level: null } });
    expect(later?.components.cicd_pipelines.toPrevious?.mean).toBeNull();
    expect(later?.components.model_monitoring.toFirst?.level).toBeNull();
    expect(later?.components.model_registry.toFirst).toMatchObject({ mean: 1, level: 1 });
  });

  it('compares a version that asks the same under another number', () => {
    const same = { ...CURRENT_QUESTIONS, version: 7 };
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
