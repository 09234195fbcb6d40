import { describe, expect, it } from 'vitest';
import { allStated, countStatements, statedFrom, statedMonitoring } from './monitoring-statement';

describe('statedMonitoring', () => {
  it.each([
    ['No monitoring protocols have been established: Necessary infrastructure is not available.', 0],
    [' intermittent and manually updated: A plan is in place. ', 1],
    ['Automated and Regularly Scheduled Updates', 2],
    ['Established Process of Machine Learning Operations: Alongside automated testing', 3],
    ['Not Applicable', null],
    ['AI is not safety or rights-impacting.', null],
    ['yes', null],
    ['', null],
  ])('%j is %s', (text, answer) => {
    expect(statedMonitoring(text)).toBe(answer);
  });
});

it('adds up what is stated and leaves out what says nothing', () => {
  const counts = countStatements([
    { text: 'Intermittent and Manually Updated: A plan', count: 47 },
    { text: 'Intermittent and Manually Updated', count: 1 },
    { text: 'N/A', count: 90 },
    { text: 'Established Process of Machine Learning Operations', count: 5 },
  ]);
  expect(counts).toEqual([0, 48, 0, 5]);
  expect(allStated(counts)).toBe(53);
  expect([0, 1, 2, 3].map((answer) => statedFrom(counts, answer as 0 | 1 | 2 | 3))).toEqual([53, 53, 5, 5]); // of 0–3
});
