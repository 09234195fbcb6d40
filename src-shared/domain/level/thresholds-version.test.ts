import { expect, it } from 'vitest';
import { nextThresholdsVersion } from './thresholds-version';

it('counts on within a month and starts again in another', () => {
  expect(nextThresholdsVersion('2026-11-1', '2026-11-23T10:00:00.000Z')).toBe('2026-11-2');
  expect(nextThresholdsVersion('2026-11-9', '2026-11-23T10:00:00.000Z')).toBe('2026-11-10');
  expect(nextThresholdsVersion('2026-11-2', '2026-12-01T00:00:00.000Z')).toBe('2026-12-1');
  expect(nextThresholdsVersion('ours', '2026-12-01T00:00:00.000Z')).toBe('2026-12-1');
});
