import fc from 'fast-check';
import { expect, it } from 'vitest';
import { levelKeys } from '../plan/inputs';
import { projectInvestment } from '../plan/project';
import { anyInputs } from '../testing/arbitrary-inputs';
import { inputsOf } from '../testing/cases';
import { explainLevel } from './explain-level';

it('says what has been paid up to a year, and what it is worth today', () => {
  const inputs = inputsOf(1);
  const { L2 } = projectInvestment(inputs).levels;
  if (!L2) throw new Error('The case has a level 2.');
  const { cumulative, pvCost } = explainLevel('L2', L2, inputs.discountRate);
  expect(cumulative[0]?.words).toBe('investment now');
  expect(cumulative[2]?.words).toBe('investment now + the cost of years 1 to 2');
  expect(cumulative[2]?.numbers.split(' + ')).toHaveLength(3);
  expect(pvCost.numbers.split(' + ')).toHaveLength(L2.yearCost.length + 1);
});

it('has the values of the projection, which its numbers add up to', () => {
  fc.assert(
    fc.property(anyInputs, (inputs) => {
      const { levels } = projectInvestment(inputs);
      for (const key of levelKeys(inputs)) {
        const level = levels[key];
        if (!level) throw new Error(key);
        const { pvCost, cumulative } = explainLevel(key, level, inputs.discountRate);
        expect(pvCost.value).toBe(level.pvCost);
        expect(cumulative.map(({ value }) => value)).toEqual(level.cumulative);
      }
    }),
  );
});
