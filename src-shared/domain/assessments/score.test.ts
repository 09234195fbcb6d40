import { describe, expect, it } from 'vitest';
import { type Answer, type AnswerChoice, type Answers, answerProblem, foreignAnswers } from './answer';
import { COMPONENTS } from './components';
import { CORE_QUESTIONS } from './questions/question-sets';
import { governanceTarget, scoreAssessment } from './score';
import { EXAMPLE_ANSWERS, EXAMPLE_COMPONENTS, EXAMPLE_TOTAL } from './testing/scoring-example';

const all = (value: AnswerChoice): Answers =>
  Object.fromEntries(CORE_QUESTIONS.questions.map(({ id }): [string, Answer] => [id, { value }]));

const component = (name: string, value: AnswerChoice): Answers =>
  Object.fromEntries(CORE_QUESTIONS.questions.filter((q) => q.component === name).map(({ id }) => [id, { value }]));

describe('the worked example', () => {
  const score = scoreAssessment({ answers: EXAMPLE_ANSWERS, target: 2 });

  it.each(COMPONENTS)('gives %s', (name) => {
    const [got, want] = [score.components[name], EXAMPLE_COMPONENTS[name]];
    expect(got.mean).toBeCloseTo(want.mean, 9);
    expect(got.range?.[0]).toBeCloseTo(want.range[0], 9);
    expect(got.range?.[1]).toBeCloseTo(want.range[1], 9);
    expect(got.percentToTarget).toBeCloseTo(want.percent, 9);
    expect(got.confidence).toBeCloseTo(want.confidence, 9);
    expect([got.level, got.levelIfUnknownsBest]).toEqual([want.level, want.best]);
    expect(got.gaps.map((gap) => [gap.id, gap.have, gap.need, gap.short])).toEqual(want.gaps);
  });

  it('gives the totals', () => {
    expect(score.overallMean).toBeCloseTo(EXAMPLE_TOTAL.mean, 9);
    expect(score.percentToTarget).toBeCloseTo(EXAMPLE_TOTAL.percent, 9);
    expect(score.answered).toBeCloseTo(EXAMPLE_TOTAL.answered, 9);
    expect(score.confidence).toBeCloseTo(EXAMPLE_TOTAL.confidence, 9);
    expect(score.overallLevel).toBe(EXAMPLE_TOTAL.level);
  });

  it('puts the largest gap first, and orders equals by component', () => {
    expect(score.gaps.map(({ id }) => id).join(' ')).toBe('CD5 FS2 MR5 ET3 ET5 CD1 CD2 CD4 MM2 MM3 MM4 MM5 MG3 MG4');
  });
});

describe('levels', () => {
  it.each([
    [0, 0],
    [1, 1],
    [2, 2],
    [3, 3],
  ] as const)('answers of %i throughout are level %i', (value, level) => {
    expect(scoreAssessment({ answers: all(value), target: 3 }).overallLevel).toBe(level);
  });

  it('nothing answered is level 0 that could still be 3', () => {
    const score = scoreAssessment({ answers: {}, target: 2 });
    expect(score).toMatchObject({ overallLevel: 0, overallLevelIfUnknownsBest: 3, overallMean: null, answered: 0 });
    expect(score.components.model_registry).toMatchObject({ mean: null, range: [0, 3], level: 0 });
    expect(score.components.feature_store.level).toBe(1);
  });

  it('a gap that keeps from level 1 comes before one of the same size that keeps from level 2', () => {
    const answers = { ...all(2), FS1: { value: 0 }, MG1: { value: 0 }, ET1: { value: 0 } } as const;
    const { gaps } = scoreAssessment({ answers, target: 2 });
    expect(gaps.map(({ id, short, gatingLevel }) => [id, short, gatingLevel])).toEqual([
      ['MG1', 2, 1],
      ['ET1', 2, 2],
      ['FS1', 1, 2],
    ]);
  });

  it('a target of its own raises one component only', () => {
    const score = scoreAssessment({ answers: all(2), target: 2, componentTargets: { model_governance: 3 } });
    expect(score.gaps.map(({ id }) => id)).toEqual(['MG1', 'MG2', 'MG3', 'MG4', 'MG5']);
    expect(score.components.model_governance).toMatchObject({ target: 3, percentToTarget: 2 / 3 });
    expect(score.components.feature_store.percentToTarget).toBe(1);
  });

  it('a high-risk model raises the target of governance, at most to 3', () => {
    expect([governanceTarget(1, true), governanceTarget(2, true), governanceTarget(3, true)]).toEqual([2, 3, 3]);
    expect(governanceTarget(1, false)).toBe(1);
  });

  it('a target that needs nothing of a component is met', () => {
    const score = scoreAssessment({ answers: all(0), target: 1 });
    expect(score.components.feature_store.percentToTarget).toBe(1);
    expect(score.components.model_registry.percentToTarget).toBe(0);
  });
});

describe('not applicable', () => {
  it('takes a component out of every overall figure', () => {
    const answers = { ...all(2), ...component('feature_store', 'not_applicable') };
    const score = scoreAssessment({ answers, target: 2 });
    expect(score).toMatchObject({ overallLevel: 2, overallMean: 2, percentToTarget: 1, answered: 1 });
    expect(score.components.feature_store).toMatchObject({
      applicable: 0,
      mean: null,
      range: null,
      level: null,
      percentToTarget: null,
      gaps: [],
    });
  });

  it('does not turn nothing into an achievement', () => {
    const score = scoreAssessment({ answers: all('not_applicable'), target: 2 });
    expect(score).toMatchObject({
      overallLevel: 0,
      overallMean: null,
      percentToTarget: null,
      confidence: 0,
      answered: 1,
    });
  });

  it('needs a reason', () => {
    expect(answerProblem({ value: 'not_applicable' })).toContain('needs a reason');
    expect(answerProblem({ value: 'not_applicable', reason: '  ' })).not.toBeNull();
    expect(answerProblem({ value: 'not_applicable', reason: 'No online models.' })).toBeNull();
    expect(answerProblem({ value: 'unknown' })).toBeNull();
  });
});

it('weights move the overall mean and nothing else', () => {
  const answers = { ...all(1), ...component('model_governance', 3) };
  const equal = scoreAssessment({ answers, target: 2 });
  const weighted = scoreAssessment({ answers, target: 2, weights: { model_governance: 5 } });
  expect(equal.overallMean).toBeCloseTo(8 / 6, 12);
  expect(weighted.overallMean).toBe(2);
  expect({ ...weighted, overallMean: null }).toEqual({ ...equal, overallMean: null });
});

it('leaves answers aside that are not asked, and names them', () => {
  const answers: Answers = { ...EXAMPLE_ANSWERS, XX9: { value: 3, grade: 3 } };
  expect(scoreAssessment({ answers, target: 2 })).toEqual(scoreAssessment({ answers: EXAMPLE_ANSWERS, target: 2 }));
  expect(foreignAnswers(answers, CORE_QUESTIONS)).toEqual(['XX9']);
});
