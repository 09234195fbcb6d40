import { describe, expect, it } from 'vitest';
import { needs } from '../../testing/needs';
import { FEDERAL_INVENTORY, sharedFile } from '../../testing/shared-data';
import { testBackend } from '../../testing/test-backend';

const SLOW = 120_000;

describe('what needs attention first', () => {
  it('names each model of the sample with which something has gone wrong once', { timeout: SLOW }, async () => {
    const engine = await testBackend({ portfolio: false });
    engine.at('2026-11-26T10:00:00.000Z');
    await engine.call('workspace.sample', {});
    const { attention, attentionRows, byHealth } = await engine.call('overview.summary', {});
    const { rows, total } = attentionRows;
    expect(total).toBe(rows.length);
    const named = rows.flatMap(({ modelId }) => modelId ?? []);
    expect(new Set(named).size).toBe(named.length);

    const { models } = await engine.call('drift.health', { health: ['act', 'silent'], limit: 1000 });
    expect(models.length).toBe((byHealth.act ?? 0) + (byHealth.silent ?? 0));
    for (const { modelId } of models) expect(named).toContain(modelId);
    const { items } = await engine.call('drift.retraining', {});
    for (const { modelId } of items) expect(named).toContain(modelId);

    // What is not named one by one is there as the matter that the deck lists, with the same number.
    for (const row of rows.filter(({ modelId }) => modelId === null))
      expect(attention.find(({ title }) => title === row.title)).toMatchObject({ kind: row.kind, count: row.count });
    // Models without monitoring: three or fewer of a tier by name, the others together.
    for (const tier of [1, 2, 3, null] as const) {
      const { total: count } = await engine.call('models.list', {
        filter: { monitoring: ['not_monitored'], tier: [tier] },
      });
      const own = rows.filter((row) => row.tier === tier && /never measured|not monitored/.test(row.detail));
      const together = rows.find((row) => row.modelId === null && row.kind === 'unmonitored' && row.tier === tier);
      expect(together ? together.count : own.length).toBe(count);
    }

    const severity = rows.find(({ title }) => title === 'Motor claim severity');
    expect(severity).toMatchObject({ tier: 1, owner: 'Sofia Marchetti', action: { label: 'Open incident 46' } });
    expect(severity?.detail).toMatch(/^Incident 46 open \(SEV 2\); drifted, PSI of repair_cost_index 0\.\d+$/);
    expect(severity?.action.incidentId).toBe(severity?.incidents[0]?.id);
  });

  const federal = sharedFile(FEDERAL_INVENTORY);
  it('stays short where hundreds share a trouble, and asks about dates', {
    timeout: SLOW,
    ...needs(federal),
  }, async () => {
    const engine = await testBackend();
    await engine.call('imports.apply', { file: federal.path });
    const { attentionRows, attention, inProduction, neverMeasured, byHealth } = await engine.call(
      'overview.summary',
      {},
    );
    expect(neverMeasured).toBe(inProduction);
    expect(byHealth.unknown).toBe(inProduction);
    expect(attentionRows.total).toBeLessThan(20);
    const overdue = attention.find(({ kind }) => kind === 'reviews_overdue');
    expect(overdue?.detail).toMatch(/To be checked: \d+ of the dates lie before /);
    expect(overdue?.since && overdue.since >= '2014').toBe(true);
    expect(attentionRows.rows.filter(({ since, doubtful }) => since !== null && since < '2014' && !doubtful)).toEqual(
      [],
    );
  });

  it('knows no models of a day that is past, and counts who was never measured then', async () => {
    const engine = await testBackend();
    engine.at('2026-11-20T10:00:00.000Z');
    const { id } = await engine.call('models.create', { name: 'Churn', stage: 'monitored', tier: 1 });
    engine.at('2026-11-23T10:00:00.000Z');
    expect((await engine.call('overview.summary', {})).neverMeasured).toBe(1);
    await engine.call('drift.record', {
      modelId: id,
      source: { tool: 'in house' },
      at: '2026-11-22T00:00:00.000Z',
      column: 'age',
      metric: 'psi',
      value: 0.3,
      nRef: 9000,
      nCur: 9000,
    });
    const today = await engine.call('overview.summary', {});
    expect([today.neverMeasured, today.attentionRows.rows[0]?.kind]).toEqual([0, 'drifted']);
    const then = await engine.call('overview.summary', { at: '2026-11-21T10:00:00.000Z' });
    expect([then.neverMeasured, then.attentionRows.total]).toEqual([1, 0]);
  });
});
