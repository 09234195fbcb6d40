import type { PlanOnAxis } from '#domain/scenarios/options/plan-on-axis';
import type { Pair } from '#domain/scenarios/plan/comparison-flows';
import { type ChartContent, nothingToShow } from '../../../components/chart/chart-types';
import { linesOption } from '../../../components/chart/lines-option';
import { formatCompactMoney } from '../../../lib/format';
import { colourOf, pairWords } from '../page/level-words';
import { type BreaksEven, breaksEvenAt } from './cumulative-chart';
import { moneyAxis } from './money-axis';
import { periodWords, shortYear, yearsName } from './time-axis';

/** What has been saved by the end of each year. */
export function runningSums(flows: readonly number[]): readonly number[] {
  let sum = 0;
  return flows.map((flow) => {
    sum += flow;
    return sum;
  });
}

/** What b costs less than a: at the start, then in each year of the axis. */
export function savedOnAxis({ levels }: PlanOnAxis, { a, b }: Pair): readonly number[] {
  const [other, own] = [levels[a], levels[b]];
  if (!other || !own) return [];
  return [other.investment - own.investment, ...own.cost.map((cost, at) => (other.cost[at] ?? 0) - cost)];
}

/** What the higher level saves each year, and the running sum with its payback. */
export function cashFlowChart(plan: PlanOnAxis, even: BreaksEven, pair: Pair, currency: string): ChartContent {
  const { axis, house } = plan;
  const flows = savedOnAxis(plan, pair);
  if (flows.every((flow) => flow === 0)) {
    return nothingToShow('Both levels cost the same in every year, so there is no flow to show.');
  }
  const sums = runningSums(flows);
  const years = flows.length - 1;
  const start = house.startDate === null ? 'now' : 'start';
  const say = (at: number): string => {
    const period = axis[at - 1];
    return period === undefined ? start : periodWords(period, house);
  };
  const crosses = breaksEvenAt(plan, even);
  // A year of the axis is one place, also where it is a part of one.
  const within = crosses === null ? -1 : axis.findIndex(({ to }) => crosses.month <= to);
  const period = axis[within];
  const at = crosses && period ? within + (crosses.month - period.from) / (period.to - period.from) : null;
  const end = formatCompactMoney(sums[years] ?? 0, currency);
  const never = (house.startDate === null ? even.years : even.month) === null;
  const back = crosses
    ? `It is paid back ${crosses.when}.`
    : never
      ? 'It is not paid back within the plan.'
      : 'It is never behind.';
  return {
    kind: 'picture',
    words: `What ${pairWords(pair)} saves by year, undiscounted: ${end} in all. ${back}`,
    table: {
      columns: [
        { label: yearsName(house) },
        { label: `saved, ${currency}`, digits: 0 },
        { label: `saved so far, ${currency}`, digits: 0 },
      ],
      rows: flows.map((flow, year) => [say(year), flow, sums[year] ?? null]),
    },
    draw: (ink, size) =>
      linesOption(
        {
          x: {
            kind: 'value',
            min: -1,
            max: years + 1,
            step: 1,
            tick: (x) => {
              const of = axis[x - 1];
              return x === 0 ? start : of === undefined ? '' : shortYear(of);
            },
            name: yearsName(house),
          },
          sayX: say,
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
          marks: crosses && at !== null ? [{ x: at, label: `paid back ${crosses.when}`, colour: ink.faint }] : [],
        },
        ink,
        size,
      ),
  };
}
