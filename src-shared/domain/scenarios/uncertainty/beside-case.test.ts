import { describe, expect, it } from 'vitest';
import { planOf } from '../testing/decision-cases';
import { outsideMiddle, sayOutsideMiddle, sayRuns } from './beside-case';
import { sensitivity } from './sensitivity';
import { simulate } from './simulate';
import { tornadoEnds } from './tornado-ends';

const money = (amount: number): string => `€${Math.round(amount)}`;
const runs = { mean: 70, p25: 55, p50: 66, p75: 80 };
const rows = [
  { path: 'updatesPerYear', npvLow: 45, npvHigh: 90 },
  { path: 'levels.L1.operateFte', npvLow: 30, npvHigh: 70 },
  { path: 'levels.L3.platformFixed', npvLow: 20, npvHigh: 60 },
  { path: 'discountRate', npvLow: 49, npvHigh: 52 },
];

describe('a case beside its runs', () => {
  it('is silent in their middle half, ends included', () => {
    expect([55, 60, 80].map((npv) => sayOutsideMiddle(npv, runs, rows, money))).toEqual(['', '', '']);
    expect(outsideMiddle(54.9, runs)).toBe('below');
    expect(outsideMiddle(80.1, runs)).toBe('above');
  });

  it('says where it lies and whose ranges pull the runs away, none that pulls the other way or hardly', () => {
    expect(sayOutsideMiddle(50, runs, rows, money)).toBe(
      'With every input as entered the value is €50, below the middle half of the runs, €55 to €80; their mean is €70, their median €66, drawn there most by the range of updates per model.',
    );
  });

  it('has its mean, median, middle half and eight of ten in one sentence', () => {
    expect(sayRuns({ ...runs, p10: 40, p90: 95 }, '10,000', money)).toBe(
      'Of 10,000 runs: mean €70, median €66; half of them €55 to €80, eight of ten €40 to €95.',
    );
  });

  it('names the long upper range that makes a plan dearer than its modes say', () => {
    const inputs = planOf('A2');
    const long = { path: 'levels.L3.platformFixed', low: 350_000, mode: 400_000, high: 3_000_000 };
    const even = { path: 'levels.L3.operateFte', low: 0.09, mode: 0.1, high: 0.11 };
    const question = { inputs, compare: 'L3 vs L1', uncertain: [long, even] };
    const { base, rows: tornado } = sensitivity({ ...question, uncertain: tornadoEnds(question.uncertain) });
    const said = sayOutsideMiddle(base, simulate({ ...question, runs: 2_000, seed: 1 }), tornado, money);
    expect(said).toContain(', above the middle half of the runs, ');
    expect(said).toMatch(/, drawn there most by the range of level 3: fixed cost of the platform\.$/);
  });
});
