import { expect, it } from 'vitest';
import { testBackend } from '../../testing/test-backend';

const SLOW = 120_000;

it('lists what needed attention yesterday, as the day itself did', { timeout: SLOW }, async () => {
  const engine = await testBackend({ portfolio: false });
  engine.at('2026-11-26T10:00:00.000Z');
  await engine.call('workspace.sample', {});
  const kinds = ['incidents_open', 'drifted', 'retraining_due', 'silent', 'unmonitored'];
  const titles = (rows: readonly { readonly kind: string; readonly title: string }[]): string[] =>
    rows.flatMap(({ kind, title }) => (kinds.includes(kind) ? [title] : [])).sort();
  const today = await engine.call('overview.summary', {});
  const endOfToday = '2026-11-26T23:59:59.999Z';
  engine.at('2026-11-27T10:00:00.000Z');
  const yesterday = await engine.call('overview.summary', { at: endOfToday });
  expect(yesterday.attentionRows.total).toBeGreaterThan(5);
  // Nothing happened since: the same models, whether the day is looked at or looked back to.
  expect(titles(yesterday.attentionRows.rows)).toEqual(titles(today.attentionRows.rows));
  const named = today.attentionRows.rows.find(({ title }) => title === 'Motor claim severity');
  expect(yesterday.attentionRows.rows.find(({ title }) => title === 'Motor claim severity')).toMatchObject({
    severity: named?.severity,
    tier: named?.tier,
    owner: named?.owner,
    incidents: named?.incidents,
  });
  // What each row counts is what the page counts then.
  const drifted = yesterday.attentionRows.rows.filter(({ detail }) => /\bdrifted\b/i.test(detail));
  expect(drifted).toHaveLength(yesterday.byHealth.act ?? 0);
  for (const { kind } of yesterday.attention) expect(kind).not.toMatch(/review|without|approval/);
});

it('knows an incident as it stood: open before it was resolved, not there before it was opened', async () => {
  const { call, at } = await testBackend();
  at('2026-10-01T10:00:00.000Z');
  const { id: modelId } = await call('models.create', {
    name: 'Churn',
    tier: 1,
    stage: 'monitored',
    since: '2026-01-01',
  });
  const incident = await call('incidents.create', { title: 'Wrong', severity: 1, modelId });
  at('2026-10-05T10:00:00.000Z');
  await call('incidents.move', { id: incident.id, to: 'resolved' });
  at('2026-11-23T10:00:00.000Z');
  const rowsOf = async (day: string) =>
    (await call('overview.summary', { at: `${day}T23:59:59.999Z` })).attentionRows.rows.map(({ detail }) => detail);
  expect(await rowsOf('2026-09-30')).toEqual([]);
  expect(await rowsOf('2026-10-02')).toEqual(['Incident 1 open (SEV 1)']);
  expect(await rowsOf('2026-10-05')).toEqual([]);
});
