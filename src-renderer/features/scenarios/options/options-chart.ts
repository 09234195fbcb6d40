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

/** What an option has cost at the end of each year, from now on; a cheque counts from the year in which it is written. */
export function runningCost({ figures }: OptionColumn): readonly number[] {
  const paid = (year: number): number =>
    figures.investments.reduce((sum, { month, amount }) => sum + (month <= year * YEAR ? amount : 0), 0);
  return [0, ...figures.yearCost].map((_, year) => {
    const run = figures.yearCost.slice(0, year).reduce((sum, cost) => sum + cost, 0);
    return run + paid(year);
  });
}

interface Shown {
  readonly columns: readonly OptionColumn[];
  readonly currency: string;
  /** The option that the others are held against; `null`: what each has cost. */
  readonly against: OptionColumn | null;
  readonly startDate: string | undefined;
}

/** Cost so far of each option or, against one of them, the difference: without that the turn is invisible. */
export function optionsChart({ columns, currency, against, startDate }: Shown): ChartContent {
  const base = against === null ? null : runningCost(against);
  const shown = columns
    // Beside today's way the difference between two platforms is a flat line.
    .filter((column) => column !== against && (against === null || column !== columns[0]))
    .map((column) => ({
      column,
      points: runningCost(column).map((cost, year) => cost - (base?.[year] ?? 0)),
    }));
  const years = (shown[0]?.points.length ?? 1) - 1;
  const axis = moneyAxis(
    shown.flatMap(({ points }) => points),
    currency,
  );
  const when = (year: number): string =>
    startDate === undefined ? yearWords(year) : sayMonth(shiftMonth(startDate, year * YEAR));
  const ends = shown.map(({ column, points }) => `${column.name} ${formatCompactMoney(points[years] ?? 0, currency)}`);
  const title = against === null ? 'Cost from now' : `More or less than ${against.name.toLowerCase()}`;
  return {
    kind: 'picture',
    words: `${title}, to the end of year ${years}: ${ends.join(', ')}.`,
    table: {
      columns: [
        { label: 'end of year', digits: 0 },
        ...shown.map(({ column }) => ({ label: `${column.name}, ${currency}`, digits: 0 })),
      ],
      rows: Array.from({ length: years + 1 }, (_, year) => [year, ...shown.map(({ points }) => points[year] ?? null)]),
    },
    draw: (ink, size) =>
      linesOption(
        {
          x: { kind: 'value', min: 0, max: years, step: 1, tick: yearTick, name: 'end of year' },
          sayX: when,
          y: axis,
          lines: shown.map(
            ({ column, points }): ChartLine => ({
              id: column.id,
              label: column.name.replace(', stay', ''),
              points: points.map((cost, year) => [year, cost] as const),
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
