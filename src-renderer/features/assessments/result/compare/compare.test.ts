import { describe, expect, it } from 'vitest';
import type { AssessmentHead } from '#contract/assessments';
import { compareAssessments } from '#domain/assessments/compare';
import { forEachComponent } from '#domain/assessments/components';
import type { QuestionSet } from '#domain/assessments/questions/question';
import { CORE_QUESTIONS, GENERATIVE_QUESTIONS } from '#domain/assessments/questions/question-sets';
import { differenceMark, minus } from '../difference-words';
import { slopeOf } from '../radar/slope';
import { comparableIds, readIds, toggled } from './compare-choice';
import { compareHeadline } from './compare-headline';
import { type Comparison, compareRows } from './compare-rows';

type Value = 0 | 1 | 2 | 3;
const allAt = (value: Value, other: Readonly<Record<string, Value>> = {}) =>
  Object.fromEntries(CORE_QUESTIONS.questions.map(({ id }) => [id, { value: other[id] ?? value }]));

/** As the engine answers it: computed by the rules. */
function comparisonOf(
  all: readonly {
    label: string;
    unit?: string;
    answers: ReturnType<typeof allAt>;
    questions?: QuestionSet;
  }[],
): Comparison {
  const { assessments, changed, commonQuestions, notComparable, words } = compareAssessments(
    all.map(({ label, answers, questions = CORE_QUESTIONS }) => ({ id: label, label, answers, target: 2, questions })),
  );
  return {
    assessments: assessments.map(({ id, label, overall, own, components }, index) => ({
      id,
      label,
      unit: all[index]?.unit ?? '',
      date: '2026-11-23',
      overallLevel: overall.level,
      overallMean: overall.mean,
      percentToTarget: overall.percentToTarget,
      own,
      components: forEachComponent((component) => components[component]),
    })),
    changed: changed.map((one) => ({ ...one, values: [...one.values] })),
    commonQuestions,
    notComparable: notComparable.map(({ id, topic }) => ({ id, topic })),
    words: [...words],
  };
}

const MONITORED = { MM1: 3, MM2: 3, MM3: 3, MM4: 3, MM5: 3 } as const;
const three = comparisonOf([
  { label: 'Spring', answers: allAt(1) },
  { label: 'Autumn', answers: allAt(1, MONITORED) },
  { label: 'Winter', answers: allAt(0) },
]);

it('says a difference with shape, number and word', () => {
  expect(differenceMark(0.4, 1)).toEqual({ direction: 'up', shape: '▲', number: '0.4', word: 'higher' });
  expect(differenceMark(-1, 0)).toMatchObject({ shape: '▼', number: '1', word: 'lower' });
  expect(differenceMark(0.001, 2)).toMatchObject({ direction: 'same', word: 'the same' });
  expect(differenceMark(null, 1)).toBeNull();
  expect([minus(2, null), minus(undefined, 1), minus(2, 0.5)]).toEqual([null, null, 1.5]);
});

describe('the rows', () => {
  it('hold each against the first, and against the one before where that is another', () => {
    const monitoring = compareRows(three).find(({ key }) => key === 'model_monitoring');
    expect(monitoring?.cells[0]).toMatchObject({ toFirst: null, toPrevious: null });
    expect(monitoring?.cells[1]).toMatchObject({ toFirst: { mean: { number: '2' } }, toPrevious: null });
    expect(monitoring?.cells[2]).toMatchObject({
      toFirst: { mean: { number: '1' } },
      toPrevious: { mean: { number: '3' } },
    });
  });

  it('say how many questions are in none of their figures, and keep the own result of each', () => {
    const other = comparisonOf([
      { label: 'Before', answers: allAt(2) },
      { label: 'After', answers: allAt(2, { ET6: 0 }), questions: GENERATIVE_QUESTIONS },
    ]);
    const rows = compareRows(other);
    expect(rows.map(({ leftOut }) => leftOut)).toEqual([5, 0, 0, 2, 1, 1, 1]);
    expect(rows[0]?.cells[1]?.toFirst).toMatchObject({ mean: { direction: 'same' }, level: { direction: 'same' } });
    expect(other.assessments.map(({ own }) => [own.questions, own.level])).toEqual([
      [30, 2],
      [35, 0],
    ]);
    expect(compareHeadline(other)).toBe('Level 2, as in “Before”; the overall mean is the same');
  });
});

describe('the headline', () => {
  const headline = (comparison: Comparison) => compareHeadline(comparison);

  it('tells what moved over time', () => {
    const two = comparisonOf([
      { label: 'Spring', answers: allAt(1) },
      { label: 'Autumn', answers: allAt(1, MONITORED) },
    ]);
    expect(headline(two)).toBe('Level 1, as in “Spring”; the overall mean rose by 0.3, most in model monitoring (+2)');
    expect(headline(three)).toContain('Level below 1 instead of 1 in “Spring”; the overall mean fell by 1');
  });

  it('ranks units', () => {
    const units = comparisonOf([
      { label: 'A', unit: 'Retail', answers: allAt(1) },
      { label: 'B', unit: 'Risk', answers: allAt(2) },
    ]);
    expect(headline(units)).toBe('B (2.0) stands highest, A (1.0) lowest');
  });
});

describe('the choice', () => {
  const head = (id: string, unit: string, day: string): AssessmentHead => ({
    id,
    name: id,
    unit,
    status: 'open',
    startedAt: `${day}T00:00:00.000Z`,
    finishedAt: null,
    questionVersion: 1,
    target: 2,
    respondents: [],
    overallLevel: 1,
    overallMean: 1,
    percentToTarget: 0.5,
    answered: 1,
    questionsAnswered: 30,
    questions: 30,
  });
  const heads = [head('c', 'Retail', '2026-09-01'), head('a', 'Retail', '2026-01-01'), head('b', 'Risk', '2026-05-01')];

  it('offers the same unit by date, and all where there is one of it', () => {
    expect(comparableIds(heads, { id: 'c', unit: 'Retail' })).toEqual(['a', 'c']);
    expect(comparableIds(heads, { id: 'b', unit: 'Risk' })).toEqual(['a', 'b', 'c']);
  });

  it('reads an address without trusting it', () => {
    expect(readIds('a, zz,b,a', heads)).toEqual(['a', 'b']);
    expect(readIds('', heads)).toEqual([]);
  });

  it('takes one in and out, by date', () => {
    expect(toggled(['c'], 'a', heads)).toEqual(['a', 'c']);
    expect(toggled(['a', 'c'], 'a', heads)).toEqual(['c']);
  });
});

it('draws the slope from left to right, broken where nothing is known', () => {
  const box = { width: 100, height: 40, margin: 5 };
  expect(slopeOf([0, 3], 3, box).path).toBe('M 5 35 L 95 5');
  const broken = slopeOf([1, null, 2], 3, box);
  expect(broken.path).toBe('M 5 25 M 95 15');
  expect(broken.points).toHaveLength(2);
});
