import { describe, expect, it } from 'vitest';
import { decide } from './decide';
import type { DecisionInputs } from './decision-inputs';
import { viewsOf } from './views';

/**
 * A plan that a pencil follows: ten models, none new, two years, no inflation, 10 %. Level 1 takes half a person a model,
 * level 2 a fifth, at once, for 200,000 and a platform of 60,000 a year; a person costs 100,000.
 */
const none = {
  deployFte: 0,
  deployWeeks: 0,
  retrainHours: 0,
  incidentsPerModel: 0,
  platformFixed: 0,
  platformPerModel: 0,
  investment: 0,
};
const inputs: DecisionInputs = {
  loadedAnnual: 100_000,
  weeksPerYear: 50,
  hoursPerYear: 2_000,
  discountRate: 0.1,
  incidentCost: 0,
  updatesPerYear: 4,
  modelsAtStart: 10,
  newModels: [0, 0],
  levels: {
    L1: { ...none, operateFte: 0.5 },
    L2: { ...none, operateFte: 0.2, investment: 200_000, platformFixed: 60_000 },
  },
};
const accounts = { depreciationYears: 3, taxRate: 0.3 };
const { levels } = decide({ inputs, accounts, startDate: '2027-01' });
const [L1, L2] = [levels.L1, levels.L2];
const views = viewsOf({ inputs, compare: 'L2 vs L1' });

