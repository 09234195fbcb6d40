import { describe, expect, it } from 'vitest';
import { type FindingFacts, lastSignOfLife, timelineCount, timelineFinding } from './finding';
import type { TimelineRetraining } from './retraining-events';
import { eventOf } from './timeline-event';
import type { FiguredRun, TimelineIncident } from './trouble-events';

const CALM: FindingFacts = {
  inProduction: true,
  health: 'ok',
  since: '2026-05-01',
  retraining: [],
  incidents: [],
  openFindings: 0,
  challengers: [],
};
// Only what the sentences read.
const item = (part: Partial<TimelineRetraining>) =>
  ({ open: true, state: 'due', openedAt: '2026-10-03T05:00:00.000Z', owner: '', ...part }) as TimelineRetraining;
const incident = (number: number, openedAt: string, overAt: string | null = null) =>
  ({ number, openedAt, overAt }) as TimelineIncident;

describe('the finding', () => {
  it('says how the model is, since when, and what is open of it', () => {
    expect(timelineFinding(CALM)).toBe('Within limits since 1 May 2026; nothing is open');
    expect(timelineFinding({ ...CALM, openFindings: 2 })).toBe('Within limits since 1 May 2026; 2 findings not closed');
    expect(
      timelineFinding({
        ...CALM,
        health: 'act',
        since: '2026-10-03',
        retraining: [item({}), item({ open: false })],
        incidents: [incident(3, '2026-01-01', '2026-02-01'), incident(46, '2026-11-17T08:00:00.000Z')],
      }),
    ).toBe('At act since 3 Oct 2026; retraining due since 3 Oct 2026, not started; incident 46 open since 17 Nov 2026');
  });

  it('says that a decision against it has run out', () => {
    expect(timelineFinding({ ...CALM, health: 'act', retraining: [item({ state: 'ran_out' })] })).toMatch(
      /retraining due since the decision against it ran out$/,
    );
  });

  it('names who works on it, what runs beside, and the oldest of several incidents', () => {
    expect(
      timelineFinding({
        ...CALM,
        health: 'silent',
        since: null,
        retraining: [item({ state: 'in_work', owner: 'Ada' })],
        incidents: [incident(5, '2026-11-02'), incident(4, '2026-10-01')],
        challengers: [{ version: '5.2', since: '2026-09-09' }],
      }),
    ).toBe(
      'Silent; retraining in work by Ada; 2 incidents open, the oldest since 1 Oct 2026; 5.2 runs beside it since 9 Sep 2026',
    );
  });

  it('does not take what is unknown for well', () => {
    expect(timelineFinding({ ...CALM, health: 'unknown', since: null })).toBe(
      'No verdict on its drift; nothing is open',
    );
    expect(timelineFinding({ ...CALM, inProduction: false })).toBe('Not in production, so nothing is to be watched');
  });
});

const run = (verdict: FiguredRun['verdict'], from: number): FiguredRun => ({
  verdict,
  from,
  to: from,
  results: 1,
  figure: '',
  batches: [],
});

it('counts the times at act, of which a way back to watch alone ends none', () => {
  const runs = [run('ok', 0), run('act', 1), run('watch', 2), run('act', 3), run('ok', 4), run('act', 5)];
  expect(timelineCount(runs, 1, 2)).toBe(
    'Drift reached act twice since 1 Jan 1970; 1 incident and 2 releases are recorded',
  );
  expect(timelineCount([run('ok', 0)], 0, 1)).toMatch(
    /^Drift has not reached act since .*; 0 incidents and 1 release are/,
  );
  expect(timelineCount([], 0, 0)).toMatch(/^No drift result has ever come in/);
});

describe('the last sign of life', () => {
  const event = (kind: 'edits' | 'moves' | 'incidents', at: string) => ({
    ...eventOf({ key: at, kind, at, what: '' }),
    seqs: [],
  });
  const NOW = '2026-11-29T00:00:00.000Z';

  it('counts results and incidents, and no edit of its row', () => {
    const events = [event('edits', '2026-11-28'), event('incidents', '2026-11-20'), event('moves', '2026-04-16')];
    expect(lastSignOfLife(events, null, NOW)).toMatchObject({ at: '2026-11-20', what: 'an incident' });
    expect(lastSignOfLife(events, '2026-11-21T00:00:00.000Z', NOW)).toMatchObject({ what: 'a drift result' });
    expect(lastSignOfLife([event('edits', '2026-11-28')], null, NOW)).toBeNull();
  });

  it('has not come yet where it lies in the future', () => {
    expect(lastSignOfLife([event('moves', '2027-01-01')], null, NOW)).toBeNull();
  });
});
