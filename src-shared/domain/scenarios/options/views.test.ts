import { describe, expect, it } from 'vitest';
import { planOf } from '../testing/decision-cases';
import { decide } from './decide';
import { viewsOf } from './views';

const inputs = planOf('A2');

describe('one comparison seen in other ways', () => {
  it('names three returns of the case TC1 that are not one figure', () => {
    const { returns, tei } = viewsOf({ inputs: planOf('F1'), compare: 'L2 vs L1' });
    expect(returns.tei).toBeCloseTo(3.3008, 4);
    expect(returns.presentValue).toBeCloseTo(7.6802, 4);
    expect(returns.simple).toBeCloseTo(10.25, 2);
    expect(tei.adjusted.npv).toBeCloseTo(2_578_731.33, 2);
    expect(tei.adjusted.roiTei).toBeCloseTo(2.5188, 4);
    expect(tei.plain.npv).toBeCloseTo(tei.plain.pvBenefits - tei.plain.pvCosts, 6);
  });

  it('has benefits less costs as the NPV, also against another level than today’s', () => {
    for (const compare of ['L2 vs L1', 'L3 vs L1', 'L3 vs L2']) {
      const { npv, tei } = viewsOf({ inputs, compare });
      expect(tei.plain.npv).toBeCloseTo(npv, 6);
    }
    const { levels } = decide({ inputs });
    expect(viewsOf({ inputs, compare: 'L3 vs L2' }).npv).toBeCloseTo(levels.L3?.npvVsPrevious ?? Number.NaN, 6);
  });

  it('takes own factors in place of the offered ones', () => {
    const { tei, npv } = viewsOf({ inputs, compare: 'L2 vs L1', benefit: [1, 1, 1], cost: [1, 1, 1] });
    expect(tei.adjusted.npv).toBeCloseTo(npv, 6);
  });

  it('judges over the years that are asked for, as the options do', () => {
    const { npv, years } = viewsOf({ inputs, compare: 'L3 vs L1', horizon: 9 });
    expect(years).toBe(9);
    expect(npv).toBeCloseTo(decide({ inputs, horizon: 9 }).levels.L3?.npvVsL1 ?? Number.NaN, 6);
  });
});

describe('two inputs at once', () => {
  const pathX = 'levels.L1.operateFte';
  const pathY = 'updatesPerYear';

  it('has the headline in the cell of the plan, and the ticks of the ranges', () => {
    const uncertain = [
      { path: pathX, of: { kind: 'pert', low: 0.2, mode: inputs.levels.L1?.operateFte ?? 0, high: 1 } },
      { path: pathY, of: { kind: 'rate', events: 33, exposure: 22.39 } },
    ] as const;
    const { twoWay, npv } = viewsOf({ inputs, compare: 'L3 vs L1', pathX, pathY, uncertain });
    expect(twoWay?.xs).toHaveLength(5);
    expect(twoWay?.cells[twoWay.atY]?.[twoWay.atX]?.npv).toBeCloseTo(npv, 6);
    expect(twoWay?.xs[twoWay.atX]).toBe(inputs.levels.L1?.operateFte);
  });

  it('takes ticks that are given, the plan’s own value always among them', () => {
    const plan = planOf('H1');
    const { twoWay, npv } = viewsOf({ inputs: plan, compare: 'L3 vs L1', pathX, pathY, xs: [0.2], ys: [1, 34] });
    expect(npv).toBeCloseTo(4_122_128.85, 2);
    expect(twoWay?.cells[0]?.[0]?.npv).toBeCloseTo(-571_112.42, 2);
    expect(twoWay?.ys).toContain(plan.updatesPerYear);
    expect(twoWay?.cells.at(-1)?.map(({ cheapest }) => cheapest)).toContain('L3');
  });

  it('is left out without two inputs', () => {
    expect(viewsOf({ inputs, compare: 'L2 vs L1', pathX }).twoWay).toBeNull();
  });
});

it('shows what a change-over would cost, and no change-over costs nothing', () => {
  const { dip, npv } = viewsOf({ inputs, compare: 'L2 vs L1' });
  expect(dip).toMatchObject({ months: 3, share: 0.15 });
  expect(dip.cost).toBeGreaterThan(0);
  expect(dip.npv).toBeLessThan(npv);
  const none = viewsOf({ inputs, compare: 'L2 vs L1', dip: { months: 0, share: 0.15 } });
  expect(none.dip.cost).toBe(0);
  expect(none.dip.npv).toBeCloseTo(npv, 6);
});

it.each([
  [{ compare: 'L1 vs L2' }, 'is not a comparison of this case'],
  [{ compare: 'L9 vs L1' }, 'is not a comparison of this case'],
  [{ horizon: 11 }, 'The horizon is 11 years'],
  [{ benefit: [1, 0.5, 1] as const }, 'write the least first'],
  [{ dip: { months: 3, share: 15 } }, 'a share from 0 to 1'],
  [{ pathX: 'colour', pathY: 'updatesPerYear' }, 'colour is not an input of this case'],
  [{ pathX: 'updatesPerYear', pathY: 'updatesPerYear' }, 'named twice'],
  [{ pathX: 'updatesPerYear', pathY: 'discountRate', ys: [-5] }, 'Discount rate: -5 is not possible'],
])('refuses %o', (change, words) => {
  expect(() => viewsOf({ inputs, compare: 'L2 vs L1', ...change })).toThrow(words);
});
