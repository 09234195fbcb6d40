import { formsOf } from '#domain/base/forms';
import type { ColourToken, ReportChart } from '#domain/reports/content';
import { type Axis, axisFor } from '../axis';
import { fillClass } from '../look';
import { LETTERS, LINE, rect, text, wide } from './pen';

/** What every kind of chart is drawn from. */
export interface Frame {
  readonly chart: ReportChart;
  readonly width: number;
  readonly axis: Axis;
  readonly write: (value: number) => string;
  readonly stacked: boolean;
}

/** How a chart writes its values in the reader's way. */
export function valueWriter({ format }: ReportChart, locale: string): (value: number) => string {
  const options: Readonly<Record<ReportChart['format'], Intl.NumberFormatOptions>> = {
    count: { maximumFractionDigits: 0 },
    one_decimal: { maximumFractionDigits: 1 },
    share: { style: 'percent', maximumFractionDigits: 0 },
    thousands: { maximumFractionDigits: 0 },
    millions: { maximumFractionDigits: 2 },
  };
  const formatter = formsOf(locale).numbers({ ...options[format], signDisplay: 'negative' });
  const unit = format === 'thousands' ? 1e3 : format === 'millions' ? 1e6 : 1;
  return (value) => formatter.format(value / unit).replace('-', '−');
}

export function frameOf(chart: ReportChart, width: number, locale: string): Frame {
  const stacked = chart.shape === 'stacked_bars' || chart.shape === 'stacked_columns';
  return { chart, width, stacked, axis: axisFor(chart, stacked), write: valueWriter(chart, locale) };
}

export const colourOf = ({ chart }: Frame, series: number, category: number): ColourToken =>
  chart.categoryColours?.[category] ?? chart.series[series]?.colour ?? 'grey';

/** Where each series begins and ends at a category, on the values' scale; `null`: not known. */
export function marksOf({ chart, stacked }: Frame, category: number): (readonly [from: number, to: number] | null)[] {
  let above = 0;
  let below = 0;
  return chart.series.map(({ values }) => {
    const value = values[category] ?? null;
    if (value === null) return null;
    if (!stacked) return [0, value];
    const from = value < 0 ? below : above;
    if (value < 0) below += value;
    else above += value;
    return [from, from + value];
  });
}

const SWATCH = 9;

/** Names of the series with their colours, over the drawing; one series needs none. */
export function legend({ chart, width }: Frame): { readonly body: string; readonly height: number } {
  const shown = chart.series.filter(({ colour }) => colour !== 'none');
  if (shown.length < 2) return { body: '', height: 0 };
  let [x, y] = [0, 0];
  const parts = shown.map(({ name, colour }) => {
    const room = SWATCH + 5 + wide(name) + 16;
    if (x > 0 && x + room > width) [x, y] = [0, y + LINE + 2];
    const drawn = rect(x, y + 2, SWATCH, SWATCH, fillClass(colour)) + text(x + SWATCH + 5, y + LETTERS, name, 't');
    x += room;
    return drawn;
  });
  return { body: parts.join(''), height: y + LINE + 7 };
}
