import { describe, expect, it } from 'vitest';
import { planOf, STAGED } from '../testing/decision-cases';
import { budgetTotal, monthlyBudget } from './budget';
import { decide } from './decide';
import { heldBack, hiresOver } from './hiring';
import { costsOfOptions } from './option-figures';
import { totalOf } from './option-result';
import { withHiring } from './team';
import { grossFlows } from './tei-view';
import { viewsOf } from './views';

// Case C2: 10 models at the start, a team of 8, at most 16, 30,000 a hire; level 1 hires 1, 3 and 4.
const inputs = planOf('C2');
const team = { teamToday: 8, ceiling: 16, hiringCost: 30_000, hireMonths: 4, newHireRampMonths: 6 };
const question = { inputs, paths: [STAGED], startDate: '2026-11', fiscalYearStart: 4, currency: 'EUR' };
const without = decide({ ...question, team });
const counted = decide({ ...question, team: { ...team, inCosts: true } });
const L1 = { off: without.levels.L1, on: counted.levels.L1 };
const L3 = { off: without.levels.L3, on: counted.levels.L3 };

describe('hiring in the costs', () => {
  it('is in none of them until somebody asks', () => {
    const bare = decide(question);
    expect(without.levels.L1?.team?.pvHiring).toBeGreaterThan(0);
    expect(without.levels.L1?.pvCost).toBe(bare.levels.L1?.pvCost);
    expect(L1.off?.yearParts.every(({ hiring }) => hiring === 0)).toBe(true);
    expect(without.sentence).toBe(bare.sentence);
  });

  it('adds what each option hires, by hand: 1, 3 and 4 people at the prices of their years', () => {
    const i = 1 + (inputs.inflation ?? 0);
    const hires = [1, 3, 4, 0, 0].map((count, year) => 30_000 * count * i ** year);
    expect(L1.on?.yearParts.map(({ hiring }) => hiring)).toEqual(hires.map((cost) => expect.closeTo(cost, 6)));
    for (const [year, cost] of hires.entries()) {
      expect((L1.on?.yearCost[year] ?? 0) - (L1.off?.yearCost[year] ?? 0)).toBeCloseTo(cost, 6);
    }
    const pv = hires.reduce((sum, cost, year) => sum + cost / (1 + inputs.discountRate) ** (year + 1), 0);
    expect(pv).toBeCloseTo(191_810.67, 2);
    expect((L1.on?.pvCost ?? 0) - (L1.off?.pvCost ?? 0)).toBeCloseTo(pv, 6);
  });

  it('is the cost of hiring that the team shows, in every option, and moves each NPV by the difference', () => {
    const options = [counted.levels.L1, counted.levels.L2, counted.levels.L3, counted.paths[STAGED.id]];
    const before = [without.levels.L1, without.levels.L2, without.levels.L3, without.paths[STAGED.id]];
    const today = options[0]?.team?.pvHiring ?? Number.NaN;
    for (const [at, option] of options.entries()) {
      expect(option?.yearParts.map(({ hiring }) => hiring)).toEqual(option?.team?.years.map((year) => year.hiringCost));
      const moved = today - (option?.team?.pvHiring ?? Number.NaN);
      expect((option?.npvVsL1 ?? 0) - (before[at]?.npvVsL1 ?? 0)).toBeCloseTo(moved, 6);
    }
  });

  it('is kept whole: parts make years, months make years, quarters make the total, and nothing else moves', () => {
    const [costs, plain] = [withHiring(inputs, { ...team, inCosts: true }), inputs].map(
      (of) => costsOfOptions(of, [STAGED])[0],
    );
    if (!costs || !plain) throw new Error('The path has costs.');
    for (const [year, parts] of costs.yearParts.entries()) {
      expect(totalOf(parts)).toBeCloseTo(costs.yearCost[year] ?? Number.NaN, 6);
      expect({ ...parts, hiring: 0 }).toEqual(plain.yearParts[year]);
      const months = costs.monthParts.slice(12 * year, 12 * year + 12).map(({ hiring }) => hiring);
      // The search begins with the year.
      expect(months).toEqual([parts.hiring, ...Array.from({ length: 11 }, () => 0)]);
    }
    const cents = monthlyBudget(costs).reduce((sum, month) => sum + budgetTotal(month), 0);
    const whole = costs.yearCost.reduce((sum, cost) => sum + cost, costs.investment);
    expect(Math.abs(cents / 100 - whole)).toBeLessThan(0.01);
    for (const { budget, totalCost } of Object.values(counted.levels)) {
      const total = budget?.reduce((sum, quarter) => sum + quarter.total, 0) ?? Number.NaN;
      expect(Math.abs(total / 100 - totalCost)).toBeLessThan(0.05);
    }
  });

  it('moves the deepest point: what an option hires at once it pays at once', () => {
    const few = { ...team, teamToday: 0, hiringCost: 200_000 };
    const off = decide({ ...question, team: few });
    const on = decide({ ...question, team: { ...few, inCosts: true } });
    const first = (of: typeof on) => of.levels.L2?.peakFunding ?? 0;
    expect(first(on)).not.toBeCloseTo(first(off), 0);
    for (const key of ['L2', 'L3'] as const) {
      const { flowsVsL1 = [], npvVsL1 } = on.levels[key] ?? {};
      const npv = flowsVsL1.reduce((sum, flow, t) => sum + flow / (1 + inputs.discountRate) ** t, 0);
      expect(npv).toBeCloseTo(npvVsL1 ?? Number.NaN, 6);
    }
  });

  it('is in every view of the trade, each side gross, and in every run', () => {
    const asked = { inputs, compare: 'L3 vs L1', pathX: 'updatesPerYear', pathY: 'loadedAnnual' };
    const views = viewsOf({ ...asked, team: { ...team, inCosts: true } });
    expect(views.npv).toBeCloseTo(L3.on?.npvVsL1 ?? Number.NaN, 6);
    expect(views.twoWay?.cells[0]?.[0]?.npv).toBeCloseTo(views.npv, 6);
    expect(viewsOf({ ...asked, team }).npv).toBeCloseTo(L3.off?.npvVsL1 ?? Number.NaN, 6);
    const [today, option] = costsOfOptions(withHiring(inputs, { ...team, inCosts: true }), [
      { id: 'L1', steps: [] },
      { id: 'L3', steps: [{ level: 'L3', startMonth: 0 }] },
    ]);
    if (!today || !option) throw new Error('Both have costs.');
    const { benefits, costs } = grossFlows(today, option);
    for (const [t, benefit] of benefits.entries()) {
      expect(benefit - (costs[t] ?? 0)).toBeCloseTo(L3.on?.flowsVsL1[t] ?? Number.NaN, 6);
    }
    const own = inputs.updatesPerYear;
    const nearly = { kind: 'pert' as const, low: own * (1 - 1e-9), mode: own, high: own * (1 + 1e-9) };
    const uncertain = [{ path: 'updatesPerYear', of: nearly }];
    const runs = decide({ inputs, team: { ...team, inCosts: true }, uncertain, runs: 5 });
    expect(runs.simulation?.pairs['L3 vs L1']?.p50).toBeCloseTo(L3.on?.npvVsL1 ?? Number.NaN, 1);
  });

  it('turns where prices say so: the cheapest just below and above each turn is another', () => {
    const dear = { ...team, ceiling: 200, hiringCost: 60_000, inCosts: true };
    const { turns } = decide({ inputs, team: dear });
    expect(turns.length).toBeGreaterThan(0);
    for (const turn of turns.filter(({ by }) => by === 'updatesPerYear' || by === 'discountRate')) {
      const at = (value: number) => decide({ inputs: { ...inputs, [turn.by]: value }, team: dear }).cheapest;
      const step = 1e-6 * Math.max(1, turn.at);
      expect([at(turn.at - step), at(turn.at + step)]).toEqual([turn.from, turn.to]);
    }
  });

  it('is said wherever the figures are said, with what the ceiling holds back', () => {
    expect(counted.words.headline).toMatch(
      /, over 5 years, hiring included$|costs least over 5 years, hiring included$/,
    );
    expect(counted.words.hiring).toMatch(
      /^Hiring is in these costs: 8 people for level 1, 2 people for level 2 and nobody for level 3\./,
    );
    expect(counted.words.hiring).toContain('11 people more at level 1 than the ceiling of 16 people allows');
    expect(counted.sentence).toContain(counted.words.hiring);
    expect(without.words.hiring).toBe('');
  });

  it('needs the ceiling and what a hire costs', () => {
    const asked = () => decide({ inputs, team: { teamToday: 8, inCosts: true } });
    expect(asked).toThrow('Hiring can be in the costs once two things are given');
  });
});

it('hires whole people up to the ceiling, and says whom it cannot hire', () => {
  expect(hiresOver(team, [8.26, 11.795, 16.52, 21.28, 26.04])).toEqual([1, 3, 4, 0, 0]);
  expect(heldBack(team, [8.26, 11.795, 16.52, 21.28, 26.04])).toBe(11);
  expect(hiresOver({ teamToday: 8 }, [100])).toEqual([0]);
  expect(heldBack({ ...team, ceiling: 30 }, [26.04])).toBe(0);
});
