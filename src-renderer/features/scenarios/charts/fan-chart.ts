import type { HouseYears } from '#domain/scenarios/options/plan-axis';
import type { Pair } from '#domain/scenarios/plan/comparison-flows';
import type { SimulationResult } from '#domain/scenarios/uncertainty/simulate';
import type { ChartContent } from '../../../components/chart/chart-types';
import { linesOption } from '../../../components/chart/lines-option';
import { formatCompactMoney, formatNumber } from '../../../lib/format';
import { colourOf, levelName, levelsIn } from '../page/level-words';
import { moneyAxis } from './money-axis';
import { timeAxis } from './time-axis';

const YEAR = 12;
const BANDS = ['p10', 'p50', 'p90'] as const;

/**
 * Cumulative cost of the two levels compared: the middle run and the band that eight of ten runs lie in. Runs are summed by
 * years of the plan: they stand at the months in which these end.
 */
export function fanChart(result: SimulationResult, pair: Pair, currency: string, house: HouseYears): ChartContent {
  const levels = levelsIn(result.cumulative).filter(([key]) => key === pair.a || key === pair.b);
  const years = (levels[0]?.[1].p50.length ?? 1) - 1;
  const x = timeAxis(YEAR * years, house);
  const ends = Array.from({ length: years + 1 }, (_, year) => x.at(YEAR * year));
  const at = (value: number | undefined): string => formatCompactMoney(value ?? 0, currency);
  const told = levels.map(
    ([key, { p10, p50, p90 }]) => `${levelName(key)} ${at(p50[years])} (${at(p10[years])} to ${at(p90[years])})`,
  );
  return {
    kind: 'picture',
    words: `Cumulative cost ${house.startDate === null ? `at the end of year ${years}` : `up to ${x.say(ends.at(-1) ?? 0)}`} in ${formatNumber(result.runs)} runs, P50 with P10 to P90: ${told.join('; ')}.`,
    table: {
      columns: [
        x.column,
        ...levels.flatMap(([key]) =>
          BANDS.map((band) => ({ label: `${levelName(key)} ${band.toUpperCase()}, ${currency}`, digits: 0 })),
        ),
      ],
      rows: ends.map((place, year) => [
        x.cell(place),
        ...levels.flatMap(([, level]) => BANDS.map((band) => level[band][year] ?? null)),
      ]),
    },
    draw: (ink, size) =>
      linesOption(
        {
          x: { kind: 'value', min: 0, max: x.max, step: 1, tick: x.tick, name: x.name },
          sayX: x.say,
          y: moneyAxis(
            levels.flatMap(([, { p90 }]) => p90),
            currency,
          ),
          bands: levels.map(([key, { p10, p90 }]) => ({
            id: `${key} band`,
            points: p10.map((low, year) => [ends[year] ?? 0, low, p90[year] ?? low] as const),
            colour: colourOf(ink, key),
          })),
          lines: levels.flatMap(([key, { p10, p50, p90 }]) => {
            const points = (values: readonly number[]) =>
              values.map((value, year) => [ends[year] ?? 0, value] as const);
            const edge = { colour: colourOf(ink, key), width: 1, dashed: true };
            return [
              { id: `${key} P90`, label: 'P90', name: `${levelName(key)} P90`, points: points(p90), ...edge },
              { id: `${key} P50`, label: `${levelName(key)} P50`, points: points(p50), colour: colourOf(ink, key) },
              { id: `${key} P10`, label: 'P10', name: `${levelName(key)} P10`, points: points(p10), ...edge },
            ];
          }),
        },
        ink,
        size,
      ),
  };
}
