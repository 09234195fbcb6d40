import { expect, it } from 'vitest';
import { type DriftPoint, UNSAID } from './reading';
import { DriftSummary } from './summary';

const point = (name: string, day: number, part: Partial<DriftPoint> = {}): DriftPoint => ({
  ...UNSAID,
  ...{ name, column: 'age', metric: 'psi', method: '', base: null, binning: '' },
  ...{ source: { tool: 'Table', version: '' }, at: `2024-01-0${day}T00:00:00.000Z`, value: day / 10 },
  ...part,
});

const modelOf = (name: string): string | null => (name === 'stranger' ? null : `model of ${name}`);

it('gives what it holds by model, and goes on with the same series after it was put away', () => {
  const summary = new DriftSummary();
  for (const one of [point('a', 1), point('a', 2), point('b', 1), point('stranger', 1)]) summary.point(one, '');
  const first = summary.results(modelOf);
  expect(first.series.map(({ key, points }) => [key.modelId, [...points.value]])).toEqual([
    ['model of a', [0.1, 0.2]],
    ['model of b', [0.1]],
  ]);
  expect(summary.bytes).toBeGreaterThan(0);
  summary.putAway();
  expect([summary.bytes, summary.held]).toEqual([0, 0]);
  expect(summary.results(modelOf).series).toEqual([]);
  summary.point(point('a', 3), '');
  expect(summary.results(modelOf).series.map(({ points }) => [...points.value])).toEqual([[0.3]]);
  expect(summary.series.find(({ name }) => name === 'a')).toMatchObject({ points: 3, lowest: 0.1, highest: 0.3 });
  expect(summary.points).toBe(5);
});

it('tells series by all that they are told by', () => {
  const summary = new DriftSummary();
  const parts: Partial<DriftPoint>[] = [
    { metric: 'ksP' },
    { method: 'exact' },
    { base: '2' },
    { binning: 'deciles' },
    { source: { tool: 'Other', version: '' } },
    { source: { tool: 'Table', version: '2' } },
    { column: 'income' },
    {},
  ];
  for (const part of [...parts, ...parts]) summary.point(point('a', 1, part), '');
  expect(summary.series).toHaveLength(parts.length);
  expect(summary.series.every(({ points }) => points === 2)).toBe(true);
  expect(summary.results(modelOf)).toMatchObject({ repeated: parts.length });
});
