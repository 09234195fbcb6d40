import { describe, expect, it } from 'vitest';
import { type AttentionInput, rankAttention } from './attention';

const quiet: AttentionInput = {
  unmonitoredByTier: [],
  reviewsOverdue: { count: 0, tier1: 0, oldestDue: null },
  reviewsDueThisQuarter: { count: 0, firstDue: null, quarterEnd: '2026-12-31' },
  today: '2026-11-23',
  waitingForApproval: { count: 0, example: null },
  withoutOwner: { inProduction: 0 },
  withoutTier: { inProduction: 0 },
  withoutFrequency: { inProduction: 0 },
  stalled: { count: 0, oldestSince: null, example: null },
  inProduction: 892,
};
const churn = { id: 'm1', name: 'Churn score' };
const busy: AttentionInput = {
  ...quiet,
  unmonitoredByTier: [
    { tier: null, count: 600, oldestSince: null, example: churn },
    { tier: 3, count: 30, oldestSince: null, example: churn },
    { tier: 1, count: 214, oldestSince: '2026-03-28T08:00:00Z', example: churn },
    { tier: 2, count: 26, oldestSince: null, example: churn },
  ],
  reviewsOverdue: { count: 9, tier1: 2, oldestDue: '2026-11-22' },
  reviewsDueThisQuarter: { count: 4, firstDue: '2026-12-01', quarterEnd: '2026-12-31' },
  waitingForApproval: { count: 3, example: churn },
  withoutOwner: { inProduction: 12 },
  withoutTier: { inProduction: 600 },
  withoutFrequency: { inProduction: 700 },
  stalled: { count: 5, oldestSince: '2026-01-01', example: churn },
};

it('names the claims that the rows do not bear out, and leads to them', () => {
  const claims = { assessmentId: 'a1', name: 'Spring', contradicted: 2, held: 7, finishedAt: '2026-05-01T00:00:00Z' };
  const [item] = rankAttention({ ...quiet, claims });
  expect(item?.title).toBe('2 claims of the assessment are not borne out by the portfolio');
  expect(item?.action).toMatchObject({ assessmentId: 'a1', filter: null, modelId: null });
  expect(rankAttention({ ...quiet, claims: { ...claims, contradicted: 0 } })).toEqual([]);
});

const only = (change: Partial<AttentionInput>) => rankAttention({ ...quiet, ...change })[0];

it('calls no level too low where it is the highest', () => {
  const missing = { withoutFrequency: { inProduction: 4 }, inProduction: 30 };
  expect(only({ ...missing, recommended: 2 })?.detail).toContain('the recommended level may be too low');
  expect(only({ ...missing, recommended: 3 })?.detail).toContain('level 3 is recommended all the same');
});

describe('the order', () => {
  it('is by severity, then tier, then number', () => {
    const order = rankAttention(busy).map((one) => `${one.severity} ${one.kind} ${one.count}`);
    expect(order).toEqual([
      'act unmonitored 214',
      'act reviews_overdue 9',
      'watch unmonitored 26',
      'watch unmonitored 600',
      'watch without_tier 600',
      'watch without_owner 12',
      'watch stalled 5',
      'watch waiting_for_approval 3',
      'note unmonitored 30',
      'note without_frequency 700',
      'note reviews_due 4',
    ]);
  });

  it('says since which month where the day is not known', () => {
    const group = { tier: 1, count: 2, oldestSince: '2024-02-15', example: null } as const;
    expect(only({ unmonitoredByTier: [{ ...group, oldestPrecision: 'quarter' }] })?.detail).toContain(
      'for about 1,012 days, since Q1 2024.',
    );
    expect(only({ unmonitoredByTier: [group] })?.detail).toContain('for 1,012 days, since 15 Feb 2024.');
  });

  it('puts models of which nobody has said whether they are monitored behind those that are not', () => {
    const monitoringUnknown = { count: 900, oldestSince: null, example: churn };
    const kinds = rankAttention({ ...busy, monitoringUnknown }).map(({ kind, count }) => `${kind} ${count}`);
    expect(kinds.indexOf('monitoring_unknown 900')).toBe(kinds.indexOf('unmonitored 30') + 1);
    expect(only({ monitoringUnknown })).toMatchObject({
      severity: 'note',
      title: '900 models in production of which nobody has said whether they are monitored',
      action: { label: 'Open these 900 models', filter: { monitoring: ['unknown'] } },
    });
    expect(only({ monitoringUnknown: { ...monitoringUnknown, count: 1 } })).toMatchObject({
      title: '1 model in production of which nobody has said whether it is monitored',
      action: { label: 'Open the model', modelId: 'm1' },
    });
    expect(only({ monitoringUnknown: { ...monitoringUnknown, count: 0 } })).toBeUndefined();
  });

  it('has nothing where all is quiet, also where a tier has no unmonitored model', () => {
    const none = { tier: 1, count: 0, oldestSince: null, example: null } as const;
    expect(rankAttention({ ...quiet, unmonitoredByTier: [none] })).toEqual([]);
  });
});

