import { sayMonth } from '#domain/base/calendar';
import { calendarMonth } from '#domain/scenarios/options/plan-calendar';
import type { PlanOnAxis } from '#domain/scenarios/options/plan-on-axis';
import type { ChartContent } from '../../../components/chart/chart-types';
import { linesOption } from '../../../components/chart/lines-option';
import { formatCompactMoney } from '../../../lib/format';
import { colourOf, levelName, levelsIn } from '../page/level-words';
import { afterYears } from '../page/time-words';
import { moneyAxis } from './money-axis';
import { timeAxis } from './time-axis';

/** When the compared pair breaks even: in years of the plan and, for a date, the month after which it is never behind. */
export interface BreaksEven {
  /** Years; `null`: not within the plan. */
  readonly years: number | null;
  readonly month: number | null;
}

/** In words, and where on an axis of time; `null`: never, or from the start. */
export function breaksEvenAt({ house }: PlanOnAxis, { years, month }: BreaksEven) {
  const { startDate } = house;
  if (startDate === null) return years === null || years <= 0 ? null : { month: 12 * years, when: afterYears(years) };
  if (month === null || month <= 0) return null;
  return { month, when: `in ${sayMonth(calendarMonth(startDate, month))}` };
}

/** Cumulative cost of each level, and where the compared pair breaks even, if it does. */
export function cumulativeChart(plan: PlanOnAxis, even: BreaksEven, currency: string): ChartContent {
  const { house, months } = plan;
  const levels = levelsIn(plan.levels);
  const x = timeAxis(months, house);
  const axis = moneyAxis(
    levels.flatMap(([, { running }]) => running),
    currency,
  );
  const last = levels.map(
    ([key, { running }]) => `${levelName(key)} ${formatCompactMoney(running.at(-1) ?? 0, currency)}`,
  );
  const crosses = breaksEvenAt(plan, even);
  return {
    kind: 'picture',
    words: `Cost from the start to ${house.startDate === null ? 'the ' : ''}${x.say(x.places.at(-1) ?? 0)}: ${last.join(', ')}. ${crosses ? `The lines cross for good ${crosses.when}.` : ''}`,
    table: {
      columns: [x.column, ...levels.map(([key]) => ({ label: `${levelName(key)}, ${currency}`, digits: 0 }))],
      rows: x.places.map((place, at) => [x.cell(place), ...levels.map(([, { running }]) => running[at] ?? null)]),
    },
    draw: (ink, size) =>
      linesOption(
        {
          x: { kind: 'value', min: 0, max: x.max, step: 1, tick: x.tick, name: x.name },
          sayX: x.say,
          y: axis,
          lines: levels.map(([key, { running }]) => ({
            id: key,
            label: levelName(key),
            points: running.map((cost, at) => [x.places[at] ?? 0, cost] as const),
            colour: colourOf(ink, key),
          })),
          marks: crosses ? [{ x: x.at(crosses.month), label: `breaks even ${crosses.when}`, colour: ink.faint }] : [],
        },
        ink,
        size,
      ),
  };
}
