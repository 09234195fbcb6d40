import { fillClass, strokeClass, uponClass } from '../look';
import { colourOf, type Frame, legend, marksOf } from './frame';
import {
  apart,
  block,
  type Drawing,
  dot,
  LETTERS,
  LINE,
  line,
  linesOf,
  path,
  at as point,
  rect,
  text,
  wide,
} from './pen';

const PLOT = 150;
const GAP = 6;

interface Plot {
  readonly frame: Frame;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly slot: number;
  readonly x: (at: number) => number;
  readonly y: (value: number) => number;
}

/** The scale on the left, the names below, all of them, in lines where they are long. */
function plotOf(frame: Frame, top: number, behind: number): { plot: Plot; grid: string[]; height: number } {
  const { chart, axis, width, write } = frame;
  const left = Math.max(...axis.ticks.map((tick) => wide(write(tick)))) + GAP;
  const right = width - behind;
  const slot = (right - left) / chart.categories.length;
  const y = (value: number): number => top + (1 - (value - axis.low) / (axis.high - axis.low)) * PLOT;
  const x = (at: number): number => left + (at + 0.5) * slot;
  const grid = axis.ticks.flatMap((tick) => [
    line(left, y(tick), right, y(tick), 'grid'),
    text(left - GAP, y(tick) + LETTERS * 0.35, write(tick), 'm', 'end'),
  ]);
  const names = chart.categories.map((name) => linesOf(name, slot - 3));
  for (const [at, lines] of names.entries())
    for (const [row, words] of lines.entries())
      grid.push(text(x(at), top + PLOT + LINE * (row + 1), words, 'm', 'middle'));
  const rows = Math.max(...names.map((lines) => lines.length));
  return { plot: { frame, left, right, top, slot, x, y }, grid, height: top + PLOT + LINE * rows + 6 };
}

const ground = ({ left, right, y }: Plot): string => line(left, y(0), right, y(0), 'axis');

/** Standing bars, beside one another or stacked; a number that has no room is read at the scale. */
export function columnsOf(frame: Frame): Drawing {
  const { chart, write, stacked } = frame;
  const head = legend(frame);
  const { plot, grid, height } = plotOf(frame, head.height + LINE, 0);
  const { slot, x, y } = plot;
  const shown = stacked ? 1 : Math.max(1, chart.series.length);
  const wideness = (slot * 0.76) / shown;
  const parts: string[] = [];
  for (const category of chart.categories.keys()) {
    for (const [series, mark] of marksOf(frame, category).entries()) {
      const colour = colourOf(frame, series, category);
      if (mark === null || colour === 'none') continue;
      const [from, to] = mark;
      const left = x(category) - slot * 0.38 + (stacked ? 0 : series * wideness);
      const [up, down] = [Math.min(y(from), y(to)), Math.max(y(from), y(to))];
      parts.push(rect(left, up, wideness - 1, down - up, fillClass(colour)));
      const words = write(to - from);
      if (wide(words) > wideness + (stacked ? 0 : 2)) continue;
      if (!stacked) parts.push(text(left + wideness / 2, to < 0 ? down + LETTERS : up - 3, words, 't', 'middle'));
      else if (down - up > LINE)
        parts.push(text(left + wideness / 2, (up + down) / 2 + 4, words, uponClass(colour), 'middle'));
    }
  }
  return { body: [head.body, ...grid, ...parts, ground(plot)].join(''), height };
}

/** Each series as a line with its name at its end; points that turn something stand named over the plot. */
export function linesChart(frame: Frame): Drawing {
  const { chart, width, write } = frame;
  const marks = chart.marks ?? [];
  const shown = chart.series.filter(({ colour }) => colour !== 'none');
  const names = shown.map(({ name, values }) => {
    const last = values.findLast((value) => value !== null);
    return last == null ? name : `${name}: ${write(last)}`;
  });
  const behind = Math.min(width * 0.4, Math.max(0, ...names.map((name) => wide(name, true)))) + 14;
  const above = marks.length * LINE + (marks.length > 0 ? 6 : 4);
  const { plot, grid, height } = plotOf(frame, above, behind);
  const { x, y } = plot;
  const lines = shown.map(({ values, colour }) => {
    let drawn = '';
    let open = false;
    for (const [at, value] of values.entries()) {
      if (value !== null) drawn += `${open ? 'L' : 'M'}${point(x(at), y(value))}`;
      open = value !== null;
    }
    return path(drawn, `run ${strokeClass(colour)}`);
  });
  const points = marks.flatMap(({ at, value, label }, row) => {
    const half = wide(label, true) / 2;
    const words = Math.min(width - half, Math.max(half, x(at)));
    const from = LETTERS + row * LINE;
    return [
      line(x(at), from + 3, x(at), y(value), 'lead'),
      dot(x(at), y(value)),
      text(words, from, label, 'b', 'middle'),
    ];
  });
  return {
    body: [...grid, ground(plot), ...lines, ...points, ...endNames(plot, names)].join(''),
    height,
  };
}

/** A name that had to give way is led to its line. */
function endNames({ frame: { chart, width }, right, x, y, top }: Plot, names: readonly string[]): string[] {
  const shown = chart.series.filter(({ colour }) => colour !== 'none');
  const wanted = shown.map(({ values }) => y(values.findLast((value) => value !== null) ?? 0));
  const placed = apart(wanted, top + PLOT);
  const parts: string[] = [];
  for (const [index, name] of names.entries()) {
    const [own, at] = [wanted[index] ?? 0, placed[index] ?? 0];
    const end = x(shown[index]?.values.findLastIndex((value) => value !== null) ?? 0);
    parts.push(line(end + 2, own, right + 10, at, 'lead'));
    parts.push(block(right + 12, at, linesOf(name, width - right - 12), 'b', 'start'));
  }
  return parts;
}
