import { describe, expect, it } from 'vitest';
import { driftedRow, incidentRow, type MondayModel, retrainingRow, reviewRow, silentRow } from './monday';
import { groupWords, type MondayChanges, mondayHeadline, mondaySubline } from './monday-words';

const asked = { today: '2026-11-26', since: '2026-11-16T08:00:00.000Z' };
const model: MondayModel = {
  id: 'm',
  name: 'Churn',
  tier: 1,
  owner: 'Ada',
  release: { version: '2', at: '2026-04-10', precision: 'day' },
  incidents: [],
};
const incident = {
  id: 'i46',
  number: 46,
  severity: 2,
  status: 'acknowledged',
  openedAt: '2026-11-17T08:00:00.000Z',
  title: 'Loss ratio',
  owner: '',
} as const;

describe('a row of the week', () => {
  it('is new where it came after the day of the last look', () => {
    expect(driftedRow(model, 'PSI 0.3', '2026-11-17', asked).fresh).toBe(true);
    // On that very day it may have been seen.
    expect(driftedRow(model, 'PSI 0.3', '2026-11-16', asked).fresh).toBe(false);
    expect(driftedRow(model, 'PSI 0.3', null, asked).fresh).toBe(false);
    expect(silentRow(model, { day: '2026-11-20', lastResult: null, cadenceDays: null }, asked).fresh).toBe(true);
    expect(incidentRow(incident, model, asked).fresh).toBe(true);
    expect(incidentRow({ ...incident, openedAt: '2026-11-16T07:00:00.000Z' }, model, asked).fresh).toBe(false);
  });

  it('leads from drift to its open incident, or to a report of one', () => {
    expect(driftedRow(model, '', null, asked).action).toMatchObject({ page: 'report', modelId: 'm' });
    expect(driftedRow({ ...model, incidents: [incident] }, '', null, asked)).toMatchObject({
      incidents: [{ id: 'i46', number: 46 }],
      action: { incidentId: 'i46', label: 'Open incident 46' },
    });
  });

  it('names the next step of an incident, and its own owner before the model’s', () => {
    expect(incidentRow(incident, model, asked)).toMatchObject({
      what: 'SEV 2, acknowledged: Loss ratio',
      owner: 'Ada',
      mark: 'act',
      action: { label: 'Mitigate', incidentId: 'i46', step: 'mitigate' },
    });
    expect(incidentRow({ ...incident, owner: 'Bea', status: 'mitigated' }, null, asked)).toMatchObject({
      owner: 'Bea',
      modelId: null,
      name: 'No known model',
      action: { label: 'Resolve' },
    });
  });

  it('says where retraining stands', () => {
    const item = { id: 'r', openedAt: '2026-11-20', owner: 'Ada', until: '2026-11-24', asked: 'act in 3 windows' };
    expect(retrainingRow(model, { ...item, inWork: false, overdue: false }, asked)).toMatchObject({
      what: 'Due: act in 3 windows',
      mark: 'act',
    });
    expect(retrainingRow(model, { ...item, inWork: true, overdue: true }, asked).what).toBe(
      'In work by Ada until 24 Nov 2026, overdue',
    );
  });

  it('tells a review that is overdue from one to come, and asks about a date that is rather a slip', () => {
    expect(reviewRow(model, '2026-11-25', asked)).toMatchObject({ what: 'Review overdue', mark: 'act', fresh: true });
    expect(reviewRow(model, '2026-11-15', asked).fresh).toBe(false);
    expect(reviewRow(model, '2026-11-26', asked)).toMatchObject({
      what: 'Review due today',
      mark: 'note',
      fresh: false,
    });
    expect(reviewRow(model, '2026-11-27', asked).what).toBe('Review due in 1 day');
    expect(reviewRow(model, '1997-02-01', asked).doubtful).toBe(true);
  });
});

const none: MondayChanges = {
  drifted: { total: 0, fresh: 0, back: [] },
  retraining: { due: 0, inWork: 0, overdue: 0, fresh: 0, settled: 0, lead: { median: null, n: 0 } },
  incidents: { total: 0, fresh: 0, resolved: 0 },
  silent: { total: 0, fresh: 0, back: [] },
  reviews: { overdue: 0, due: 0, fresh: 0, until: '2026-12-31' },
};

describe('what is said of the week', () => {
  it('says what changed, the gravest first, in one line', () => {
    const changes: MondayChanges = {
      ...none,
      drifted: { total: 3, fresh: 1, back: [] },
      incidents: { total: 4, fresh: 2, resolved: 0 },
    };
    expect(mondayHeadline(changes)).toBe('One more model drifted, two incidents opened, nothing was resolved');
    const all: MondayChanges = {
      drifted: { total: 30, fresh: 12, back: ['A', 'B', 'C'] },
      retraining: { due: 3, inWork: 2, overdue: 1, fresh: 3, settled: 1, lead: { median: 29, n: 5 } },
      incidents: { total: 40, fresh: 20, resolved: 11 },
      silent: { total: 20, fresh: 10, back: [] },
      reviews: { overdue: 3, due: 1, fresh: 2, until: '2026-12-31' },
    };
    expect(mondayHeadline(all).length).toBeLessThan(90);
    expect(groupWords('retraining', all)).toEqual({
      title: 'Retraining: 3 due, 2 in work, 1 overdue',
      change: 'three came due; one settled; from due to live: 29 days (median, n = 5)',
    });
    expect(groupWords('drifted', all).change).toBe('12 new; three came back within limits');
  });

  it('does not make news of nothing', () => {
    expect(mondayHeadline(none)).toBe('Nothing is open, and nothing changed');
    expect(mondayHeadline({ ...none, silent: { total: 2, fresh: 0, back: [] } })).toBe(
      'Nothing changed; 2 matters still open',
    );
    expect(mondayHeadline({ ...none, incidents: { total: 0, fresh: 0, resolved: 1 } })).toBe(
      'Nothing new went wrong, one incident resolved',
    );
    expect(groupWords('silent', none)).toEqual({ title: 'Silent: 0', change: 'nothing changed' });
  });

  it('says over which days and whose rows they are', () => {
    const span = { since: '2026-11-16T08:00:00.000Z', now: '2026-11-26T09:00:00.000Z' };
    expect(mondaySubline({ ...span, basis: 'looked' }, ['Ada', 'Bea', 'Ada', ''], 2)).toBe(
      '10 days, 16 Nov 2026 to 26 Nov 2026, since you last looked. Two of 4 rows are new; two are of Ada.',
    );
    expect(mondaySubline({ ...span, basis: 'week' }, [], 0)).toContain('for you have not looked before');
    expect(mondaySubline({ ...span, basis: 'chosen' }, ['Ada'], 0)).toContain('None of 1 row is new.');
  });
});
