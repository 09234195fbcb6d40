import { expect, it } from 'vitest';
import { meanFrequency } from './mean-frequency';

it('is the mean over known models, and 0 without any', () => {
  expect(meanFrequency(104, 8)).toBe(13);
  expect(meanFrequency(0, 0)).toBe(0);
});
