import type PptxGenJS from 'pptxgenjs';
import type { ReportChart } from '#domain/reports/content';
import { textWidth } from '#domain/reports/text-width';
import { type Box, COLOURS, FONT, INK } from './look';
import type { Slide } from './panel';

const FORMATS: Readonly<Record<ReportChart['format'], string>> = {
  count: '#,##0',
  one_decimal: '#,##0.0',
  thousands: '#,##0,',
  millions: '#,##0.0,,',
  share: '0%',
};

/** Longer names of categories are cut: beside a chart there is no room for sentences. */
const MOST_LETTERS = 34;

const shortened = (name: string): string =>
  name.length > MOST_LETTERS ? `${name.slice(0, MOST_LETTERS - 1).trimEnd()}…` : name;

const colourOf = (token: keyof typeof COLOURS | 'none'): string => (token === 'none' ? 'transparent' : COLOURS[token]);

/** Counts are written at their bars; for everything else an axis is drawn. */
export function isLabelled({ shape, format, series }: ReportChart): boolean {
  return (
    shape !== 'lines' &&
    (format === 'count' || format === 'one_decimal') &&
    series.every(({ colour }) => colour !== 'none')
  );
}

function values({ series }: ReportChart, index: number): number[] {
  // The library takes numbers only; a null leaves its point out of the chart's XML, which is what "not known" means.
  return [...(series[index]?.values ?? [])] as number[];
}

/** Text of the categories as large as their number and length allow. */
function labelSize({ shape, categories }: ReportChart, box: Box): number {
  const lying = shape === 'bars' || shape === 'stacked_bars';
  const longest = Math.max(0, ...categories.map((name) => textWidth(shortened(name))));
  const room = lying
    ? (box.h * 72) / Math.max(1, categories.length) / 1.5
    : (box.w * 72) / Math.max(1, categories.length) / Math.max(1, longest / 2);
  return Math.max(8, Math.min(10.5, Math.floor(room * 2) / 2));
}

/** A native chart: its numbers lie in the deck as a sheet and can be edited. */
export function addChart(pptx: PptxGenJS, slide: Slide, box: Box, chart: ReportChart): void {
  const { shape, categories, series, unit, format } = chart;
  const lying = shape === 'bars' || shape === 'stacked_bars';
  const stacked = shape === 'stacked_bars' || shape === 'stacked_columns';
  const labelled = isLabelled(chart);
  const size = labelSize(chart, box);
  const drawn = series.filter(({ colour }) => colour !== 'none');
  const labels = categories.map(shortened);
  slide.addChart(
    shape === 'lines' ? pptx.ChartType.line : pptx.ChartType.bar,
    series.map(({ name }, index) => ({ name, labels, values: values(chart, index) })),
    {
      ...box,
      altText: chart.alt,
      objectName: `Chart: ${chart.title}`,
      barDir: lying ? 'bar' : 'col',
      barGrouping: stacked ? 'stacked' : 'clustered',
      barGapWidthPct: stacked || series.length === 1 ? 45 : 60,
      chartColors: chart.categoryColours
        ? chart.categoryColours.map(colourOf)
        : series.map(({ colour }) => colourOf(colour)),
      lineSize: 2.25,
      lineDataSymbol: 'circle',
      lineDataSymbolSize: 5,
      // Typed as minMax only; the first category of lying bars belongs on top.
      ...(lying && { catAxisOrientation: 'maxMin' as 'minMax' }),
      catAxisLabelPos: 'low',
      catAxisLabelFontFace: FONT,
      catAxisLabelFontSize: size,
      catAxisLabelColor: INK.text,
      catAxisLineColor: INK.hairline,
      catAxisMajorTickMark: 'none',
      catGridLine: { style: 'none' },
      valAxisHidden: labelled,
      valAxisLabelPos: 'nextTo',
      valAxisLabelFontFace: FONT,
      valAxisLabelFontSize: 9.5,
      valAxisLabelColor: INK.muted,
      valAxisLabelFormatCode: FORMATS[format],
      valAxisLineShow: false,
      valAxisMajorTickMark: 'none',
      valGridLine: labelled ? { style: 'none' } : { color: INK.hairline, size: 0.75 },
      ...(labelled && { valAxisMinVal: 0 }),
      ...(chart.max !== undefined && { valAxisMaxVal: chart.max }),
      // Beside lying bars the unit is in the line that says how to read them: programs place this title differently.
      showValAxisTitle: !labelled && !lying,
      valAxisTitle: unit,
      valAxisTitleFontFace: FONT,
      valAxisTitleFontSize: 9.5,
      valAxisTitleColor: INK.muted,
      showValue: labelled,
      dataLabelFormatCode: stacked ? '#,##0;-#,##0;' : FORMATS[format],
      dataLabelFontFace: FONT,
      dataLabelFontSize: Math.min(10, size),
      dataLabelColor: INK.text,
      ...(labelled && { dataLabelPosition: stacked ? ('ctr' as const) : ('outEnd' as const) }),
      showLegend: drawn.length > 1,
      legendPos: 't',
      legendFontFace: FONT,
      legendFontSize: 10,
      legendColor: INK.text,
      displayBlanksAs: 'gap',
    },
  );
}
