import { describe, expect, it } from 'vitest';
import { type TestBackend, testBackend } from '../../testing/test-backend';

async function portfolio(): Promise<TestBackend & { readonly pricing: string; readonly churn: string }> {
  const engine = await testBackend();
  const create = async (name: string, tier: 1 | 2) =>
    (await engine.call('models.create', { name, tier, unit: 'Retail / Cards', stage: 'deployed', since: '2026-01-01' }))
      .id;
  return { ...engine, pricing: await create('Pricing', 1), churn: await create('Churn', 2) };
}

describe('incidents', () => {
  it('are registered in one line, moved with their times, and found again', async () => {
    const { call, pricing } = await portfolio();
    const made = await call('incidents.create', { title: 'Scores are stale', modelId: pricing });
    expect(made).toMatchObject({
      number: 1,
      status: 'open',
      severity: null,
      openedAt: '2026-11-23T10:00:00.000Z',
      modelName: 'Pricing',
      unit: 'Retail / Cards',
      tier: 1,
      nextStatuses: ['acknowledged', 'mitigated', 'resolved', 'closed'],
    });
    await call('incidents.update', { id: made.id, patch: { openedAt: '2026-11-20T08:00:00+01:00', severity: 2 } });
    await call('incidents.move', { id: made.id, to: 'acknowledged', at: '2026-11-20T08:00:00Z' });
    const resolved = await call('incidents.move', {
      id: made.id,
      to: 'resolved',
      at: '2026-11-21T07:00:00Z',
      note: 'Rolled back',
    });
    expect(resolved).toMatchObject({ status: 'resolved', timeToAcknowledgeHours: 1, timeToResolveHours: 24 });
    expect(resolved.moves.map(({ from, to, at, note }) => [from, to, at, note])).toEqual([
      [null, 'open', '2026-11-20T07:00:00.000Z', ''],
      ['open', 'acknowledged', '2026-11-20T08:00:00.000Z', ''],
      ['acknowledged', 'resolved', '2026-11-21T07:00:00.000Z', 'Rolled back'],
    ]);
    expect((await call('incidents.list', { search: 'pricing STALE' })).rows).toMatchObject([
      { id: made.id, severity: 2 },
    ]);
    expect((await call('incidents.list', { filter: { open: true } })).total).toBe(0);
  });

  it('tell who changed what from what to what, and what was taken back', async () => {
    const { call, pricing } = await portfolio();
    const { id } = await call('incidents.create', { title: 'Stale', severity: 3 });
    await call('incidents.update', { id, patch: { severity: 2, postmortem: { impact: 'Late' } } });
    await call('incidents.attach', { ids: [id], modelId: pricing });
    await call('incidents.move', { id, to: 'acknowledged', at: '2026-11-23T10:00:00Z' });
    await call('history.undo', {});
    const { changes } = await call('incidents.history', { id });
    const told = changes.map(({ label, field, before, after }) => [label.replace(/“.*”/, '…'), field, before, after]);
    const acknowledged = '2026-11-23T10:00:00.000Z';
    expect(told).toEqual([
      ['Undo: Set the incident … to acknowledged', 'status', 'acknowledged', 'open'],
      ['Undo: Set the incident … to acknowledged', 'acknowledgedAt', acknowledged, null],
      ['Set the incident … to acknowledged', 'status', 'open', 'acknowledged'],
      ['Set the incident … to acknowledged', 'acknowledgedAt', null, acknowledged],
      ['Attach 1 incident to a model', 'modelId', null, 'Pricing'],
      [expect.any(String), 'severity', 3, 2],
      [expect.any(String), 'postmortem.impact', '', 'Late'],
      ['Report the incident …', 'severity', null, 3],
      ['Report the incident …', 'title', null, 'Stale'],
      ['Report the incident …', 'openedAt', null, acknowledged],
      ['Report the incident …', 'status', null, 'open'],
    ]);
    expect(changes.every(({ actor }) => actor === 'Ada')).toBe(true);
  });

  it('come back as reopened, keep their first acknowledgement and count only the resolution that holds', async () => {
    const { call } = await portfolio();
    const { id } = await call('incidents.create', {
      title: 'Drops',
      openedAt: '2026-11-01',
      acknowledgedAt: '2026-11-02',
      resolvedAt: '2026-11-03',
    });
    const again = await call('incidents.move', { id, to: 'reopened', at: '2026-11-05' });
    expect(again).toMatchObject({ status: 'reopened', reopenCount: 1, resolvedAt: null, timeToResolveHours: null });
    expect((await call('incidents.metrics', {})).groups).toMatchObject([
      { key: 'all', opened: 1, open: 1, reopened: 1, timeToResolve: { n: 0, median: null } },
    ]);
    await call('incidents.move', { id, to: 'acknowledged', at: '2026-11-06' });
    const over = await call('incidents.move', { id, to: 'resolved', at: '2026-11-11' });
    expect(over).toMatchObject({ acknowledgedAt: '2026-11-02T00:00:00.000Z', timeToResolveHours: 240 });
    expect((await call('incidents.metrics', {})).groups).toMatchObject([
      { open: 0, timeToAcknowledge: { median: 24, n: 1, never: 0 }, timeToResolve: { median: 240, p90: 240, n: 1 } },
    ]);
  });

  it.each([
    [{ openedAt: '2026-11-10', resolvedAt: '2026-11-09' }, /resolved .* before it was opened/],
    [
      { openedAt: '2026-11-10', acknowledgedAt: '2026-11-12', resolvedAt: '2026-11-11' },
      /resolved .* before it was acknowledged/,
    ],
    [{ openedAt: '2026-11-24' }, /in the future/],
    [{ openedAt: '2026-11-10', resolvedAt: '2026-11-11', status: 'open' as const }, /not resolved cannot have/],
  ])('are refused with contradicting times: %j', async (times, message) => {
    const { call } = await portfolio();
    await expect(call('incidents.create', { title: 'X', ...times })).rejects.toThrow(message);
  });

  it('of no known model are kept, attached later, and outlive their model', async () => {
    const { call, churn } = await portfolio();
    const { id } = await call('incidents.create', { title: 'Who is this', modelText: 'churn-svc' });
    expect((await call('incidents.list', { filter: { modelId: [null] } })).total).toBe(1);
    expect(await call('incidents.attach', { ids: [id], modelId: churn, version: '2' })).toEqual({ attached: 1 });
    expect(await call('incidents.get', { id })).toMatchObject({
      modelName: 'Churn',
      modelText: 'churn-svc',
      version: '2',
    });
    await call('models.remove', { ids: [churn] });
    expect(await call('incidents.get', { id })).toMatchObject({ modelId: null, modelName: '', modelText: 'churn-svc' });
    await call('history.undo', {});
    expect(await call('incidents.get', { id })).toMatchObject({ modelId: churn, modelName: 'Churn' });
    await call('history.undo', {});
    expect(await call('incidents.get', { id })).toMatchObject({ modelId: null, version: '' });
    await call('history.redo', {});
    expect((await call('incidents.list', { filter: { unit: ['Retail'] } })).total).toBe(1);
    await expect(call('incidents.attach', { ids: [id], modelId: 'nobody' })).rejects.toThrow(/not in the portfolio/);
  });

  it('are edited many at once, removed, and all of it is undone and redone', async () => {
    const { call, pricing } = await portfolio();
    const ids = [];
    for (const title of ['a', 'b', 'c']) ids.push((await call('incidents.create', { title, modelId: pricing })).id);
    expect(await call('incidents.updateMany', { ids, patch: { cause: 'drift', owner: 'Grace' } })).toEqual({
      updated: 3,
    });
    expect((await call('incidents.list', { search: 'grace', filter: { cause: ['drift'] } })).total).toBe(3);
    const moved = await call('incidents.moveMany', { ids, to: 'resolved' });
    expect(moved).toEqual({ moved: 3, refused: [] });
    expect((await call('incidents.moveMany', { ids, to: 'acknowledged' })).refused).toHaveLength(3);
    expect(await call('incidents.remove', { ids })).toEqual({ removed: 3 });
    expect((await call('incidents.list', {})).total).toBe(0);
    await call('history.undo', {});
    expect((await call('incidents.list', { sort: [{ field: 'title' }] })).rows.map(({ title }) => title)).toEqual([
      'a',
      'b',
      'c',
    ]);
    await call('history.redo', {});
    expect((await call('incidents.list', {})).total).toBe(0);
    expect((await call('journal.verify', {})).ok).toBe(true);
  });

  it('answer metrics by model against its own releases and months', async () => {
    const { call, pricing, churn } = await portfolio();
    await call('models.move', { id: pricing, to: 'monitored', at: '2026-03-01', reason: 'x' });
    const incident = { modelId: pricing, openedAt: '2026-02-01', causedByChange: 'yes' as const };
    await call('incidents.create', { ...incident, title: 'One', resolvedAt: '2026-02-02' });
    await call('incidents.create', { ...incident, title: 'Two', personHours: 5, costMinor: 10_000 });
    await call('incidents.create', { title: 'Three', modelId: churn, openedAt: '2026-02-10' });
    await call('incidents.create', { title: 'Four', openedAt: '2026-02-10' });
    const { groups, unit } = await call('incidents.metrics', { by: 'model', from: '2026-01-01', to: '2026-06-30' });
    expect(unit).toBe('hours');
    const [first] = groups;
    expect(first).toMatchObject({
      key: pricing,
      label: 'Pricing',
      opened: 2,
      open: 1,
      recovery: { median: 24, n: 1 },
      changeFailRate: { rate: 1, n: 1, failed: 1, unattributed: 0 },
      personHours: { total: 5, n: 1 },
      costMinor: { total: 10_000, n: 1 },
    });
    // 1 January to 30 June, both whole: 181 days of one model.
    expect(first?.per100ModelMonths.modelMonths).toBeCloseTo(181 / 30.436875, 10);
    expect(groups.map(({ label }) => label)).toEqual(['Pricing', 'Churn', 'No known model']);
    expect((await call('incidents.metrics', { from: '2026-02-10', to: '2026-02-10' })).groups[0]?.opened).toBe(2);
  });

  it('tell the screens what changed', async () => {
    const { call, events, pricing } = await portfolio();
    await call('incidents.create', { title: 'x', modelId: pricing });
    expect(events.at(-1)).toEqual({
      type: 'data.changed',
      changed: ['incident_moves', 'incidents', 'journal', 'journal_changes', 'journal_fields'],
      modelIds: [pricing],
      entry: { seq: 4, undo: { label: 'Report the incident “x”', seq: 4 }, redo: null },
    });
  });
});

