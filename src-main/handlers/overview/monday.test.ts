import { describe, expect, it } from 'vitest';
import { needs } from '../../testing/needs';
import { FEDERAL_INVENTORY, sharedFile } from '../../testing/shared-data';
import { type TestBackend, testBackend } from '../../testing/test-backend';

const SLOW = 120_000;
type Week = Awaited<ReturnType<typeof weekOf>>;
const weekOf = ({ call }: TestBackend, since?: string) => call('overview.monday', since === undefined ? {} : { since });
const group = (week: Week, kind: Week['groups'][number]['kind']) => {
  const found = week.groups.find((one) => one.kind === kind);
  if (!found) throw new Error(`no group ${kind}`);
  return found;
};
const names = (week: Week, kind: Week['groups'][number]['kind']): string[] =>
  group(week, kind).rows.map(({ name }) => name);

describe('the week', () => {
  it('of the sample, names owner, incident, release and action, and counts as the pages do', {
    timeout: SLOW,
  }, async () => {
    const engine = await testBackend({ portfolio: false });
    engine.at('2026-11-26T10:00:00.000Z');
    await engine.call('workspace.sample', {});
    const week = await weekOf(engine, '2026-11-16T00:00:00.000Z');
    const { byHealth, openIncidentsBySeverity } = await engine.call('overview.summary', {});
    expect(group(week, 'drifted').total).toBe(byHealth.act);
    expect(group(week, 'silent').total).toBe(byHealth.silent);
    expect(group(week, 'incidents').total).toBe(Object.values(openIncidentsBySeverity).reduce((sum, n) => sum + n, 0));
    const { items } = await engine.call('drift.retraining', {});
    expect(group(week, 'retraining').rows.map(({ key }) => key)).toEqual(items.map(({ id }) => id));
    const { total: overdue } = await engine.call('models.list', { filter: { reviewDueBefore: '2026-11-25' } });
    expect(group(week, 'reviews').title).toMatch(new RegExp(`^Reviews: ${overdue} overdue, `));

    expect(group(week, 'drifted').rows.find(({ name }) => name === 'Motor claim severity')).toMatchObject({
      tier: 1,
      owner: 'Sofia Marchetti',
      incidents: [{ number: 46 }],
      since: '2026-08-01',
      release: { version: '5.1' },
      fresh: false,
      action: { label: 'Open incident 46' },
    });
    // 1 of 3 drifted, 2 of 4 incidents and 2 of 3 retraining came since, and each row that is new says so.
    expect(week.headline).toBe('One more model drifted, two incidents opened, nothing was resolved');
    for (const { kind, rows } of week.groups) {
      const fresh = rows.filter((row) => row.fresh).length;
      const came: Partial<Record<typeof kind, number>> = { drifted: 1, retraining: 2, incidents: 2 };
      expect([kind, fresh]).toEqual([kind, came[kind] ?? 0]);
    }
    expect(week.fresh).toBe(5);
    // Since the day before, nothing of it is news but what came on this one.
    expect((await weekOf(engine, '2026-11-25T23:00:00.000Z')).fresh).toBe(0);
  });

  const federal = sharedFile(FEDERAL_INVENTORY);
  it('of a public inventory, is short, and asks about dates', { timeout: SLOW, ...needs(federal) }, async () => {
    const engine = await testBackend();
    await engine.call('imports.apply', { file: federal.path });
    const week = await weekOf(engine);
    const reviews = group(week, 'reviews');
    expect(reviews.total).toBeGreaterThan(300);
    expect(reviews.rows.length).toBeLessThanOrEqual(50);
    for (const { since, doubtful } of reviews.rows) expect(doubtful).toBe(since !== null && since < '2016-11-23');
    expect(reviews.rows.some(({ doubtful }) => doubtful)).toBe(true);
  });

  it('compares with the last visit, which is kept beside the portfolio and changes nothing in it', async () => {
    const engine = await testBackend();
    const { call, at } = engine;
    at('2026-11-16T08:00:00.000Z');
    expect(await weekOf(engine)).toMatchObject({ basis: 'week', since: '2026-11-09T00:00:00.000Z' });
    await call('overview.looked', {});
    const before = await call('journal.list', {});
    at('2026-11-20T10:00:00.000Z');
    await call('incidents.create', { title: 'Wrong price', severity: 2, openedAt: '2026-11-20T09:00:00.000Z' });
    at('2026-11-23T08:00:00.000Z');
    const week = await weekOf(engine);
    expect(week).toMatchObject({ basis: 'looked', since: '2026-11-16T08:00:00.000Z', fresh: 1 });
    await call('overview.looked', {});
    // The same visit goes on.
    at('2026-11-23T08:30:00.000Z');
    expect((await weekOf(engine)).since).toBe('2026-11-16T08:00:00.000Z');
    const after = await call('journal.list', {});
    expect(after.entries.length).toBe(before.entries.length + 1);
    // Another person has not looked.
    await call('workspace.setYourName', { name: 'Grace' });
    expect((await weekOf(engine)).basis).toBe('week');
    await expect(weekOf(engine, '2027-01-01T00:00:00.000Z')).rejects.toThrow('lies in the future');
  });

  it('says what came back since', async () => {
    const engine = await testBackend();
    const { call, at } = engine;
    const { id } = await call('models.create', { name: 'Churn', stage: 'monitored', tier: 2, since: '2026-01-01' });
    const result = (day: string, value: number) => ({
      modelId: id,
      source: { tool: 'in house' },
      at: `${day}T00:00:00.000Z`,
      column: 'age',
      metric: 'psi',
      value,
      nRef: 9000,
      nCur: 9000,
    });
    at('2026-11-10T10:00:00.000Z');
    await call('drift.record', { results: [result('2026-11-03', 0.4), result('2026-11-10', 0.4)] });
    expect(names(await weekOf(engine), 'drifted')).toEqual(['Churn']);
    at('2026-11-18T10:00:00.000Z');
    await call('drift.record', { results: [result('2026-11-17', 0.01)] });
    const week = await weekOf(engine, '2026-11-11T00:00:00.000Z');
    expect(group(week, 'drifted')).toMatchObject({ total: 0, change: 'Churn came back within limits' });
    expect(week.headline).toBe('Nothing new went wrong, one came back within limits');
  });
});
