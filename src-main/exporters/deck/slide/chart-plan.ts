import type { ColourToken, ReportChart } from '#domain/reports/content';
import { type Axis, axisFor } from '../../paper/axis';
import type { ChartSheet } from './chart-book';

/** A series as it is drawn: of the content, or a part of one that a native chart needs (what a bar stands on). */
export interface PlottedSeries {
  readonly name: string;
  readonly values: readonly (number | null)[];
  readonly colour: ColourToken;
  /** Written at its last point. */
  readonly endLabel: boolean;
  /** A single point with its words, such as a break-even. */
  readonly mark: string | null;
}

/** What a native chart is made of. */
export interface ChartPlan {
  readonly kind: 'line' | 'scatter' | 'bar';
  readonly lying: boolean;
  readonly stacked: boolean;
  readonly sheet: ChartSheet;
  readonly series: readonly PlottedSeries[];
  /** The scale of the values; its numbers are written where values do not stand at the bars. */
  readonly axis: Axis;
  readonly labelled: boolean;
  readonly legend: boolean;
}

const plain = (name: string, values: readonly (number | null)[], colour: ColourToken): PlottedSeries => ({
  name,
  values,
  colour,
  endLabel: false,
  mark: null,
});

export function planChart(chart: ReportChart): ChartPlan {
  if (chart.shape === 'lines') return lines(chart);
  const stacked = chart.shape === 'stacked_bars' || chart.shape === 'stacked_columns';
  const lying = chart.shape === 'bars' || chart.shape === 'stacked_bars';
  const series =
    chart.origin === undefined
      ? chart.series.map(({ name, values, colour }) => plain(name, values, colour))
      : around(chart, chart.origin);
  const labelled =
    chart.origin === undefined &&
    (chart.format === 'count' || chart.format === 'one_decimal') &&
    series.every(({ colour }) => colour !== 'none');
  const drawn = { ...chart, series: series.map(({ name, values, colour }) => ({ name, values, colour })) };
  return {
    kind: 'bar',
    lying,
    stacked,
    sheet: { categories: chart.categories, series },
    series,
    axis: axisFor(drawn, stacked),
    labelled,
    legend: chart.series.filter(({ colour }) => colour !== 'none').length > 1,
  };
}

/** The name of a series stands at the end of its line; a point between two categories needs an axis of numbers. */
function lines(chart: ReportChart): ChartPlan {
  const marks = chart.marks ?? [];
  const own = chart.series.map(({ name, values, colour }) => ({ ...plain(name, values, colour), endLabel: true }));
  const axis = axisFor(chart, false);
  if (marks.length === 0) {
    const sheet = { categories: chart.categories, series: own };
    return { kind: 'line', lying: false, stacked: false, sheet, series: own, axis, labelled: false, legend: false };
  }
  const places = [...chart.categories.map((_, at) => at), ...marks.map(({ at }) => at)];
  const longer = own.map((one) => ({ ...one, values: [...one.values, ...marks.map(() => null)] }));
  const points = marks.map(({ value, label }, index): PlottedSeries => {
    const values = places.map((_, at) => (at === chart.categories.length + index ? value : null));
    return { name: label, values, colour: 'silent', endLabel: false, mark: label };
  });
  // An axis of numbers has no names: they are written at points along it.
  const names: PlottedSeries = {
    name: chart.categoryTitle || 'Axis',
    values: [...chart.categories.map(() => axis.low), ...marks.map(() => null)],
    colour: 'none',
    endLabel: false,
    mark: null,
  };
  const series = [...longer, ...points, names];
  const sheet = { categories: places, series };
  return { kind: 'scatter', lying: false, stacked: false, sheet, series, axis, labelled: false, legend: false };
}

/**
 * Bars to both sides of a value that is not 0, each from the one end to the other: a native chart stacks from 0 on, so a
 * bar stands on an invisible one, and one across 0 is drawn in two pieces.
 */
function around({ series, categories }: ReportChart, origin: number): PlottedSeries[] {
  const piece = (from: number, to: number, above: boolean): number =>
    above ? Math.max(0, to) - Math.max(0, from) : Math.min(0, from) - Math.min(0, to);
  const ends = categories.map((_, at) => series.map(({ values }) => origin + (values[at] ?? 0)));
  const low = ends.map((two) => Math.min(origin, ...two));
  const high = ends.map((two) => Math.max(origin, ...two));
  const found: PlottedSeries[] = [
    plain(
      'Stands on',
      low.map((from) => Math.max(0, from)),
      'none',
    ),
    plain(
      'Stands under',
      high.map((to) => Math.min(0, to)),
      'none',
    ),
  ];
  // Below the plan first: pieces are stacked away from 0.
  for (const above of [true, false]) {
    const sides = above ? [false, true] : [true, false];
    for (const upper of sides) {
      for (const [index, { name, colour }] of series.entries()) {
        const values = ends.map((two, at) => {
          const end = two[index] ?? origin;
          const [from, to] = upper ? [origin, high[at] ?? origin] : [low[at] ?? origin, origin];
          const own = upper ? end > origin && end === high[at] : end < origin && end === low[at];
          if (!own) return 0;
          return above ? piece(from, to, true) : -Math.abs(piece(from, to, false));
        });
        if (values.some((value) => value !== 0)) found.push(plain(name, values, colour));
      }
    }
  }
  return found.filter(({ values, colour }) => colour !== 'none' || values.some((value) => value !== 0));
}