describe('figures of incidents', () => {
  it('lay incidents over drift, and know which were announced', async () => {
    const { call, pricing } = await portfolio();
    const result = (at: string, value: number) => ({
      modelId: pricing,
      metric: 'psi',
      source: { tool: 'test' },
      at,
      value,
      nRef: 10_000,
      nCur: 10_000,
    });
    await call('drift.record', {
      results: [1, 2, 3, 4, 5, 6].map((n) => result(`2026-10-0${n}`, n === 4 ? 0.9 : 0.001)),
    });
    const incident = { modelId: pricing, severity: 1 as const };
    const told = await call('incidents.create', { ...incident, title: 'Told', openedAt: '2026-10-05T12:00:00Z' });
    const untold = await call('incidents.create', { ...incident, title: 'Untold', openedAt: '2026-10-03T12:00:00Z' });
    const found = await call('incidents.announced', { windows: 2 });
    expect(found).toMatchObject({
      announced: 1,
      notAnnounced: 1,
      alarmsFollowed: 1,
      alarmsFalse: 0,
      recall: { rate: null, n: 2 },
    });
    expect(found.incidents).toMatchObject([
      { id: told.id, outcome: 'announced', alarmDay: '2026-10-04', leadDays: 1, modelName: 'Pricing' },
      { id: untold.id, outcome: 'not_announced', alarmDay: null },
    ]);
    const line = await call('incidents.timeline', { modelId: pricing, windows: 2 });
    expect(line.days.map(({ verdict }) => verdict)).toEqual(['ok', 'ok', 'ok', 'act', 'ok', 'ok']);
    expect(line.incidents.map(({ title, outcome }) => [title, outcome])).toEqual([
      ['Untold', 'not_announced'],
      ['Told', 'announced'],
    ]);
    expect(line.releases).toMatchObject([{ at: '2026-01-01T00:00:00.000Z' }]);
  });

  it('give the newest alarms of all, also where several began on one day', async () => {
    const { call } = await portfolio();
    const window = { from: '2026-10-01', to: '2026-10-31' };
    for (const name of ['One', 'Two', 'Three', 'Four']) {
      const { id } = await call('models.create', { name });
      const results = [0.001, 0.9, 0.001].map((value, day) => ({
        modelId: id,
        metric: 'psi',
        source: { tool: 'test' },
        at: `2026-10-0${day + 1}`,
        value,
        nRef: 10_000,
        nCur: 10_000,
      }));
      await call('drift.record', { results });
      const { alarms } = await call('incidents.announced', window);
      expect(new Set(alarms.map(({ firstDay }) => firstDay))).toEqual(new Set(['2026-10-02']));
      for (let limit = 1; limit <= alarms.length; limit += 1)
        expect((await call('incidents.announced', { ...window, limit })).alarms).toEqual(alarms.slice(0, limit));
    }
    expect((await call('incidents.announced', window)).alarms).toHaveLength(4);
  });

  it('answer ageing, Pareto, flow, calendar and one model, also of nothing', async () => {
    const { call, pricing } = await portfolio();
    expect(await call('incidents.flow', {})).toEqual({ points: [], withoutTime: 0 });
    expect(await call('incidents.ofModel', { modelId: pricing })).toMatchObject({
      total: 0,
      carry: { totalMinor: null },
    });
    await call('models.update', { id: pricing, patch: { annualRunCostMinor: 1000 } });
    const open = { modelId: pricing, openedAt: '2026-10-20', cause: 'drift' as const, costMinor: 50 };
    await call('incidents.create', { ...open, title: 'a' });
    await call('incidents.create', { ...open, title: 'b', resolvedAt: '2026-11-01', personHours: 4 });
    expect(await call('incidents.ageing', {})).toMatchObject({
      open: 1,
      groups: [{}, {}, {}, { fromDays: 30, open: 1 }, {}],
    });
    expect((await call('incidents.pareto', {})).bars).toMatchObject([{ key: 'drift', label: 'Drift', value: 2 }]);
    expect((await call('incidents.flow', {})).points.at(-1)).toMatchObject({
      from: '2026-11-01',
      closed: 1,
      openAtEnd: 1,
    });
    expect((await call('incidents.calendar', {})).days).toEqual([{ day: '2026-10-20', opened: 2, worst: null }]);
    expect(await call('incidents.ofModel', { modelId: pricing })).toMatchObject({
      open: 1,
      total: 2,
      last: [{ title: 'b' }, { title: 'a' }],
      carry: { runCostMinor: 1000, incidentCostMinor: 100, totalMinor: 1100, personHours: 4, personHoursNoted: 1 },
    });
    const { trend } = await call('incidents.metrics', { from: '2026-10-01' });
    expect(trend).toMatchObject({ opened: { before: 0, now: 2 }, timeToResolve: { trend: 'too_few' } });
  });

  it('come up on the overview, as of any day', async () => {
    const { call, pricing } = await portfolio();
    expect((await call('overview.summary', {})).openIncidentsBySeverity).toEqual({});
    const { id } = await call('incidents.create', {
      title: 'x',
      severity: 1,
      modelId: pricing,
      openedAt: '2026-11-01',
    });
    const open = await call('overview.summary', {});
    expect(open.openIncidentsBySeverity).toEqual({ 1: 1, 2: 0, 3: 0, 4: 0, 5: 0 });
    expect(open.attention[0]).toMatchObject({ kind: 'incidents_open', severity: 'act', action: { modelId: pricing } });
    await call('incidents.move', { id, to: 'resolved', at: '2026-11-10' });
    expect((await call('overview.summary', {})).openIncidentsBySeverity).toMatchObject({ 1: 0 });
    expect((await call('overview.summary', { at: '2026-11-05' })).openIncidentsBySeverity).toMatchObject({ 1: 1 });
  });
});
