import type { FlowProjection } from '#domain/scenarios/plan/project';
import type { ChartContent } from '../../../components/chart/chart-types';
import { linesOption } from '../../../components/chart/lines-option';
import { formatCompactMoney } from '../../../lib/format';
import { colourOf, levelName, levelsIn } from '../page/level-words';
import { afterYears, yearTick, yearWords } from '../page/time-words';
import { moneyAxis } from './money-axis';

/** Cumulative cost of each level; `payback` marks where the compared pair breaks even (years), if it does. */
export function cumulativeChart(projection: FlowProjection, payback: number | null, currency: string): ChartContent {
  const levels = levelsIn(projection.levels);
  const years = projection.portfolio.length;
  const axis = moneyAxis(
    levels.flatMap(([, { cumulative }]) => cumulative),
    currency,
  );
  const last = levels.map(
    ([key, { cumulative }]) => `${levelName(key)} ${formatCompactMoney(cumulative[years] ?? 0, currency)}`,
  );
  const crosses = payback !== null && payback > 0;
  return {
    kind: 'picture',
    words: `Cost from now to the end of year ${years}: ${last.join(', ')}. ${crosses ? `The lines cross for good ${afterYears(payback)}.` : ''}`,
    table: {
      columns: [
        { label: 'end of year', digits: 0 },
        ...levels.map(([key]) => ({ label: `${levelName(key)}, ${currency}`, digits: 0 })),
      ],
      rows: Array.from({ length: years + 1 }, (_, year) => [
        year,
        ...levels.map(([, { cumulative }]) => cumulative[year] ?? null),
      ]),
    },
    draw: (ink, size) =>
      linesOption(
        {
          x: { kind: 'value', min: 0, max: years, step: 1, tick: yearTick, name: 'end of year' },
          sayX: yearWords,
          y: axis,
          lines: levels.map(([key, { cumulative }]) => ({
            id: key,
            label: levelName(key),
            points: cumulative.map((cost, year) => [year, cost] as const),
            colour: colourOf(ink, key),
          })),
          marks: crosses ? [{ x: payback, label: `breaks even ${afterYears(payback)}`, colour: ink.faint }] : [],
        },
        ink,
        size,
      ),
  };
}
