import { expect, it } from 'vitest';
import type { LinesZoom } from '../../../../components/chart/lines-spec';
import { sampleInk } from '../../../../components/chart/testing/sample-ink';
import { pointsOf } from '../series-points';
import { sampleSeries } from '../testing/sample-series';
import { seriesChart } from './series-chart';

const WEEK = 7 * 86_400_000;
const SPIKE = 1777;

const values = Array.from({ length: 2400 }, (_, i) => (i === SPIKE ? 3 : 0.1 + 0.05 * Math.sin(i)));

interface DrawnLine {
  readonly id: string;
  readonly data: readonly (readonly [number, number | null])[];
  readonly lineStyle: { readonly width: number };
}

/** What ECharts gets of the lines, zoomed so. */
function drawn(series: ReturnType<typeof sampleSeries>, zoom: (range: LinesZoom) => LinesZoom): DrawnLine[] {
  const points = pointsOf(series);
  const range = { from: points[0]?.at ?? 0, to: points.at(-1)?.at ?? 0 };
  const input = { main: { series, points }, other: null, timeline: null, range, zoom: zoom(range), gapDays: 14 };
  const content = seriesChart(input);
  if (content.kind === 'nothing') throw new Error(content.reason);
  const { series: lines } = content.draw(sampleInk, { width: 700, height: 300 });
  return (Array.isArray(lines) ? lines : [lines]) as DrawnLine[]; // made by linesOption
}

it('draws a long series as a thin line with every point, and its noise line with fewer', () => {
  const lines = drawn(sampleSeries({ v: values }), (range) => range);
  const main = lines.find(({ id }) => id === 'main');
  expect(main?.data).toHaveLength(2400);
  expect(main?.lineStyle.width).toBe(1);
  expect(lines.find(({ id }) => id === 'noise')?.data.length).toBeLessThanOrEqual(600);
});

it('draws what a drag can reach point by point, and no less of a spike beyond', () => {
  const lines = drawn(sampleSeries({ v: values }), ({ from }) => ({ from, to: from + 50 * WEEK }));
  const main = lines.find(({ id }) => id === 'main');
  expect(main?.data.length).toBeLessThan(400);
  expect(main?.lineStyle.width).toBe(2);
  expect(main?.data.slice(0, 125).map(([, y]) => y)).toEqual(values.slice(0, 125));
  expect(main?.data.some(([, y]) => y === 3)).toBe(true);
});

it('breaks the lines where nothing came, also where they are drawn with fewer points', () => {
  const series = sampleSeries({ v: values });
  const gone = {
    ...series,
    t: series.t.map((at, i) => (i < 900 ? at : new Date(Date.parse(at) + 9 * WEEK).toISOString())),
  };
  const lines = drawn(gone, (range) => range);
  for (const id of ['main', 'noise'])
    expect(lines.find((line) => line.id === id)?.data.filter(([, y]) => y === null)).toHaveLength(1);
});
