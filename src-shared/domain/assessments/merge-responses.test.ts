import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnswerChoice } from './answer';
import { combineResponses, type Response } from './merge-responses';

const room = (...values: AnswerChoice[]): Response[] =>
  values.map((value, index) => ({ respondent: `r${index}`, value }));

describe('the answers of several people', () => {
  it.each<[AnswerChoice[], AnswerChoice, number, boolean]>([
    [[2], 2, 0, false],
    [[1, 2], 1, 1, false],
    [[0, 1, 3], 1, 3, true],
    [[1, 1, 2, 3], 1, 2, true],
    [[1, 2, 2, 3], 2, 2, true],
    [['unknown', 2, 'unknown'], 2, 0, false],
    [['unknown', 'unknown'], 'unknown', 0, false],
    [[], 'unknown', 0, false],
    [['not_applicable', 'unknown'], 'not_applicable', 0, false],
    [['not_applicable', 2], 2, 0, true],
  ])('%j become %j', (values, value, spread, disagree) => {
    expect(combineResponses(room(...values))).toMatchObject({ value, spread, disagree, n: values.length });
  });

  it('counts those who do not know, and takes the last word of each', () => {
    const combined = combineResponses([
      { respondent: 'Ana', value: 0 },
      { respondent: 'Bo', value: 'unknown' },
      { respondent: 'Ana', value: 2 },
    ]);
    expect(combined).toMatchObject({ value: 2, unknowns: 1, notApplicable: 0, n: 2, spread: 0 });
  });

  it('two who agree are a second person, and an artefact behind another answer proves nothing for this one', () => {
    expect(combineResponses(room(1, 1)).grade).toBe(1);
    expect(combineResponses(room(1, 2)).grade).toBe(0);
    const artefact: Response[] = [...room(1, 1), { respondent: 'x', value: 3, grade: 3 }];
    expect(combineResponses(artefact)).toMatchObject({ value: 1, grade: 1 });
    expect(combineResponses([{ respondent: 'x', value: 3, grade: 2 }])).toMatchObject({ value: 3, grade: 2 });
  });
});

it('lies between the lowest and the highest, at least half are at or above it, and order does not matter', () => {
  const values = fc.array(fc.constantFrom<AnswerChoice>(0, 1, 2, 3), { minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(values, (drawn) => {
      const { value } = combineResponses(room(...drawn));
      expect(drawn).toContain(value);
      expect(drawn.filter((other) => other >= value).length).toBeGreaterThanOrEqual(drawn.length / 2);
      expect(combineResponses(room(...drawn.toReversed())).value).toBe(value);
    }),
  );
});
