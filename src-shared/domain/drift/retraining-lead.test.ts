import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type LeadFacts, retrainingLead, sayLead } from './retraining-lead';

const item = (days: number, part: Partial<LeadFacts> = {}): LeadFacts => ({
  state: 'live',
  openedAt: '2026-03-01T18:00:00.000Z',
  liveAt: new Date(Date.UTC(2026, 2, 1 + days)).toISOString(),
  livePrecision: 'day',
  ...part,
});

it('is the median of whole days from asking to live', () => {
  expect(retrainingLead([item(10), item(40), item(29)])).toEqual({ median: 29, n: 3 });
  expect(retrainingLead([item(10), item(20)])).toEqual({ median: 15, n: 2 });
});

it('leaves out what never went live, and what no day is known of', () => {
  const left = [item(9, { state: 'against' }), item(9, { livePrecision: 'month' }), item(9, { liveAt: null })];
  expect(retrainingLead(left)).toEqual({ median: null, n: 0 });
  expect(sayLead(retrainingLead(left))).toMatch(/^None has gone live/);
});

it('says of how many, and that few are no rule', () => {
  expect(sayLead({ median: 29, n: 3 })).toBe('From due to live: 29 days (median, n = 3, too few for a rule)');
  expect(sayLead({ median: 1, n: 5 })).toBe('From due to live: 1 day (median, n = 5)');
});

it('lies between the shortest and the longest, whatever the order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1 }), (days) => {
      const { median, n } = retrainingLead(days.map((one) => item(one)));
      expect(n).toBe(days.length);
      expect(median).toBeGreaterThanOrEqual(Math.min(...days));
      expect(median).toBeLessThanOrEqual(Math.max(...days));
      expect(retrainingLead(days.toReversed().map((one) => item(one))).median).toBe(median);
    }),
  );
});
