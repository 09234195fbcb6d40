import { formsOf } from '#domain/base/forms';
import type { ReportChart } from '#domain/reports/content';
import { xmlText } from '../xlsx/xml-text';
import { type Axis, axisFor } from './axis';
import { COLOURS, INK } from './look';

const WIDTH = 720;
const BAR_ROW = 26;
const COLUMN_HEIGHT = 190;
/** Estimated width of a letter at 11.5 points, a wide one counted twice. */
const LETTER = 6.4;

const WIDE = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/g;

const lengthOf = (text: string): number => text.length + (text.match(WIDE)?.length ?? 0);

function shorten(text: string, width: number): string {
  const most = Math.max(3, Math.floor(width / LETTER));
  return lengthOf(text) <= most ? text : `${text.slice(0, Math.max(2, most - 1))}…`;
}

interface Frame {
  readonly chart: ReportChart;
  readonly axis: Axis;
  readonly write: (value: number) => string;
  readonly stacked: boolean;
}

type Anchor = 'start' | 'middle' | 'end';

const text = (x: number, y: number, value: string, anchor: Anchor = 'start', colour: string = INK.muted): string =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}" fill="#${colour}">${xmlText(value)}</text>`;

const rect = (x: number, y: number, width: number, height: number, colour: string): string =>
  `<rect x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${Math.max(0, width).toFixed(1)}" height="${Math.max(0, height).toFixed(1)}" fill="#${colour}"/>`;

const line = (x1: number, y1: number, x2: number, y2: number, colour: string): string =>
  `<line x1="${x1.toFixed(1)}" y1="${y1.toFixed(1)}" x2="${x2.toFixed(1)}" y2="${y2.toFixed(1)}" stroke="#${colour}"/>`;

function colourOf(chart: ReportChart, series: number, category: number): string | null {
  const token = chart.categoryColours?.[category] ?? chart.series[series]?.colour ?? 'grey';
  return token === 'none' ? null : COLOURS[token];
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
  const formatter = formsOf(locale).numbers(options[format]);
  const unit = format === 'thousands' ? 1e3 : format === 'millions' ? 1e6 : 1;
  return (value) => formatter.format(value / unit);
}

/** A chart as SVG, described in words for readers who do not see it; '' where it has nothing to show. */
export function chartSvg(chart: ReportChart, locale: string): string {
  if (chart.categories.length === 0 || chart.series.length === 0) return '';
  const stacked = chart.shape === 'stacked_bars' || chart.shape === 'stacked_columns';
  const frame = { chart, axis: axisFor(chart, stacked), write: valueWriter(chart, locale), stacked };
  const { body, height } = chart.shape === 'bars' || chart.shape === 'stacked_bars' ? barsOf(frame) : columnsOf(frame);
  const label = `role="img" aria-label="${xmlText(chart.alt)}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" ${label}>${body}</svg>`;
}

/** Names of the series with their colours; one series needs none. */
export function legendOf(chart: ReportChart): readonly { readonly name: string; readonly colour: string }[] {
  const shown = chart.series.filter(({ colour }) => colour !== 'none');
  if (shown.length < 2) return [];
  return shown.map(({ name, colour }) => ({ name, colour: colour === 'none' ? INK.panel : COLOURS[colour] }));
}

/** The marks of one category: where each series begins and ends, on the values' scale. */
function marksOf({ chart, stacked }: Frame, category: number): (readonly [from: number, to: number] | null)[] {
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

function barsOf(frame: Frame): { body: string; height: number } {
  const { chart, axis, write, stacked } = frame;
  const longest = Math.max(...chart.categories.map(lengthOf));
  const left = Math.min(260, Math.max(80, longest * LETTER + 12));
  const right = WIDTH - 60;
  const x = (value: number): number => left + ((value - axis.low) / (axis.high - axis.low)) * (right - left);
  const height = chart.categories.length * BAR_ROW + 24;
  const parts: string[] = [];
  for (const tick of axis.ticks) {
    parts.push(line(x(tick), 4, x(tick), height - 20, INK.hairline));
    parts.push(text(x(tick), height - 6, write(tick), 'middle'));
  }
  for (const [at, category] of chart.categories.entries()) {
    const top = 6 + at * BAR_ROW;
    parts.push(text(left - 8, top + BAR_ROW / 2 + 1, shorten(category, left - 12), 'end', INK.text));
    const marks = marksOf(frame, at);
    const thick = stacked ? BAR_ROW - 10 : (BAR_ROW - 10) / marks.length;
    for (const [series, mark] of marks.entries()) {
      const colour = colourOf(chart, series, at);
      if (mark === null || colour === null) continue;
      const [from, to] = mark;
      const y = top + (stacked ? 3 : 3 + series * thick);
      parts.push(rect(Math.min(x(from), x(to)), y, Math.abs(x(to) - x(from)), thick, colour));
      if (!stacked) parts.push(text(Math.max(x(from), x(to)) + 5, y + thick / 2 + 3.5, write(to), 'start', INK.text));
    }
  }
  parts.push(line(x(0), 4, x(0), height - 20, INK.muted));
  return { body: parts.join(''), height };
}

function columnsOf(frame: Frame): { body: string; height: number } {
  const { chart, axis, write, stacked } = frame;
  const height = COLUMN_HEIGHT + 30;
  const left = 16 + Math.max(...axis.ticks.map((tick) => lengthOf(write(tick)))) * LETTER;
  const slot = (WIDTH - left - 14) / chart.categories.length;
  const y = (value: number): number => 10 + (1 - (value - axis.low) / (axis.high - axis.low)) * (COLUMN_HEIGHT - 10);
  const parts: string[] = [];
  for (const tick of axis.ticks) {
    parts.push(line(left, y(tick), WIDTH - 14, y(tick), INK.hairline));
    parts.push(text(left - 6, y(tick) + 3.5, write(tick), 'end'));
  }
  const every = Math.ceil((Math.max(...chart.categories.map(lengthOf)) * LETTER + 6) / slot);
  for (const [at, category] of chart.categories.entries()) {
    const start = left + at * slot;
    // A name that has no room of its own is left out, every so many are shown.
    if (at % every === 0) parts.push(text(start + slot / 2, height - 8, category, 'middle'));
    if (chart.shape === 'lines') continue;
    const marks = marksOf(frame, at);
    const wide = (slot * 0.7) / (stacked ? 1 : marks.length);
    for (const [series, mark] of marks.entries()) {
      const colour = colourOf(chart, series, at);
      if (mark === null || colour === null) continue;
      const [from, to] = mark;
      const column = start + slot * 0.15 + (stacked ? 0 : series * wide);
      parts.push(rect(column, Math.min(y(from), y(to)), wide - 1, Math.abs(y(to) - y(from)), colour));
    }
  }
  if (chart.shape === 'lines') parts.push(linesOf(chart, (at) => left + (at + 0.5) * slot, y));
  parts.push(line(left, y(0), WIDTH - 14, y(0), INK.muted));
  return { body: parts.join(''), height };
}

/** Each series as a line; where a value is not known the line is broken. */
function linesOf(chart: ReportChart, x: (at: number) => number, y: (value: number) => number): string {
  return chart.series
    .flatMap(({ values, colour }) => {
      if (colour === 'none') return [];
      let path = '';
      let open = false;
      for (const [at, value] of values.entries()) {
        if (value !== null) path += `${open ? 'L' : 'M'}${x(at).toFixed(1)} ${y(value).toFixed(1)}`;
        open = value !== null;
      }
      return [`<path d="${path}" fill="none" stroke="#${COLOURS[colour]}" stroke-width="2.2"/>`];
    })
    .join('');
}