describe('by hand', () => {
  it('costs 500,000 a year, or 200,000 and then 260,000', () => {
    expect(L1?.yearCost).toEqual([500_000, 500_000]);
    expect(L2?.yearCost).toEqual([260_000, 260_000]);
    // 240,000 × (1/1.1 + 1/1.21) − 200,000
    expect(L2?.npvVsL1).toBeCloseTo(216_528.93, 2);
    expect(L2?.paybackVsL1).toBeCloseTo(200 / 240, 9);
    expect(L2?.peakFunding).toBe(200_000);
  });

  it('costs 26,000 a model and 6,500 a release', () => {
    expect(L2?.unitCosts).toEqual([
      { perModel: 26_000, perRelease: 6_500 },
      { perModel: 26_000, perRelease: 6_500 },
    ]);
    expect(L2?.onAxis.unitCosts[1]?.perModel).toBeCloseTo(26_000, 6);
    expect(L2?.onAxis.unitCosts[1]?.perRelease).toBeCloseTo(6_500, 6);
  });

  it('has three returns: 140 %, 108 % of present values, 71 % gross', () => {
    expect(views.returns.simple).toBeCloseTo((480 - 200) / 200, 9);
    expect(views.returns.presentValue).toBeCloseTo(216_528.93 / 200_000, 6);
    // Saved on people 300,000 a year; the platform is a cost beside the investment.
    expect(views.returns.tei).toBeCloseTo(216_528.93 / 304_132.23, 6);
  });

  it('is adjusted for risk as in TEI: nine tenths of the benefits, eleven of the costs', () => {
    const { plain, adjusted, benefitFactor, costFactor } = views.tei;
    expect([benefitFactor, costFactor]).toEqual([expect.closeTo(0.9, 12), expect.closeTo(1.1, 12)]);
    expect(plain.pvBenefits).toBeCloseTo(520_661.16, 2);
    expect(plain.pvCosts).toBeCloseTo(304_132.23, 2);
    expect(adjusted.npv).toBeCloseTo(134_049.59, 2);
    expect(adjusted.roiTei).toBeCloseTo(134_049.59 / 334_545.45, 6);
    // −220,000, then 0.9 × 300,000 − 1.1 × 60,000 = 204,000 a year.
    expect(adjusted.payback).toBeCloseTo(1 + 16 / 204, 9);
  });

  it('loses 15 % of three months of work while people change over', () => {
    expect(views.dip.cost).toBeCloseTo((0.15 * 3 * 200_000) / 12, 6);
    expect(views.dip.npv).toBeCloseTo(216_528.93 - 7_500 / 1.1, 2);
    expect(views.dip.payback).toBeCloseTo(200 / 232.5, 9);
    // From the second month on, and for two and a half.
    const late = { ...inputs.levels.L2, ...none, operateFte: 0.2, delayMonths: 1, dipMonths: 2.5, dipShare: 0.15 };
    const answer = decide({ inputs: { ...inputs, levels: { ...inputs.levels, L2: late } } });
    expect(answer.levels.L2?.yearParts[0]?.dip).toBeCloseTo((0.15 * 2.5 * 200_000) / 12, 6);
    // 6,250 over what a person costs a year.
    expect(answer.levels.L2?.people[0]?.dip).toBeCloseTo(0.0625, 9);
  });

  it('is depreciated over three years, the rest written off at the end, and saves tax', () => {
    const third = 200_000 / 3;
    const books = L2?.booked;
    expect(books?.capital).toEqual([200_000, 0]);
    expect(books?.operating).toEqual([260_000, 260_000]);
    expect(books?.depreciation).toEqual([expect.closeTo(third, 6), expect.closeTo(2 * third, 6)]);
    expect(books?.taxSaved).toEqual([expect.closeTo(98_000, 6), expect.closeTo(118_000, 6)]);
    expect(books?.costAfterTax).toEqual([200_000, expect.closeTo(162_000, 6), expect.closeTo(142_000, 6)]);
    expect(books?.pvCostAfterTax).toBeCloseTo(200_000 + 162_000 / 1.1 + 142_000 / 1.21, 6);
    const saved = (L1?.booked?.pvCostAfterTax ?? 0) - (books?.pvCostAfterTax ?? 0);
    expect(saved).toBeCloseTo(142_809.92, 2);
    // Without tax and with the whole as operating cost it is the NPV again.
    const plain = decide({ inputs, accounts: { capitalShare: { investment: 0 }, depreciationYears: 0, taxRate: 0 } });
    const before = (plain.levels.L1?.booked?.pvCostAfterTax ?? 0) - (plain.levels.L2?.booked?.pvCostAfterTax ?? 0);
    expect(before).toBeCloseTo(216_528.93, 2);
  });

  it('agrees: capital and operating, once and running, parts and budget are one total', () => {
    for (const level of [L1, L2]) {
      const { onAxis, totalCost, yearParts, investment, budget } = level ?? {};
      const sum = (values: readonly number[] = []): number => values.reduce((all, value) => all + value, 0);
      const books = onAxis?.booked;
      expect(sum(books?.capital) + sum(books?.operating)).toBeCloseTo(totalCost ?? Number.NaN, 6);
      for (const [at, cost] of (onAxis?.cost ?? []).entries()) {
        const booked = (books?.capital[at] ?? 0) + (books?.operating[at] ?? 0);
        expect(booked).toBeCloseTo(cost + (onAxis?.investment[at] ?? 0), 6);
      }
      const parts = (yearParts ?? []).flatMap((year) => Object.values(year));
      expect(sum(parts) + (investment ?? 0)).toBeCloseTo(totalCost ?? Number.NaN, 6);
      const once = (budget ?? []).map(({ cents }) => cents.investment + cents.dip + cents.exit + cents.hiring);
      const running = (budget ?? []).map(({ cents }) =>
        sum([cents.deploy, cents.operate, cents.retrain, cents.incident, cents.platform, cents.lines]),
      );
      expect(sum(once) + sum(running)).toBe(sum(budget?.map(({ total }) => total)));
      expect((sum(once) + sum(running)) / 100).toBeCloseTo(totalCost ?? Number.NaN, 6);
    }
    expect(L2?.budget).toHaveLength(8);
    expect(L2?.budget?.[0]).toMatchObject({ year: 'FY 2027', quarter: 1, total: 100 * (200_000 + 65_000) });
  });
});
