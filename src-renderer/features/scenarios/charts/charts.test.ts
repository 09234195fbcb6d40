import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HouseYears } from '#domain/scenarios/options/plan-axis';
import { planOnAxis } from '#domain/scenarios/options/plan-on-axis';
import { parsePair } from '#domain/scenarios/plan/comparison-flows';
import type { InvestmentInputs } from '#domain/scenarios/plan/inputs';
import { deploymentCosts } from '#domain/scenarios/plan/marginal-cost';
import { projectInvestment } from '#domain/scenarios/plan/project';
import { presetInputs, uncertainInputs } from '#domain/scenarios/plan/scenario-presets';
import { sustainedModels } from '#domain/scenarios/plan/sustain';
import { anyInputs } from '#domain/scenarios/testing/arbitrary-inputs';
import { sensitivity } from '#domain/scenarios/uncertainty/sensitivity';
import { simulate } from '#domain/scenarios/uncertainty/simulate';
import { svgOf } from '../../../components/chart/chart-svg';
import type { ChartContent } from '../../../components/chart/chart-types';
import { sampleInk } from '../../../components/chart/testing/sample-ink';
import { beliefsOf, tornadoRows } from '../page/beliefs';
import { cashFlowChart } from './cash-flow-chart';
import { type BreaksEven, cumulativeChart } from './cumulative-chart';
import { fanChart } from './fan-chart';
import { nextDeploymentChart } from './next-deployment-chart';
import { sustainChart } from './sustain-chart';
import { shortYear } from './time-axis';
import { tornadoChart } from './tornado-chart';
import { picturesOf, yearlyCostChart } from './yearly-cost-chart';

const inputs = presetInputs('expected');
const compare = 'L2 vs L1';
const pair = parsePair(compare) ?? { a: 'L1', b: 'L2' };
const size = { width: 560, height: 280 };

const planned = { startDate: null, fiscalYearStart: 1 };
const fiscal = { startDate: '2026-11', fiscalYearStart: 4 };

function chartsOf(of: InvestmentInputs, house: HouseYears = planned): Readonly<Record<string, ChartContent>> {
  const projection = projectInvestment(of);
  const comparison = projection.comparisons[compare];
  if (!comparison) throw new Error('There is no comparison.');
  const plan = planOnAxis(of, house);
  const even = { years: comparison.payback, month: comparison.payback === null ? null : 19 };
  const uncertain = uncertainInputs(of, pair);
  const moved = sensitivity({ inputs: of, compare, uncertain });
  return {
    cumulative: cumulativeChart(plan, even, 'EUR'),
    cashFlow: cashFlowChart(plan, even, pair, 'EUR'),
    yearly: yearlyCostChart(plan, 'EUR'),
    next: nextDeploymentChart(deploymentCosts(of, 8), 'EUR'),
    sustain: sustainChart(
      sustainedModels(of, 3),
      projection.portfolio.map(({ living }) => living),
      3,
      house,
    ),
    fan: fanChart(simulate({ inputs: of, compare, uncertain, runs: 50, seed: 1 }), pair, 'EUR', house),
    tornado: tornadoChart(moved.base, tornadoRows(moved, 'EUR'), 'EUR'),
  };
}

const IMPOSSIBLE = /NaN|Infinity|undefined|null/;

