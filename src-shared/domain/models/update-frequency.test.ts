import { expect, it } from 'vitest';
import { DEFAULT_UPDATES_PER_YEAR, meanFrequency, releaseLoad } from './update-frequency';

it('has the updates a year of rules.md 2', () => {
  expect(DEFAULT_UPDATES_PER_YEAR).toEqual({
    ad_hoc: 0.5,
    yearly: 1,
    half_yearly: 2,
    quarterly: 4,
    monthly: 12,
    weekly: 52,
    daily: 365,
    on_drift: 365,
  });
});

it('sums the load over the known frequencies and counts the unknown ones apart', () => {
  const frequencies = [
    { frequency: 'monthly', count: 3 },
    { frequency: 'ad_hoc', count: 5 },
    { frequency: null, count: 7 },
    { frequency: null, count: 1 },
  ] as const;
  expect(releaseLoad(frequencies, DEFAULT_UPDATES_PER_YEAR)).toEqual({ load: 38.5, unknown: 8 });
  expect(releaseLoad([], DEFAULT_UPDATES_PER_YEAR)).toEqual({ load: 0, unknown: 0 });
  expect(releaseLoad(frequencies, { ...DEFAULT_UPDATES_PER_YEAR, monthly: 10 }).load).toBe(32.5);
});

it('takes the mean over known models, and 0 without any', () => {
  expect(meanFrequency(104, 8)).toBe(13);
  expect(meanFrequency(0, 0)).toBe(0);
});
