import type { HouseYears } from '#domain/scenarios/options/plan-axis';
import type { ChartContent } from '../../../components/chart/chart-types';
import { linesOption } from '../../../components/chart/lines-option';
import type { ChartLine } from '../../../components/chart/lines-spec';
import { formatCompactMoney } from '../../../lib/format';
import { moneyAxis } from '../charts/money-axis';
import { timeAxis } from '../charts/time-axis';
import { colourOf } from '../page/level-words';
import type { OptionColumn } from './option-columns';

const YEAR = 12;

/** What an option has cost at the end of each year of the axis, from now on; as its budget has it. */
export function runningCost({ figures: { investments, onAxis } }: OptionColumn): readonly number[] {
  const start = investments.reduce((sum, { month, amount }) => sum + (month === 0 ? amount : 0), 0);
  return [start, ...onAxis.running];
}

interface Shown {
  readonly columns: readonly OptionColumn[];
  readonly currency: string;
  /** The option that the others are held against; `null`: what each has cost. */
  readonly against: OptionColumn | null;
  readonly house: HouseYears;
}

/** Cost so far of each option or, against one of them, the difference: without that the turn is invisible. */
export function optionsChart({ columns, currency, against, house }: Shown): ChartContent {
  const base = against === null ? null : runningCost(against);
  const shown = columns
    // Beside today's way the difference between two platforms is a flat line.
    .filter((column) => column !== against && (against === null || column !== columns[0]))
    .map((column) => ({
      column,
      points: runningCost(column).map((cost, year) => cost - (base?.[year] ?? 0)),
    }));
  const years = columns[0]?.figures.yearCost.length ?? 0;
  const x = timeAxis(YEAR * years, house);
  const last = x.places.at(-1) ?? 0;
  const axis = moneyAxis(
    shown.flatMap(({ points }) => points),
    currency,
  );
  const ends = shown.map(({ column, points }) => `${column.name} ${formatCompactMoney(points.at(-1) ?? 0, currency)}`);
  const title = against === null ? 'Cost from now' : `More or less than ${against.name.toLowerCase()}`;
  return {
    kind: 'picture',
    words: `${title}, to ${house.startDate === null ? 'the ' : ''}${x.say(last)}: ${ends.join(', ')}.`,
    table: {
      columns: [x.column, ...shown.map(({ column }) => ({ label: `${column.name}, ${currency}`, digits: 0 }))],
      rows: x.places.map((place, at) => [x.cell(place), ...shown.map(({ points }) => points[at] ?? null)]),
    },
    draw: (ink, size) =>
      linesOption(
        {
          x: { kind: 'value', min: 0, max: x.max, step: 1, tick: x.tick, name: x.name },
          sayX: x.say,
          y: axis,
          lines: shown.map(
            ({ column, points }): ChartLine => ({
              id: column.id,
              label: column.name.replace(', stay', ''),
              points: points.map((cost, at) => [x.places[at] ?? 0, cost] as const),
              colour: colourOf(ink, column.level),
              dashed: column.path !== null,
            }),
          ),
          ...(against === null ? {} : { thresholds: [{ label: '', value: 0, colour: ink.faint }] }),
        },
        ink,
        size,
      ),
  };
}
