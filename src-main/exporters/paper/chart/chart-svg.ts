import type { ReportChart } from '#domain/reports/content';
import { xmlText } from '../../xlsx/xml-text';
import { barsOf } from './bars';
import { columnsOf, linesChart } from './columns';
import { type Frame, frameOf } from './frame';
import type { Drawing } from './pen';
import { tornadoOf } from './tornado';

/** Units of a drawing over the whole width of a page, and over half of it. */
export const WIDTHS = { whole: 720, half: 350 } as const;

function drawn(frame: Frame): Drawing {
  const { shape, origin } = frame.chart;
  if (shape === 'lines') return linesChart(frame);
  if (shape === 'columns' || shape === 'stacked_columns') return columnsOf(frame);
  return origin === undefined ? barsOf(frame) : tornadoOf(frame, origin);
}

/** A chart as SVG, described in words for readers who do not see it; '' where it has nothing to show. */
export function chartSvg(chart: ReportChart, locale: string, width: number = WIDTHS.whole): string {
  if (chart.categories.length === 0 || chart.series.length === 0) return '';
  const { body, height } = drawn(frameOf(chart, width, locale));
  const label = `role="img" aria-label="${xmlText(chart.alt)}"`;
  return `<svg class="chart" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${Math.ceil(height)}" ${label}>${body}</svg>`;
}
