import { expect, it } from 'vitest';
import { sparkPath, sparkScale } from './spark';
import { sampleSeries } from './testing/sample-series';

it('draws a series from its first to its last result, and breaks where there is no value', () => {
  const series = sampleSeries({ v: [0, 1, null, 0.5, 1] });
  expect(sparkPath(series, 1)).toBe('M0 44L50 0M150 22L200 0');
  expect(sparkPath(sampleSeries({ v: [1] }), 1)).toBe('M100 0h4');
  expect(sparkPath(sampleSeries({ v: [null] }), 1)).toBe('');
});

it('has room for the highest value and for the bands of all', () => {
  expect(sparkScale([sampleSeries({ v: [0.5] }), sampleSeries({ v: [null] })])).toBeCloseTo(0.52);
  expect(sparkScale([sampleSeries({ v: [0.1] })])).toBeCloseTo(0.26);
  expect(sparkScale([sampleSeries({ v: [0], bands: null })])).toBe(1);
});
