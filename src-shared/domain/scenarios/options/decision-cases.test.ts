import { expect, it } from 'vitest';
import { DECISION_CASES, type DecisionCase, type Difference, differences, planOf } from '../testing/decision-cases';
import { answerOf } from './testing/answer-case';

let looked = 0;

function missed({ id, plan, ask, expected }: DecisionCase): Difference[] {
  const inputs = plan === undefined ? null : planOf(id);
  return Object.entries(expected).flatMap(([kind, values]) =>
    differences(answerOf(kind, inputs, ask[kind], ask), values, `${id}.${kind}`, () => {
      looked += 1;
    }),
  );
}

/** Simulated or in closed form: held against the runs in joint-simulation.test.ts. */
const SIMULATED = ['G1', 'G2', 'M1'];

it.each(DECISION_CASES.filter(({ id }) => !SIMULATED.includes(id)))('case $id: $about', (worked) => {
  expect(missed(worked)).toEqual([]);
});

it('looks at every value of every case', () => {
  expect(DECISION_CASES).toHaveLength(39);
  expect(looked).toBeGreaterThan(2_200);
});
