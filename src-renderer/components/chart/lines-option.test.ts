import { describe, expect, it } from 'vitest';
import { niceScale } from '#domain/base/nice-scale';
import { svgOf } from './chart-svg';
import { linesLayout, pixelAt } from './lines-layout';
import { linesOption } from './lines-option';
import type { LinesSpec } from './lines-spec';
import { sampleInk } from './testing/sample-ink';

const size = { width: 480, height: 260 };

const spec: LinesSpec = {
  x: { kind: 'steps', labels: ['now', '1', '2', '3'], name: 'year' },
  sayX: (x) => `year ${x}`,
  y: { name: 'million USD', scale: niceScale([0, 14]), tick: String, say: (value) => `${value} m` },
  lines: [
    {
      id: 'L1',
      label: 'Level 1',
      points: [
        [0, 0],
        [1, 3],
        [2, 8],
        [3, 14],
      ],
      colour: sampleInk.level1,
    },
    {
      id: 'L2',
      label: 'Level 2',
      points: [
        [0, 1],
        [1, 2],
        [2, 4],
        [3, 6.1],
      ],
      colour: sampleInk.level2,
    },
    {
      id: 'L3',
      label: 'Level 3',
      points: [
        [0, 2],
        [1, 3],
        [2, null],
        [3, 6.2],
      ],
      colour: sampleInk.level3,
    },
  ],
  bands: [
    {
      id: 'P10–P90',
      points: [
        [0, -1, 1],
        [3, 5, 8],
      ],
      colour: sampleInk.level2,
    },
  ],
  thresholds: [{ label: 'watch 6', value: 6, colour: sampleInk.watch }],
  marks: [
    { x: 1, label: 'pays back', colour: sampleInk.ok },
    { x: 1.1, label: 'discounted', colour: sampleInk.ok },
  ],
};

/** Where each text stands in the drawing. */
function textsOf(svg: string): ReadonlyMap<string, readonly [x: number, y: number]> {
  const found = [...svg.matchAll(/<text([^>]*)>([^<]+)<\/text>/g)].map(([, attributes = '', text = '']) => {
    const moved = /translate\(([\d.-]+)[ ,]([\d.-]+)\)/.exec(attributes);
    const at = (name: string) => Number(new RegExp(` ${name}="([\\d.-]+)"`).exec(attributes)?.[1] ?? 0);
    return [text, [Number(moved?.[1] ?? 0) + at('x'), Number(moved?.[2] ?? 0) + at('y')]] as const;
  });
  return new Map(found);
}

describe('linesOption', () => {
  const texts = textsOf(svgOf(linesOption(spec, sampleInk, size), size));
  const at = (text: string) => texts.get(text) ?? [Number.NaN, Number.NaN];

  it('names each line and threshold where it ends, and none over another', () => {
    const names = ['Level 1', 'Level 2', 'Level 3', 'watch 6'];
    const heights = names.map((name) => at(name)[1]).sort((a, b) => a - b);
    expect(heights.every(Number.isFinite)).toBe(true);
    for (const [index, height] of heights.entries()) {
      if (index > 0) expect(height - (heights[index - 1] ?? 0)).toBeGreaterThanOrEqual(14.5);
    }
    expect(at('Level 1')[1]).toBeLessThan(at('Level 3')[1]);
    expect(at('Level 3')[1]).toBeLessThan(at('Level 2')[1]);
  });

  it('keeps every word inside the picture', () => {
    for (const [x, y] of texts.values()) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThan(size.width);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(size.height);
    }
  });

  it('says the unit at the axis and sets marks that would meet in two rows', () => {
    expect(at('million USD')[1]).toBeLessThan(at('pays back')[1]);
    expect(at('discounted')[1]).toBeLessThan(at('pays back')[1] - 10);
  });

  it('tells the values of a step in words', () => {
    const { tooltip } = linesOption(spec, sampleInk, size);
    const formatter = Array.isArray(tooltip) ? undefined : tooltip?.formatter;
    if (typeof formatter !== 'function') throw new Error('There is no tooltip.');
    const hovered = [
      { seriesId: 'L2', value: [2, 4], marker: '● ' },
      { seriesId: 'rules', value: [] },
      { seriesId: 'L3', value: [2, null] },
    ];
    // ECharts' own type of a hovered point has two dozen fields that the text does not read.
    expect((formatter as (params: unknown) => string)(hovered)).toBe('year 2\n● Level 2  4 m');
  });
});

it('leaves no room for names that there are not', () => {
  const layout = linesLayout(
    { ...spec, lines: spec.lines.map((line) => ({ ...line, label: '' })), thresholds: [], marks: [] },
    size,
  );
  expect(layout.grid.right).toBe(16);
  expect(layout.lineShift.size).toBe(0);
});

it('measures downwards from the top of the axis', () => {
  const scale = niceScale([0, 10]);
  expect([10, 0, 5].map((value) => pixelAt(scale, value, 20, 120))).toEqual([20, 120, 70]);
});
