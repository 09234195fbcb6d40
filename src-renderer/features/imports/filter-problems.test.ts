import { expect, it } from 'vitest';
import type { Problem } from '#contract/imports/parts';
import { codeWords, filterProblems, groupKey, groupProblems } from './filter-problems';

const problem = (row: number, code: string, column: string, value: string): Problem => ({
  row,
  code,
  column,
  value,
  message: `Row ${row}: ${value} cannot be read.`,
  effect: 'value_refused',
});
const problems = [
  problem(2, 'impossible_date', 'Date Initiated', '7/16/1905'),
  problem(3, 'impossible_date', 'Date Initiated', '7/17/1905'),
  problem(3, 'unknown_value', 'Stage', 'Pilot'),
];

it('groups by what, effect and column, the largest first', () => {
  expect(groupProblems(problems).map(({ code, count }) => [code, count])).toEqual([
    ['impossible_date', 2],
    ['unknown_value', 1],
  ]);
});

it('filters by group and by words in any order', () => {
  expect(filterProblems(problems, '', '')).toHaveLength(3);
  expect(
    filterProblems(problems, groupKey({ code: 'unknown_value', effect: 'value_refused', column: 'Stage' }), ''),
  ).toEqual([problems[2]]);
  expect(filterProblems(problems, '', '1905 initiated')).toHaveLength(2);
  expect(filterProblems(problems, '', 'pilot 1905')).toEqual([]);
});

it('writes a code as words', () => {
  expect(codeWords('impossible_date')).toBe('Impossible date');
});
