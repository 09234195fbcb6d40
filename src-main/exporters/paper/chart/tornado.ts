import { niceScale } from '#domain/base/nice-scale';
import { fillClass } from '../look';
import { namesOf } from './bars';
import { type Frame, legend } from './frame';
import { block, type Drawing, LETTERS, LINE, line, rect, text, wide } from './pen';

const BAR = 13;
const GAP = 8;

/** On a ground of its own, so that no line crosses a number. */
function value(x: number, y: number, words: string, anchor: 'start' | 'end'): string {
  const width = wide(words) + 2;
  const ground = rect(anchor === 'end' ? x - width + 1 : x - 1, y - LETTERS, width, LETTERS + 3, 'ground');
  return ground + text(x, y, words, 't', anchor);
}

/** Bars to both sides of the value that the plan has, with the line at which nothing is gained and nothing lost. */
export function tornadoOf(frame: Frame, origin: number): Drawing {
  const { chart, width, write } = frame;
  const head = legend(frame);
  const names = namesOf(chart.categories, width);
  const ends = chart.categories.map((_, at) => chart.series.map(({ values }) => origin + (values[at] ?? 0)));
  const { min, max, step } = niceScale([origin, ...ends.flat()], { whole: false });
  const label = Math.max(...ends.flat().map((value) => wide(write(value))));
  const [left, right] = [names.room + label + GAP, width - label - GAP];
  const x = (value: number): number => left + ((value - min) / (max - min)) * (right - left);
  const plan = `as in the plan: ${write(origin)}`;
  // Two words over two lines that lie close stand one above the other.
  const room = { zero: wide('NPV 0', true) / 2, plan: wide(plan, true) / 2 };
  const zeroShown = min <= 0 && max >= 0;
  const close = zeroShown && Math.abs(x(0) - x(origin)) < room.zero + room.plan + 6;
  const top = head.height + (close ? 2 : 1) * LINE + 5;
  const inside = (place: number, half: number): number => Math.min(width - half, Math.max(half, place));
  const parts: string[] = [];
  let y = top;
  for (const [at, lines] of names.lines.entries()) {
    const tall = Math.max(lines.length * LINE, BAR) + GAP;
    parts.push(block(names.room - GAP, y + tall / 2, lines, 't', 'end'));
    const own = ends[at] ?? [];
    const bars = own.map((end, series) => ({ end, colour: chart.series[series]?.colour ?? 'grey' }));
    // Of two on one side the shorter one is drawn last.
    for (const { end, colour } of bars.toSorted((a, b) => Math.abs(b.end - origin) - Math.abs(a.end - origin)))
      parts.push(
        rect(Math.min(x(origin), x(end)), y + (tall - BAR) / 2, Math.abs(x(end) - x(origin)), BAR, fillClass(colour)),
      );
    const [low, high] = [Math.min(origin, ...own), Math.max(origin, ...own)];
    const base = y + tall / 2 + LETTERS * 0.36;
    if (low < origin) parts.push(value(x(low) - 4, base, write(low), 'end'));
    if (high > origin) parts.push(value(x(high) + 4, base, write(high), 'start'));
    y += tall;
  }
  const ticks = Array.from({ length: Math.round((max - min) / step) + 1 }, (_, at) => min + at * step);
  const grid = ticks.flatMap((tick) => [
    line(x(tick), top, x(tick), y, 'grid'),
    text(x(tick), y + LINE, write(Math.abs(tick) < step / 1e6 ? 0 : tick), 'm', 'middle'),
  ]);
  const zero = zeroShown
    ? [
        line(x(0), top - 4, x(0), y, 'zero'),
        text(inside(x(0), room.zero), head.height + LETTERS, 'NPV 0', 'act', 'middle'),
      ]
    : [];
  const named = [
    line(x(origin), top - 4, x(origin), y, 'plan'),
    text(inside(x(origin), room.plan), head.height + LETTERS + (close ? LINE : 0), plan, 'b', 'middle'),
  ];
  return { body: [head.body, ...grid, ...zero, ...parts, ...named].join(''), height: y + 20 };
}
