import type { Pair } from '#domain/scenarios/plan/comparison-flows';
import type { FlowFigures } from '#domain/scenarios/plan/project';
import { type ChartContent, nothingToShow } from '../../../components/chart/chart-types';
import { linesOption } from '../../../components/chart/lines-option';
import { formatCompactMoney } from '../../../lib/format';
import { colourOf, pairWords } from '../page/level-words';
import { afterYears, yearTick, yearWords } from '../page/time-words';
import { moneyAxis } from './money-axis';

/** What has been saved by the end of each year. */
export function runningSums(flows: readonly number[]): readonly number[] {
  let sum = 0;
  return flows.map((flow) => {
    sum += flow;
    return sum;
  });
}

/** What the higher level saves each year, and the running sum with its payback. */
export function cashFlowChart(comparison: FlowFigures, pair: Pair, currency: string): ChartContent {
  const { flows, payback } = comparison;
  if (flows.every((flow) => flow === 0)) {
    return nothingToShow('Both levels cost the same in every year, so there is no flow to show.');
  }
  const sums = runningSums(flows);
  const years = flows.length - 1;
  const end = formatCompactMoney(sums[years] ?? 0, currency);
  const back = payback === null ? 'It is not paid back within the plan.' : `It is paid back ${afterYears(payback)}.`;
  return {
    kind: 'picture',
    words: `What ${pairWords(pair)} saves by year, undiscounted: ${end} in all. ${back}`,
    table: {
      columns: [
        { label: 'year', digits: 0 },
        { label: `saved, ${currency}`, digits: 0 },
        { label: `saved so far, ${currency}`, digits: 0 },
      ],
      rows: flows.map((flow, year) => [year, flow, sums[year] ?? null]),
    },
    draw: (ink, size) =>
      linesOption(
        {
          x: {
            kind: 'value',
            min: -1,
            max: years + 1,
            step: 1,
            tick: (x) => (x >= 0 && x <= years ? yearTick(x) : ''),
            name: 'year',
          },
          sayX: yearWords,
          y: moneyAxis([...flows, ...sums], currency),
          bars: [
            {
              id: 'flow',
              label: 'saved in the year',
              points: flows.map((flow, year) => [year, flow] as const),
              colour: colourOf(ink, pair.b),
              width: Math.max(6, Math.min(28, size.width / (years + 2) / 2.4)),
            },
          ],
          lines: [
            {
              id: 'sum',
              label: 'so far',
              points: sums.map((sum, year) => [year, sum] as const),
              colour: ink.text,
              width: 1.5,
              dots: true,
            },
          ],
          marks:
            payback !== null && payback > 0
              ? [{ x: payback, label: `paid back ${afterYears(payback)}`, colour: ink.faint }]
              : [],
        },
        ink,
        size,
      ),
  };
}
