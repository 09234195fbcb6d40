import type { ReportChart } from '#domain/reports/content';

/** The scale of a chart's values; 0 is always part of it. */
export interface Axis {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
}

const STEPS = [1, 2, 2.5, 5, 10] as const;

function stepFor(span: number, whole: boolean): number {
  const rough = span / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = (STEPS.find((one) => one * power >= rough * 0.999) ?? 10) * power;
  return whole ? Math.max(1, Math.ceil(step)) : step;
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
  const top = chart.max ?? most;
  const span = top - least || 1;
  const step = stepFor(span, chart.format === 'count');
  const low = Math.floor(least / step + 1e-9) * step;
  const high = chart.max ?? Math.max(low + step, Math.ceil(most / step - 1e-9) * step);
  const count = Math.round((high - low) / step);
  return { low, high, ticks: Array.from({ length: count + 1 }, (_, at) => low + at * step) };
}