describe('the charts of a case', () => {
  it.each([...Object.entries(chartsOf(inputs)), ...Object.entries(chartsOf(inputs, fiscal))])(
    '%s draws, says what it shows, and has its numbers behind it',
    (_, chart) => {
      if (chart.kind !== 'picture') throw new Error(chart.reason);
      const svg = svgOf(chart.draw(sampleInk, size), size);
      expect(svg).toContain('<path');
      expect(svg).not.toMatch(/NaN|Infinity|undefined/);
      expect(chart.words.length).toBeGreaterThan(30);
      expect(chart.words).not.toMatch(IMPOSSIBLE);
      expect(chart.table.rows.length).toBeGreaterThan(0);
      for (const row of chart.table.rows) expect(row).toHaveLength(chart.table.columns.length);
    },
  );

  it('never draw or say anything impossible, whatever the case', () => {
    fc.assert(
      fc.property(anyInputs, (of) => {
        fc.pre(of.levels.L1 !== undefined && of.levels.L2 !== undefined);
        for (const chart of [planned, fiscal].flatMap((house) => Object.values(chartsOf(of, house)))) {
          if (chart.kind === 'nothing') {
            expect(chart.reason).toMatch(/\.$/);
            continue;
          }
          expect(chart.words).not.toMatch(IMPOSSIBLE);
          expect(JSON.stringify(chart.table.rows)).not.toMatch(/NaN|Infinity/);
          expect(svgOf(chart.draw(sampleInk, size), size)).not.toMatch(/NaN|Infinity/);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('mark the payback of the projection, and nothing where there is none', () => {
    const words = (house: HouseYears, even: BreaksEven) => {
      const chart = cumulativeChart(planOnAxis(inputs, house), even, 'EUR');
      return chart.kind === 'picture' ? chart.words : '';
    };
    expect(words(planned, { years: 1.504, month: 17 })).toContain('after 1 year 6 months');
    expect(words(planned, { years: null, month: null })).not.toContain('cross');
    // With a start the date stands in the place of the time, and comes from months.
    expect(words(fiscal, { years: 1.504, month: 17 })).toContain('cross for good in Mar 2028');
    expect(words(fiscal, { years: 1.504, month: null })).not.toContain('cross');
  });

  it('tell by the house’s years what they tell by the plan’s, and name parts of a year', () => {
    const rows = (name: string, house: HouseYears) => {
      const chart = chartsOf(inputs, house)[name];
      if (chart?.kind !== 'picture') throw new Error(`There is no chart ${name}.`);
      return chart.table.rows;
    };
    const total = (of: readonly (readonly unknown[])[], column: number): number =>
      of.reduce((sum, row) => sum + Number(row[column]), 0);
    const flows = rows('cashFlow', fiscal);
    expect(flows.map(([year]) => year)).toEqual([
      'start',
      'FY 2026/27 (Nov 2026 to Mar 2027)',
      'FY 2027/28',
      'FY 2028/29',
      'FY 2029/30',
      'FY 2030/31',
      'FY 2031/32 (Apr 2031 to Oct 2031)',
    ]);
    expect(total(flows, 1)).toBeCloseTo(total(rows('cashFlow', planned), 1), 4);
    expect(rows('cumulative', fiscal).at(-1)?.slice(1)).toEqual(
      rows('cumulative', planned)
        .at(-1)
        ?.slice(1)
        .map((cost) => expect.closeTo(Number(cost), 4)),
    );
    // Runs are summed by years of the plan: they stand at its months, and at those alone.
    expect(rows('fan', fiscal).map(([month]) => month)).toEqual(
      [2026, 2027, 2028, 2029, 2030, 2031].map((year) => `${year}-11`),
    );
    expect(rows('sustain', fiscal)[0]?.[0]).toBe('year 1 (Nov 2026–Oct 2027)');
    expect(shortYear({ name: 'FY 2026/27', from: 0, to: 5 })).toBe('26/27');
    expect(shortYear({ name: 'FY 2026', from: 0, to: 5 })).toBe('2026');
    expect(shortYear({ name: 'Year 2', from: 12, to: 24 })).toBe('2');
  });
});

describe('what must be true', () => {
  const moved = sensitivity({ inputs, compare, uncertain: uncertainInputs(inputs, pair) });
  const beliefs = beliefsOf(moved, inputs, 'EUR');

  it('names the most fragile input first and the side on which it must stay', () => {
    expect(beliefs[0]?.label).toMatch(/level 2$/);
    const byHand = beliefs.find(({ path }) => path === 'levels.L1.operateFte');
    const onPlatform = beliefs.find(({ path }) => path === 'levels.L2.operateFte');
    // What is saved grows with the cost by hand and falls with the cost on the platform.
    expect(byHand?.mustBe).toMatch(/^(at least|anything)/);
    expect(onPlatform?.mustBe).toMatch(/^at most/);
  });

  it('turns the side where the case does not hold', () => {
    const poor = presetInputs('conservative', { newModels: [1, 0, 0] });
    const lost = sensitivity({ inputs: poor, compare, uncertain: uncertainInputs(poor, pair) });
    expect(lost.base).toBeLessThan(0);
    const investment = beliefsOf(lost, poor, 'EUR').find(({ path }) => path === 'levels.L2.investment');
    expect(investment?.mustBe).toMatch(/^(at most|anything)/);
  });
});

describe('names of parts', () => {
  it('never run into the next picture: where there is no room they stand beside the last alone', () => {
    const names = 80;
    for (let room = 180; room < 1_400; room += 7) {
      const { each, width, named } = picturesOf(room, 3);
      if (named === 'each') expect(each - width, String(room)).toBeGreaterThanOrEqual(names - 30);
      else expect(room - 3 * each, String(room)).toBeGreaterThanOrEqual(names - 30);
      expect(3 * each).toBeLessThanOrEqual(room + 1e-9);
    }
    expect(picturesOf(1_200, 3).named).toBe('each');
    expect(picturesOf(300, 3).named).toBe('last');
  });
});
