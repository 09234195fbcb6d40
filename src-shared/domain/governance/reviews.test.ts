import { describe, expect, it } from 'vitest';
import { DEFAULT_REVIEW_EVENT_DAYS, plannedReview, type Reviewable, type ReviewEvent } from './reviews';

const incident = (on: string, name = '46'): ReviewEvent => ({ kind: 'incident', on, name, incidentId: name });
const model: Reviewable = {
  regular: '2027-04-10',
  source: 'tier',
  tier: 1,
  lastApprovalAt: '2026-04-10T09:00:00.000Z',
  lastReviewOn: null,
  events: [],
};
const planned = (change: Partial<Reviewable>, days = DEFAULT_REVIEW_EVENT_DAYS) =>
  plannedReview({ ...model, ...change }, days);

describe('a planned review', () => {
  it('is on its regular day while nothing happens', () =>
    expect(planned({})).toEqual({ day: '2027-04-10', before: null, event: null, why: 'By tier 1' }));

  it('is brought forward by an event, and keeps its old day beside it', () =>
    expect(planned({ events: [incident('2026-11-17')] })).toMatchObject({
      day: '2027-02-15',
      before: '2027-04-10',
      event: { kind: 'incident' },
      why: 'Within 90 days of incident 46 of 17 Nov 2026',
    }));

  it('is never put off by an event', () =>
    expect(planned({ regular: '2026-12-01', events: [incident('2026-11-17')] })).toMatchObject({
      day: '2026-12-01',
      event: null,
    }));

  it('takes the first of several events, and none that was looked at since', () => {
    const events = [incident('2026-11-17'), incident('2026-10-01', '40'), incident('2026-03-13', '21')];
    expect(planned({ events })?.event?.name).toBe('40');
    expect(planned({ events, lastReviewOn: '2026-10-01' })?.event?.name).toBe('46');
    expect(planned({ events, lastReviewOn: '2026-11-17' })?.event).toBeNull();
  });

  it('is called by an event alone where no regular one is due', () =>
    expect(planned({ regular: null, source: 'none', events: [incident('2026-11-17')] })).toMatchObject({
      day: '2027-02-15',
      before: null,
    }));

  it('is not called by what the house has switched off', () => {
    const events: ReviewEvent[] = [{ kind: 'release', on: '2026-11-17', name: '5.2', incidentId: null }];
    expect(planned({ events })?.event).toBeNull();
    expect(planned({ events }, { ...DEFAULT_REVIEW_EVENT_DAYS, release: 30 })?.day).toBe('2026-12-17');
    expect(planned({ regular: null, source: 'none' })).toBeNull();
  });
});
