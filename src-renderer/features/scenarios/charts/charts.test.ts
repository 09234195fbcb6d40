import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
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
import { COST_PARTS, costParts } from '../page/cost-parts';
import { cashFlowChart } from './cash-flow-chart';
import { cumulativeChart } from './cumulative-chart';
import { fanChart } from './fan-chart';
import { nextDeploymentChart } from './next-deployment-chart';
import { sustainChart } from './sustain-chart';
import { tornadoChart } from './tornado-chart';
import { picturesOf, yearlyCostChart } from './yearly-cost-chart';

const inputs = presetInputs('expected');
const compare = 'L2 vs L1';
const pair = parsePair(compare) ?? { a: 'L1', b: 'L2' };
const size = { width: 560, height: 280 };

function chartsOf(of: InvestmentInputs): Readonly<Record<string, ChartContent>> {
  const projection = projectInvestment(of);
  const comparison = projection.comparisons[compare];
  if (!comparison) throw new Error('There is no comparison.');
  const uncertain = uncertainInputs(of, pair);
  const moved = sensitivity({ inputs: of, compare, uncertain });
  return {
    cumulative: cumulativeChart(projection, comparison.payback, 'EUR'),
    cashFlow: cashFlowChart(comparison, pair, 'EUR'),
    yearly: yearlyCostChart(projection, 'EUR'),
    next: nextDeploymentChart(deploymentCosts(of, 8), 'EUR'),
    sustain: sustainChart(
      sustainedModels(of, 3),
      projection.portfolio.map(({ living }) => living),
      3,
    ),
    fan: fanChart(simulate({ inputs: of, compare, uncertain, runs: 50, seed: 1 }), pair, 'EUR'),
    tornado: tornadoChart(moved.base, tornadoRows(moved, 'EUR'), 'EUR'),
  };
}

const IMPOSSIBLE = /NaN|Infinity|undefined|null/;

describe('the charts of a case', () => {
  it.each(Object.entries(chartsOf(inputs)))(
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
        for (const chart of Object.values(chartsOf(of))) {
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
    const projection = projectInvestment(inputs);
    const words = (payback: number | null) => {
      const chart = cumulativeChart(projection, payback, 'EUR');
      return chart.kind === 'picture' ? chart.words : '';
    };
    expect(words(1.504)).toContain('after 1 year 6 months');
    expect(words(null)).not.toContain('cross');
  });
});

it('splits every year into parts that add up to what is paid', () => {
  fc.assert(
    fc.property(anyInputs, (of) => {
      for (const level of Object.values(projectInvestment(of).levels)) {
        level?.yearCost.forEach((paid, year) => {
          const parts = costParts(level, year);
          const sum = COST_PARTS.reduce((total, part) => total + parts[part], 0);
          expect(Math.abs(sum - paid)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(paid)));
        });
      }
    }),
    { numRuns: 50 },
  );
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