describe('models without monitoring', () => {
  it('stand with their number, since when, and the filter that shows them', () => {
    expect(rankAttention(busy)[0]).toEqual({
      kind: 'unmonitored',
      severity: 'act',
      title: '214 tier 1 models run in production without monitoring',
      detail:
        'Nobody would notice if one of them went wrong. The longest has run like this for 240 days, since 28 Mar 2026.',
      count: 214,
      since: '2026-03-28T08:00:00Z',
      action: { label: 'Open these 214 models', filter: { monitoring: ['not_monitored'], tier: [1] }, modelId: null },
    });
  });

  it('open the model itself when it is one', () => {
    const one = only({ unmonitoredByTier: [{ tier: 2, count: 1, oldestSince: '2026-11-23', example: churn }] });
    expect(one).toMatchObject({
      title: '1 tier 2 model runs in production without monitoring',
      detail: '“Churn score”: nobody would notice if it went wrong. It has run like this since 23 Nov 2026.',
      action: { label: 'Open the model', filter: null, modelId: 'm1' },
    });
  });

  it('are told apart when nobody has set their tier', () => {
    const one = only({ unmonitoredByTier: [{ tier: null, count: 2, oldestSince: null, example: null }] });
    expect(one).toMatchObject({
      severity: 'watch',
      title: '2 models without a tier run in production without monitoring',
      action: { filter: { monitoring: ['not_monitored'], tier: [null] } },
    });
  });
});

describe('reviews', () => {
  it('that are overdue ask to act when one is tier 1, and open what was due before today', () => {
    expect(only({ reviewsOverdue: { count: 9, tier1: 2, oldestDue: '2026-11-21' } })).toMatchObject({
      severity: 'act',
      title: '9 reviews are overdue by their day',
      detail: '2 of them are tier 1. The oldest has been due for 2 days, since 21 Nov 2026.',
      action: { filter: { reviewDueBefore: 'yesterday' } },
    });
    const one = only({ reviewsOverdue: { count: 1, tier1: 0, oldestDue: '2026-11-22' } });
    expect(one).toMatchObject({ severity: 'watch', title: '1 review is overdue by its day' });
    expect(one?.detail).toBe('The oldest has been due for 1 day, since 22 Nov 2026.');
  });

  it('that fall due this quarter are noted, beside the overdue ones as more', () => {
    const due = { count: 1, firstDue: '2026-12-01', quarterEnd: '2026-12-31' };
    expect(only({ reviewsDueThisQuarter: due })).toMatchObject({
      severity: 'note',
      title: '1 review is due by 31 Dec 2026',
      detail: 'The first is due on 1 Dec 2026. The quarter ends on 31 Dec 2026.',
      action: { label: 'Open the reviews due by 31 Dec 2026', filter: { reviewDueBefore: 'quarter-end' } },
    });
    expect(rankAttention(busy).at(-1)?.title).toBe('4 more reviews are due by 31 Dec 2026');
  });
});

describe('validation', () => {
  it('shows what waits for an approval, of the gated tiers where they are known', () => {
    const waitingForApproval = { count: 2, example: churn, tiers: [1] } as const;
    expect(only({ waitingForApproval })).toMatchObject({
      title: '2 models in validation wait for an approval',
      detail: 'They go live only on the approval of somebody other than the author.',
      action: { filter: { stage: ['validation'], tier: [1] } },
    });
    expect(only({ waitingForApproval: { count: 1, example: churn } })).toMatchObject({
      title: '1 model in validation waits for an approval',
      action: { filter: null, modelId: 'm1' },
    });
  });

  it('shows what has stalled, and for how long', () => {
    expect(only({ stalled: { count: 2, oldestSince: '2025-11-23', example: churn } })).toMatchObject({
      title: '2 models have been in validation for more than 180 days',
      detail: 'Work that neither goes live nor ends. The longest has been there for 365 days, since 23 Nov 2025.',
      since: '2025-11-23',
    });
  });
});

describe('gaps in the inventory', () => {
  it.each([
    ['withoutOwner', 'owner', 'watch', '12 models in production have no owner'],
    ['withoutTier', 'tier', 'watch', '12 models in production have no tier'],
    ['withoutFrequency', 'updateFrequency', 'note', '12 models in production have no update frequency'],
  ] as const)('%s opens the models concerned', (key, missing, severity, title) => {
    const one = only({ [key]: { inProduction: 12 } });
    expect(one).toMatchObject({ severity, title, action: { filter: { inProduction: true, missing: [missing] } } });
    expect(one?.detail).toContain('12 of 892 models in production.');
  });
});
