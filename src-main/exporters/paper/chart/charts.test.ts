import { expect, it } from 'vitest';
import type { ReportChart } from '#domain/reports/content';
import { textWidth } from '#domain/reports/text-width';
import { chartOf } from '../../deck/testing/deck-content';
import { axisFor } from '../axis';
import { chartSvg, WIDTHS } from './chart-svg';
import { apart, LETTERS, LINE } from './pen';

const chart = (change: Partial<ReportChart>): ReportChart => {
  const made = chartOf(change);
  if (made.kind !== 'chart') throw new Error('no chart');
  return made;
};

interface Word {
  readonly words: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

/** Every text of a drawing with the room that it takes. */
function wordsIn(svg: string): Word[] {
  return [...svg.matchAll(/<text x="([^"]+)" y="([^"]+)"(?: text-anchor="(\w+)")? class="[^"]*">([^<]*)</g)].map(
    ([, x = '', y = '', anchor, words = '']) => {
      // The measure is wider than the letters are: half of what it leaves is enough to tell an overlap.
      const width = textWidth(words) * LETTERS * 0.88;
      const left = Number(x) - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0);
      return { words, left, right: left + width, y: Number(y) };
    },
  );
}

function overlaps(svg: string): string[] {
  const all = wordsIn(svg);
  return all.flatMap((one, at) =>
    all
      .slice(at + 1)
      .filter((two) => Math.abs(one.y - two.y) < LETTERS * 0.8 && one.left < two.right && two.left < one.right)
      .map((two) => `${one.words} / ${two.words}`),
  );
}

const outside = (svg: string, width: number): string[] =>
  wordsIn(svg).flatMap(({ words, left, right }) => (left < -1 || right > width + 1 ? [words] : []));

const claimed: Partial<ReportChart> = {
  categories: ['List of production models', 'Rollout of new versions'],
  series: [
    { name: 'Claimed', values: [2, 1], colour: 'grey' },
    { name: 'Evidenced', values: [2, 1], colour: 'accent' },
  ],
  max: 3,
};
const curves: Partial<ReportChart> = {
  shape: 'lines',
  categories: ['now', 'year 1', 'year 2', 'year 3', 'year 4', 'year 5'],
  series: [
    { name: 'Level 1', values: [0, 2e6, 5e6, 9e6, 12e6, 16e6], colour: 'level1' },
    { name: 'Level 2', values: [0.4e6, 2.1e6, 4e6, 5.5e6, 7e6, 8.7e6], colour: 'level2' },
    { name: 'Level 3', values: [1.2e6, 3e6, 5e6, 6e6, 8e6, 8.9e6], colour: 'level3' },
  ],
  format: 'millions',
  marks: [
    { at: 1.1, value: 2.3e6, label: 'Level 2 repaid after 1 year 1 month' },
    { at: 2.1, value: 5.4e6, label: 'Level 3 repaid after 2 years 1 month' },
  ],
};
const tornado: Partial<ReportChart> = {
  shape: 'stacked_bars',
  categories: ['People per model: 0.22 – 0.81', 'Hours per update: 6.04 – 16', 'Discount rate: 7.4% – 13%'],
  series: [
    { name: 'At its low value', values: [-4.7e6, 0.2e6, 0.4e6], colour: 'grey' },
    { name: 'At its high value', values: [4.9e6, -0.3e6, -0.5e6], colour: 'accent' },
  ],
  format: 'millions',
  origin: 5.1e6,
};

it.each([
  ['two bars a row', claimed],
  ['curves that end close together', curves],
  ['a tornado', tornado],
  ['a tornado whose plan is near 0', { ...tornado, origin: 0.3e6 }],
  ['columns', { ...curves, shape: 'columns', marks: undefined } as Partial<ReportChart>],
  [
    'a stack with thin pieces',
    {
      shape: 'stacked_bars',
      series: [
        { name: 'A', values: [3, 1, 0], colour: 'accent' },
        { name: 'B', values: [900, 166, 4], colour: 'grey' },
      ],
    } as Partial<ReportChart>,
  ],
] as const)('keeps all words apart and inside of the drawing: %s', (_, change) => {
  for (const locale of ['en-GB', 'de-DE', 'ja-JP'])
    for (const width of [WIDTHS.whole, WIDTHS.half]) {
      if (width === WIDTHS.half && change !== claimed) continue;
      const svg = chartSvg(chart(change), locale, width);
      expect(overlaps(svg)).toEqual([]);
      expect(outside(svg, width)).toEqual([]);
    }
});

it('names where a level is repaid, where nothing is gained, and what the plan has', () => {
  expect(chartSvg(chart(curves), 'en-GB')).toContain('>Level 2 repaid after 1 year 1 month</text>');
  const svg = chartSvg(chart(tornado), 'en-GB');
  for (const words of ['NPV 0', 'as in the plan: 5.1', '0.4', '10']) expect(svg).toContain(`>${words}</text>`);
});

it('gives a number of a piece that has no room for it behind its row, and none for what is not known', () => {
  const series = [
    { name: 'A', values: [1, 2, null], colour: 'accent' },
    { name: 'B', values: [900, null, 4], colour: 'grey' },
  ] as const;
  const svg = chartSvg(chart({ shape: 'stacked_bars', series }), 'en-GB');
  expect(svg).toContain('>1 + 900</text>');
  expect(svg.match(/<rect[^>]* class="f-/g)).toHaveLength(2 + 4);
  expect(chartSvg(chart({ categories: [] }), 'de-DE')).toBe('');
});

it('writes numbers as the reader does', () => {
  const svg = chartSvg(chart({ series: [{ name: 'Models', values: [1_250, null, -3], colour: 'accent' }] }), 'de-DE');
  expect(svg).toContain('>1.250</text>');
  expect(svg).toContain('>−3</text>');
});

it('moves names apart by as much as a line, and none below the plot', () => {
  const placed = apart([100, 101, 102, 20], 103);
  expect(Math.max(...placed)).toBeLessThanOrEqual(103);
  const sorted = placed.toSorted((a, b) => a - b);
  for (const [at, y] of sorted.entries())
    if (at > 0) expect(y - (sorted[at - 1] ?? 0)).toBeGreaterThanOrEqual(LINE - 1e-9);
});

it('takes a scale of round numbers that holds every value, and 0', () => {
  const axis = axisFor(chart({ series: [{ name: '', values: [-30, 97], colour: 'accent' }] }), false);
  expect(axis.low).toBeLessThanOrEqual(-30);
  expect(axis.high).toBeGreaterThanOrEqual(97);
  expect(axis.ticks).toContain(0);
  expect(axisFor(chart({ series: [] }), true)).toEqual({ low: 0, high: 1, ticks: [0, 1] });
});
