import { expect, it } from 'vitest';
import { driftsLess } from './drifts-less';

it('goes by the direction of the metric, and says nothing where there is none', () => {
  expect(driftsLess(0.3, 0.1, 'higher')).toBe('challenger');
  expect(driftsLess(0.1, 0.3, 'higher')).toBe('champion');
  // Of p-values lower is drift.
  expect(driftsLess(0.3, 0.1, 'lower')).toBe('champion');
  expect(driftsLess(0.2, 0.2, 'lower')).toBe('same');
  expect(driftsLess(0.3, 0.1, 'unknown')).toBeNull();
  expect(driftsLess(null, 0.1, 'higher')).toBeNull();
});
