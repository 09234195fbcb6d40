import { describe, expect, it } from 'vitest';
import { type Demand, growthAdditions, planPoints } from './plan-points';

const demand: Demand = { models: 14, updatesPerYear: 12, growthModels: 12, growthUpdatesPerYear: 4 };
const counts = (change: Partial<Demand>) => planPoints({ ...demand, ...change }, '2026-11').map(({ models }) => models);

describe('planPoints', () => {
  it('spreads the growth evenly over two years', () => {
    expect(planPoints(demand, '2026-11')).toEqual([
      { months: 0, label: 'today', models: 14, load: 168 },
      { months: 6, label: '+6', models: 17, load: 180 },
      { months: 12, label: '+12', models: 20, load: 192 },
      { months: 18, label: '+18', models: 23, load: 204 },
      { months: 24, label: '+24', models: 26, load: 216 },
    ]);
  });

  it('stays where it is without a plan', () => {
    expect(counts({ growthModels: 0 })).toEqual([14, 14, 14, 14, 14]);
  });

  it('takes retired models out with the updates that they have today, never below none', () => {
    expect(counts({ growthModels: -12 })).toEqual([14, 11, 8, 5, 2]);
    expect(planPoints({ ...demand, growthModels: -12 }, '2026-11').at(-1)?.load).toBe(24);
    expect(counts({ growthModels: -48 }).at(-1)).toBe(0);
  });

  it('reaches the whole number by the end, whatever the fraction a month', () => {
    for (const growthModels of [1, 5, 7, 13, 100]) expect(counts({ growthModels }).at(-1)).toBe(14 + growthModels);
    expect(growthAdditions({ ...demand, growthModels: 1 }, '2026-11')).toHaveLength(1);
  });
});
