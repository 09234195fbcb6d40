import { fillClass, uponClass } from '../look';
import { colourOf, type Frame, legend, marksOf } from './frame';
import { block, type Drawing, LETTERS, LINE, line, linesOf, rect, text, wide } from './pen';

const FOOT = 20;
const GAP = 8;

/** Names of the categories, in lines, with the room that they take on the left. */
export function namesOf(categories: readonly string[], width: number): { lines: string[][]; room: number } {
  const most = width * 0.42;
  const lines = categories.map((name) => linesOf(name, most));
  return { lines, room: Math.min(most, Math.max(...lines.flat().map((one) => wide(one)))) + GAP };
}

/** Words at the end of a row of a stack, where not every piece has room for its own number. */
function rowWords(frame: Frame, category: number, span: (from: number, to: number) => number): string | null {
  const { chart, write } = frame;
  if (
    chart.series.some(({ colour }) => colour === 'none') ||
    (chart.format !== 'count' && chart.format !== 'one_decimal')
  )
    return null;
  const known = marksOf(frame, category).flatMap((mark) => (mark === null || mark[0] === mark[1] ? [] : [mark]));
  const fits = known.every(([from, to]) => span(from, to) > wide(write(to - from), true) + 4);
  return fits ? '' : known.map(([from, to]) => write(to - from)).join(' + ');
}

/** Lying bars, beside one another or stacked; values stand in or behind them. */
export function barsOf(frame: Frame): Drawing {
  const { chart, axis, width, write, stacked } = frame;
  const head = legend(frame);
  const names = namesOf(chart.categories, width);
  const shown = Math.max(1, stacked ? 1 : chart.series.length);
  const values = chart.series.flatMap((one) => one.values.map((value) => write(value ?? 0)));
  const sums = chart.categories.map((_, at) => chart.series.map((one) => write(one.values[at] ?? 0)).join(' + '));
  const behind = stacked
    ? Math.min(width * 0.2, Math.max(...sums.map((one) => wide(one))))
    : Math.max(0, ...values.map((one) => wide(one, true)));
  const [left, right] = [names.room, width - behind - GAP];
  const x = (value: number): number => left + ((value - axis.low) / (axis.high - axis.low)) * (right - left);
  const span = (from: number, to: number): number => Math.abs(x(to) - x(from));
  const thick = stacked || shown === 1 ? 15 : 12;
  const marks: string[] = [];
  let top = head.height;
  for (const [category, lines] of names.lines.entries()) {
    const tall = Math.max(lines.length * LINE, shown * thick) + GAP;
    marks.push(block(left - GAP, top + tall / 2, lines, 't', 'end'));
    const from = top + (tall - shown * thick) / 2;
    const end = stacked ? rowWords(frame, category, span) : null;
    let reach = x(0);
    for (const [series, mark] of marksOf(frame, category).entries()) {
      const colour = colourOf(frame, series, category);
      if (mark === null) continue;
      const [begin, to] = mark;
      reach = Math.max(reach, x(begin), x(to));
      if (colour === 'none') continue;
      const y = from + (stacked ? 0 : series * thick);
      marks.push(rect(Math.min(x(begin), x(to)), y, span(begin, to), thick - 2, fillClass(colour)));
      const middle = y + (thick - 2) / 2 + LETTERS * 0.36;
      if (!stacked) marks.push(text(Math.max(x(begin), x(to)) + 4, middle, write(to), 't'));
      else if (end === '' && begin !== to)
        marks.push(text((x(begin) + x(to)) / 2, middle, write(to - begin), uponClass(colour), 'middle'));
    }
    if (end) marks.push(text(reach + 4, top + tall / 2 + LETTERS * 0.36, end, 't'));
    top += tall;
  }
  const grid = axis.ticks.flatMap((tick) => [
    line(x(tick), head.height, x(tick), top, 'grid'),
    text(x(tick), top + LINE, write(tick), 'm', 'middle'),
  ]);
  return {
    body: [head.body, ...grid, ...marks, line(x(0), head.height, x(0), top, 'axis')].join(''),
    height: top + FOOT,
  };
}
