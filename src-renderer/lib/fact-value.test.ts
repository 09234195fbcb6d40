import { expect, it } from 'vitest';
import { factOf, factText, factWords } from './fact-value';

it('a list is written with commas and comes back as it was', () => {
  expect(factOf('countries', ' DE, FR;\nAT ,')).toEqual(['DE', 'FR', 'AT']);
  expect(factText(factOf('countries', 'DE, FR'))).toBe('DE, FR');
  expect(factOf('countries', ' ')).toEqual([]);
});

it('a text keeps its commas, and yes and no are words', () => {
  expect(factOf('outputs', ' A score, 0 to 1 ')).toBe('A score, 0 to 1');
  expect(factWords('withheld', 'no')).toBe('No');
  expect(factWords('outputs', 'no score')).toBe('no score');
});
