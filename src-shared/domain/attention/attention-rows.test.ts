import { describe, expect, it } from 'vitest';
import type { RankedItem } from './attention-item';
import { attentionRows } from './attention-rows';
import { type TroubledModel, troublesOf } from './troubled-model';

const today = '2026-11-29';
const model = (id: string, rest: Partial<TroubledModel> = {}): TroubledModel => ({
  id,
  name: `Model ${id}`,
  tier: 2,
  owner: 'Ada',
  drifted: null,
  silent: null,
  retraining: null,
  incidents: [],
  unmonitored: null,
  tooFewRows: false,
  reviewOverdueSince: null,
  waiting: false,
  stalled: null,
  ...rest,
});
const due = (since: string) => ({ since, inWork: false, overdueSince: null, words: 'Due' });
const incident = (number: number, severity: 1 | 2 | 3 | null, openedAt = '2026-11-20T08:00:00.000Z') => ({
  id: `i${number}`,
  number,
  severity,
  status: 'acknowledged',
  openedAt,
});
const matter = (kind: string, tier: 1 | 2 | 3 | null, detail = ''): RankedItem => ({
  tier,
  attention: {
    kind,
    severity: 'watch',
    title: `${kind} of tier ${tier}`,
    detail,
    count: 5,
    since: null,
    action: { label: 'Open', filter: {}, modelId: null },
  },
});
const rows = (models: readonly TroubledModel[], matters: readonly RankedItem[] = [], named: readonly string[] = []) =>
  attentionRows({ today, models, incidentsOfNone: [], matters, named: new Set(named) });

describe('troublesOf', () => {
  it('finds nothing wrong with a model with which nothing is', () => {
    expect(troublesOf(model('a'), today)).toEqual([]);
  });

  it('puts a grave incident before the drift behind it, and drift before what is not known', () => {
    const all = model('a', {
      tier: 1,
      drifted: { figure: 'PSI of age 0.31', since: '2026-08-01' },
      retraining: due('2026-10-01T00:00:00.000Z'),
      incidents: [incident(46, 2)],
      reviewOverdueSince: '2026-07-28',
    });
    expect(troublesOf(all, today).map(({ kind, severity }) => `${kind} ${severity}`)).toEqual([
      'incidents_open act',
      'drifted act',
      'reviews_overdue act',
    ]);
  });

  it('names a light incident beside the drift, not before it', () => {
    const found = troublesOf(
      model('a', { drifted: { figure: 'PSI of age 0.31', since: null }, incidents: [incident(47, 3)] }),
      today,
    );
    expect(found.map(({ words }) => words)).toEqual(['Drifted, PSI of age 0.31', 'Incident 47 open (SEV 3)']);
    // Open for more than thirty days it is asked after.
    expect(
      troublesOf(model('a', { incidents: [incident(3, 3, '2026-10-01T08:00:00.000Z')] }), today)[0]?.severity,
    ).toBe('watch');
  });

  it('asks for retraining to begin, lets it be while it is in work, and asks again when its day has passed', () => {
    const drifted = { figure: 'PSI of age 0.31', since: '2026-11-02' };
    const work = { since: '2026-11-10', inWork: true, overdueSince: null, words: 'In work by Ada until 12 Nov 2026' };
    const first = (retraining: TroubledModel['retraining']) => troublesOf(model('a', { drifted, retraining }), today);
    expect(first(due('2026-11-10'))[0]?.action.label).toBe('Start retraining');
    expect(first(work).map(({ kind, action }) => `${kind}: ${action.label}`)).toEqual(['drifted: Open its drift']);
    expect(first({ ...work, overdueSince: '2026-11-12' }).map(({ words }) => words)).toContain(
      'Retraining in work by Ada until 12 Nov 2026',
    );
  });

  it('holds a model without a tier as material as one of tier 2', () => {
    const silent = { since: '2026-10-13', lastResult: null };
    const grave = (tier: TroubledModel['tier']) => troublesOf(model('a', { tier, silent }), today)[0]?.severity;
    expect([grave(1), grave(2), grave(3), grave(null)]).toEqual(['act', 'watch', 'note', 'watch']);
  });
});

describe('attentionRows', () => {
  it('has one row a model, whatever is wrong with it, with its owner and one action', () => {
    const found = rows([
      model('a', {
        drifted: { figure: 'PSI of age 0.31', since: '2026-11-02' },
        retraining: due('2026-11-20T00:00:00.000Z'),
        incidents: [incident(46, 2), incident(47, 3)],
      }),
    ]);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      title: 'Model a',
      detail: 'Drifted, PSI of age 0.31; incidents 46 (SEV 2) and 47 (SEV 3) open',
      owner: 'Ada',
      since: '2026-11-02',
      incidents: [
        { id: 'i46', number: 46 },
        { id: 'i47', number: 47 },
      ],
      action: { label: 'Start retraining', modelId: 'a', page: 'drift' },
    });
  });

  it('leads from an incident to the incident', () => {
    expect(rows([model('a', { tier: 1, incidents: [incident(46, 1)] })])[0]?.action).toMatchObject({
      incidentId: 'i46',
      label: 'Open incident 46',
    });
    const [lost] = attentionRows({
      today,
      models: [],
      matters: [],
      named: new Set(),
      incidentsOfNone: [incident(9, 2)],
    });
    expect(lost).toMatchObject({ title: 'Incident 9', owner: null, action: { incidentId: 'i9' } });
  });

  it('ranks by severity, then tier, then the longest so', () => {
    const unmonitored = { precision: 'day', neverMeasured: true } as const;
    const found = rows([
      model('c', { tier: 2, unmonitored: { ...unmonitored, since: '2026-01-02' } }),
      model('b', { tier: 2, unmonitored: { ...unmonitored, since: '2025-01-02' } }),
      model('d', { tier: 3, drifted: { figure: '', since: null } }),
      model('a', { tier: 1, reviewOverdueSince: '2026-07-28' }),
    ]);
    expect(found.map(({ modelId }) => modelId)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('leaves out the matters whose models are all named, and keeps those of many', () => {
    const matters = [
      matter('drifted', 1),
      matter('unmonitored', 1),
      matter('unmonitored', 3),
      matter('unmonitored', null),
      matter('stalled', null),
    ];
    const named = ['unmonitored 1', 'unmonitored none', 'stalled'];
    expect(rows([], matters, named).map(({ title }) => title)).toEqual(['unmonitored of tier 3']);
  });

  it('says of a matter what its columns do not say', () => {
    const detail =
      '74 of them are tier 1. The oldest has been due for 3,619 days, since 1 Jan 2017. To be checked: 11 of the dates lie before 29 Nov 2016.';
    expect(rows([], [matter('reviews_overdue', 1, detail)])[0]?.detail).toBe(
      '74 of them are tier 1. To be checked: 11 of the dates lie before 29 Nov 2016.',
    );
    expect(
      rows([], [matter('without_owner', null, '892 of 892 models in production. Nobody answers.')])[0]?.detail,
    ).toBe('Nobody answers.');
  });

  it('questions a date that is rather a slip', () => {
    expect(rows([model('a', { tier: 1, reviewOverdueSince: '1997-02-01' })])[0]).toMatchObject({
      since: '1997-02-01',
      doubtful: true,
    });
  });
});
