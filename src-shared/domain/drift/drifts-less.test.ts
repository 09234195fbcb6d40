import { expect, it } from 'vitest';
import { driftsLess } from './drifts-less';

it('goes by the direction of the metric, and says nothing where there is none', () => {
  expect(driftsLess(0.3, 0.1, 'higher', null)).toBe('challenger');
  expect(driftsLess(0.1, 0.3, 'higher', null)).toBe('champion');
  // Of p-values lower is drift.
  expect(driftsLess(0.3, 0.1, 'lower', null)).toBe('champion');
  expect(driftsLess(0.2, 0.2, 'lower', null)).toBe('same');
  expect(driftsLess(0.3, 0.1, 'unknown', null)).toBeNull();
  expect(driftsLess(null, 0.1, 'higher', null)).toBeNull();
});

it('tells figures of chance not apart: neither drifts where neither reaches its limit to watch', () => {
  const bands = { watch: 0.1, act: 0.25 };
  expect(driftsLess(0.007, 0.025, 'higher', bands)).toBe('same');
  expect(driftsLess(0.16, 0.017, 'higher', bands)).toBe('challenger');
  expect(driftsLess(0.099, 0.1, 'higher', bands)).toBe('champion');
  expect(driftsLess(0.3, 0.2, 'lower', { watch: 0.05, act: 0.01 })).toBe('same');
});
