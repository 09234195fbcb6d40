import { expect, it } from 'vitest';
import { comparedBy, compareInAddress, readScenarioSearch } from './scenario-search';

it('keeps what says how a scenario is looked at, and nothing else', () => {
  const view = { compare: 'L3-L1', years: 7, if: 'salary,slip', mid: 1, team: 12 } as const;
  expect(readScenarioSearch({ ...view, other: 'x' })).toEqual(view);
  expect(readScenarioSearch({ compare: 'L1-L3', years: 99, if: '<b>', mid: 2, team: -1 })).toEqual({ if: 'b' });
  expect(readScenarioSearch({})).toEqual({});
});

it('reads a comparison back as it was written', () => {
  for (const compare of ['L2 vs L1', 'L3 vs L1', 'L3 vs L2'])
    expect(comparedBy({ compare: compareInAddress(compare) })).toBe(compare);
  expect(comparedBy({ compare: 'L1-L2' })).toBeNull();
  expect(comparedBy({})).toBeNull();
});
