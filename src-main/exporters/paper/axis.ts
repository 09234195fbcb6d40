import { niceScale } from '#domain/base/nice-scale';
import type { ReportChart } from '#domain/reports/content';

/** The scale of a chart's values; 0 is always part of it. */
export interface Axis {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
}

/** Sums of the stacks above and below zero, or the values themselves. */
function extremes({ categories, series }: ReportChart, stacked: boolean): readonly [low: number, high: number] {
  let low = 0;
  let high = 0;
  for (const at of categories.keys()) {
    const values = series.map((one) => one.values[at] ?? 0);
    const sum = (part: readonly number[]): number => part.reduce((total, value) => total + value, 0);
    const [down, up] = stacked
      ? [sum(values.filter((value) => value < 0)), sum(values.filter((value) => value > 0))]
      : [Math.min(...values), Math.max(...values)];
    low = Math.min(low, down);
    high = Math.max(high, up);
  }
  return [low, high];
}

/** A scale of round numbers that holds every value; a chart of zeros gets the scale to 1. */
export function axisFor(chart: ReportChart, stacked: boolean): Axis {
  const [least, most] = extremes(chart, stacked);
  const { min: low, max, step } = niceScale([least, chart.max ?? most], { whole: chart.format === 'count' });
  const high = chart.max ?? max;
  const count = Math.round((high - low) / step);
  return { low, high, ticks: Array.from({ length: count + 1 }, (_, at) => low + at * step) };
}
