import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Answers, choiceOf, knownValue } from './answer';
import { COMPONENTS } from './components';
import { CORE_QUESTIONS, findQuestion } from './questions/question-sets';
import { type Score, scoreAssessment } from './score';
import { anyAnswers, anyQuestionId, anyTarget } from './testing/arbitrary-answers';

const RUNS = { numRuns: 400 };

function choiceAt(answers: Answers, id: string) {
  const question = findQuestion(CORE_QUESTIONS, id);
  return question ? choiceOf(answers, question) : 'unknown';
}

/** The figures that must not fall, component by component and over all; a missing one counts as 0. */
function levelsAndPercents(score: Score): number[] {
  const parts = COMPONENTS.map((name) => score.components[name]);
  return [
    score.overallLevel,
    score.percentToTarget ?? 0,
    ...parts.flatMap((part) => [part.level ?? 0, part.percentToTarget ?? 0, part.range?.[0] ?? 0]),
  ];
}

function means(score: Score): number[] {
  return [score.overallMean ?? 0, ...COMPONENTS.map((name) => score.components[name].mean ?? 0)];
}

function expectNoFall(before: readonly number[], after: readonly number[]): void {
  after.forEach((value, index) => {
    expect(value).toBeGreaterThanOrEqual((before[index] ?? 0) - 1e-12);
  });
}

it('a better answer never lowers a level, a mean or a percent', () => {
  let improved = 0;
  fc.assert(
    fc.property(anyAnswers, anyQuestionId, fc.integer({ min: 1, max: 3 }), anyTarget, (answers, id, by, target) => {
      const value = choiceAt(answers, id);
      if (typeof value !== 'number' || value === 3) return;
      improved += 1;
      const better = value + by >= 3 ? 3 : value + by === 2 ? 2 : 1;
      const before = scoreAssessment({ answers, target });
      const after = scoreAssessment({ answers: { ...answers, [id]: { ...answers[id], value: better } }, target });
      expectNoFall(levelsAndPercents(before), levelsAndPercents(after));
      expectNoFall(means(before), means(after));
    }),
    RUNS,
  );
  expect(improved).toBeGreaterThan(100);
});

it('learning an unknown answer never lowers a level or a percent, and the range closes', () => {
  fc.assert(
    fc.property(anyAnswers, anyQuestionId, fc.constantFrom(0, 1, 2, 3), anyTarget, (drawn, id, value, target) => {
      const answers: Answers = { ...drawn, [id]: { value: 'unknown' } };
      const before = scoreAssessment({ answers, target });
      const after = scoreAssessment({ answers: { ...answers, [id]: { value } }, target });
      expectNoFall(levelsAndPercents(before), levelsAndPercents(after));
      expect(after.overallLevelIfUnknownsBest).toBeLessThanOrEqual(before.overallLevelIfUnknownsBest);
      expect(after.answered).toBeGreaterThan(before.answered);
    }),
    RUNS,
  );
});

it('a question that does not apply counts nowhere', () => {
  fc.assert(
    fc.property(anyAnswers, anyQuestionId, anyTarget, (drawn, id, target) => {
      const answers: Answers = { ...drawn, [id]: { value: 'not_applicable', grade: 3 } };
      const { [id]: _left, ...rest } = answers;
      const questions = { ...CORE_QUESTIONS, questions: CORE_QUESTIONS.questions.filter((q) => q.id !== id) };
      expect(scoreAssessment({ answers, target })).toEqual(scoreAssessment({ answers: rest, target, questions }));
    }),
    RUNS,
  );
});

it('every range contains its mean, every share lies in 0–1, and a percent of 1 means the target level', () => {
  fc.assert(
    fc.property(anyAnswers, anyTarget, (answers, target) => {
      const score = scoreAssessment({ answers, target });
      for (const part of COMPONENTS.map((name) => score.components[name])) {
        if (part.range && part.mean !== null) {
          expect(part.range[0]).toBeLessThanOrEqual(part.mean + 1e-12);
          expect(part.range[1]).toBeGreaterThanOrEqual(part.mean - 1e-12);
        }
        for (const share of [part.confidence, part.answered, part.percentToTarget ?? 0]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1 + 1e-12);
        }
        if (part.level !== null) {
          expect(part.percentToTarget === 1).toBe(part.level >= target);
          expect(part.gaps.length === 0).toBe(part.level >= target);
          expect(part.levelIfUnknownsBest).toBeGreaterThanOrEqual(part.level);
        }
      }
    }),
    RUNS,
  );
});

it('gaps are sorted by shortfall, then by the level held back, then by component', () => {
  fc.assert(
    fc.property(anyAnswers, anyTarget, (answers, target) => {
      const { gaps } = scoreAssessment({ answers, target });
      const keys = gaps.map((gap) => [3 - gap.short, gap.gatingLevel, COMPONENTS.indexOf(gap.component)].join());
      expect(keys).toEqual(keys.toSorted());
      for (const gap of gaps) {
        expect(gap.short).toBe(gap.need - (gap.have ?? 0));
        expect(gap.have).toBe(knownValue(choiceAt(answers, gap.id)));
        expect(gap.gatingLevel).toBeLessThanOrEqual(target);
      }
    }),
    RUNS,
  );
});
