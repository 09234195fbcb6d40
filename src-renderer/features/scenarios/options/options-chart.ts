import { sayMonth, shiftMonth } from '#domain/base/calendar';
import type { ChartContent } from '../../../components/chart/chart-types';
import { linesOption } from '../../../components/chart/lines-option';
import type { ChartLine } from '../../../components/chart/lines-spec';
import { formatCompactMoney } from '../../../lib/format';
import { moneyAxis } from '../charts/money-axis';
import { colourOf } from '../page/level-words';
import { yearTick, yearWords } from '../page/time-words';
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
  readonly startDate: string | undefined;
  /** Month in which the house's year begins; with a start only. */
  readonly fiscal?: number | undefined;
}

/** Where on the axis the amounts stand, in years, and how a place is called. */
interface Axis {
  readonly places: readonly number[];
  readonly tick: (year: number) => string;
  readonly say: (year: number) => string;
  readonly name: string;
  readonly label: string;
}

function planAxis(years: number, startDate: string | undefined): Axis {
  return {
    places: Array.from({ length: years + 1 }, (_, year) => year),
    tick: yearTick,
    say: (year) => (startDate === undefined ? yearWords(year) : sayMonth(shiftMonth(startDate, year * YEAR))),
    name: 'end of year',
    label: 'end of year',
  };
}

/** Years of the house: whole places are where one begins; the plan may begin and end inside of one. */
function houseAxis(months: number, startDate: string, fiscal: number): Axis {
  const since = (Number(startDate.slice(5, 7)) - fiscal + YEAR) % YEAR;
  const first = shiftMonth(startDate, -since);
  const ends = Array.from({ length: Math.ceil((since + months) / YEAR) }, (_, year) =>
    Math.min((year + 1) * YEAR, since + months),
  );
  const say = (place: number): string => sayMonth(shiftMonth(first, Math.round(place * YEAR)));
  return {
    places: [since, ...ends].map((month) => month / YEAR),
    tick: (place) => (Number.isInteger(place) ? say(place) : ''),
    say,
    name: 'start of the year',
    label: 'up to',
  };
}

/** Cost so far of each option or, against one of them, the difference: without that the turn is invisible. */
export function optionsChart({ columns, currency, against, startDate, fiscal }: Shown): ChartContent {
  const house = startDate !== undefined && fiscal !== undefined;
  const base = against === null ? null : runningCost(against);
  const shown = columns
    // Beside today's way the difference between two platforms is a flat line.
    .filter((column) => column !== against && (against === null || column !== columns[0]))
    .map((column) => ({
      column,
      points: runningCost(column).map((cost, year) => cost - (base?.[year] ?? 0)),
    }));
  const years = columns[0]?.figures.yearCost.length ?? 0;
  const x = house ? houseAxis(YEAR * years, startDate, fiscal) : planAxis(years, startDate);
  const last = x.places.at(-1) ?? 0;
  const axis = moneyAxis(
    shown.flatMap(({ points }) => points),
    currency,
  );
  const ends = shown.map(({ column, points }) => `${column.name} ${formatCompactMoney(points.at(-1) ?? 0, currency)}`);
  const title = against === null ? 'Cost from now' : `More or less than ${against.name.toLowerCase()}`;
  return {
    kind: 'picture',
    words: `${title}, to ${house ? x.say(last) : `the end of year ${years}`}: ${ends.join(', ')}.`,
    table: {
      columns: [
        house ? { label: x.label } : { label: x.label, digits: 0 },
        ...shown.map(({ column }) => ({ label: `${column.name}, ${currency}`, digits: 0 })),
      ],
      rows: x.places.map((place, at) => [
        house ? x.say(place) : place,
        ...shown.map(({ points }) => points[at] ?? null),
      ]),
    },
    draw: (ink, size) =>
      linesOption(
        {
          x: { kind: 'value', min: 0, max: Math.ceil(last), step: 1, tick: x.tick, name: x.name },
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
