import { describe, expect, it } from 'vitest';
import { type TestBackend, testBackend } from '../../testing/test-backend';

async function register(): Promise<TestBackend & { readonly pricing: string }> {
  const engine = await testBackend();
  const model = (name: string, unit: string) =>
    engine.call('models.create', { name, unit, tier: 1, stage: 'deployed', since: '2026-01-01' });
  const { id: pricing } = await model('Pricing', 'Retail / Cards');
  const { id: churn } = await model('Churn', 'Retail');
  const create = (title: string, severity: 1 | 3 | null, modelId: string | null, openedAt: string) =>
    engine.call('incidents.create', { title, severity, modelId, openedAt, cause: severity === 1 ? 'drift' : 'human' });
  await create('Scores stale', 1, pricing, '2026-03-01');
  await create('Scores wrong', 3, pricing, '2026-05-01');
  await create('Feed empty', 3, churn, '2026-04-01');
  await create('Feed late', null, null, '2026-06-01');
  return { ...engine, pricing };
}

describe('lists of incidents', () => {
  it('name all their ids in the order of their rows', async () => {
    const { call } = await register();
    for (const query of [
      {},
      { sort: [{ field: 'openedAt' as const, direction: 'asc' as const }] },
      { search: 'feed' },
      { filter: { severity: [3 as const] }, sort: [{ field: 'modelName' as const }] },
      { filter: { status: [] } },
    ]) {
      const { ids } = await call('incidents.ids', query);
      const { rows } = await call('incidents.list', query);
      expect(ids).toEqual(rows.map(({ id }) => id));
    }
  });

  it('count the values of a field among what the other filters leave', async () => {
    const { call, pricing } = await register();
    const values = async (input: Parameters<typeof call<'incidents.counts'>>[1]) =>
      (await call('incidents.counts', input)).values.map(({ label, count }) => [label, count]);
    expect(await values({ of: 'severity' })).toEqual([
      ['SEV 3', 2],
      ['', 1],
      ['SEV 1', 1],
    ]);
    // Its own filter does not narrow it, the others and the search do.
    expect(await values({ of: 'severity', filter: { severity: [1], modelId: [pricing] } })).toEqual([
      ['SEV 1', 1],
      ['SEV 3', 1],
    ]);
    expect(await values({ of: 'cause', search: 'feed' })).toEqual([['Human error', 2]]);
    expect(await values({ of: 'modelId', filter: { openedFrom: '2026-04-01' } })).toEqual([
      ['', 1],
      ['Churn', 1],
      ['Pricing', 1],
    ]);
  });

  it('count a unit for each part of its path, as the filter finds it', async () => {
    const { call } = await register();
    const { values } = await call('incidents.counts', { of: 'unit' });
    expect(values.map(({ value, count }) => [value, count])).toEqual(
      [
        ['Retail', 3],
        ['', 1],
        ['Retail / Cards', 2],
      ].sort((a, b) => Number(b[1]) - Number(a[1])),
    );
    for (const { value, count } of values)
      expect((await call('incidents.list', { filter: { unit: [value] } })).total).toBe(count);
  });
});
