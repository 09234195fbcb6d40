import type { ReportChart } from '#domain/reports/content';
import { planChart } from '../slide/chart-plan';
import type { Box } from '../template/box';
import type { Palette } from '../template/palette';
import { lineSvg, rectSvg, wordsSvg } from './svg';

const NAMES_SHARE = 0.34;
const LETTERS = 8;

/** A chart of a slide by the numbers of which its file is made, in the colours of the template; without its smaller labels. */
export function chartOutline(chart: ReportChart, box: Box, palette: Palette, scale: number): string {
  const { kind, lying, stacked, series, axis, sheet } = planChart(chart);
  const names = chart.categories;
  const size = LETTERS * scale;
  const line = (size * 1.4) / 72;
  const plot: Box = lying
    ? { x: box.x + NAMES_SHARE * box.w, y: box.y, w: (1 - NAMES_SHARE) * box.w, h: box.h - line }
    : { x: box.x + 0.4 * scale, y: box.y + 0.05, w: box.w - 0.5 * scale, h: box.h - 2 * line };
  const share = (value: number): number => (value - axis.low) / (axis.high - axis.low || 1);
  const along = (value: number): number =>
    lying ? plot.x + share(value) * plot.w : plot.y + (1 - share(value)) * plot.h;
  const slot = (lying ? plot.h : plot.w) / Math.max(1, names.length);
  const hexOf = (at: number, category: number): string | null => {
    const own = series.length === 1 ? chart.categoryColours?.[category] : undefined;
    const colour = own ?? series[at]?.colour ?? 'grey';
    return colour === 'none' ? null : palette.of(colour).hex;
  };
  const { hex } = palette.of('text');
  const labels = names.map((name, at) =>
    lying
      ? wordsSvg(
          name,
          { x: box.x, y: plot.y + at * slot, w: NAMES_SHARE * box.w - 0.06, h: slot },
          { size, hex, align: 'right', anchor: 'ctr' },
        ).svg
      : wordsSvg(
          name,
          { x: plot.x + at * slot, y: plot.y + plot.h + 0.03, w: slot, h: line },
          { size, hex, align: 'middle' },
        ).svg,
  );
  const rule = palette.of('grey').hex;
  const zero = along(Math.min(axis.high, Math.max(axis.low, 0)));
  const base = lying
    ? lineSvg(
        [
          [zero, plot.y],
          [zero, plot.y + plot.h],
        ],
        rule,
        1,
      )
    : lineSvg(
        [
          [plot.x, zero],
          [plot.x + plot.w, zero],
        ],
        rule,
        1,
      );
  if (kind !== 'bar') {
    const step = plot.w / Math.max(1, names.length - 1);
    const lines = chart.series.map(({ values, colour }) => {
      const points = values.flatMap((value, at) =>
        value === null
          ? []
          : [[kind === 'scatter' ? plot.x + at * step : plot.x + (at + 0.5) * slot, along(value)] as const],
      );
      return colour === 'none' ? '' : lineSvg(points, palette.of(colour).hex, 1.8 * scale);
    });
    return [base, ...lines, ...labels].join('');
  }
  const bars = names.flatMap((_, category) => {
    let [above, below] = [0, 0];
    return series.map(({ values }, at) => {
      const value = values[category] ?? null;
      const colour = hexOf(at, category);
      if (value === null) return '';
      const from = stacked ? (value < 0 ? below : above) : 0;
      if (value < 0) below += value;
      else above += value;
      const [one, two] = [along(from), along(from + value)];
      const thick = (0.62 * slot) / (stacked ? 1 : series.length);
      const start = category * slot + 0.19 * slot + (stacked ? 0 : at * thick);
      if (colour === null) return '';
      const bar = lying
        ? { x: Math.min(one, two), y: plot.y + start, w: Math.abs(two - one), h: thick }
        : { x: plot.x + start, y: Math.min(one, two), w: thick, h: Math.abs(two - one) };
      return rectSvg(bar, `fill="#${colour}"`);
    });
  });
  return sheet.categories.length === 0 ? '' : [...bars, base, ...labels].join('');
}
