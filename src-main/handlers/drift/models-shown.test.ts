import { expect, it } from 'vitest';
import { testBackend } from '../../testing/test-backend';

const YEAR = { from: '2026-01-01', to: '2026-11-23' };

async function portfolio() {
  const { call } = await testBackend();
  const model = async (name: string, values: readonly number[], tier: 1 | 2 | 3 = 2) => {
    const { id } = await call('models.create', { name, tier, stage: 'monitored', since: '2026-01-01' });
    const result = { modelId: id, metric: 'psi', source: { tool: 'Modelfolio' }, nRef: 9000, nCur: 9000 };
    if (values.length > 0)
      await call('drift.record', {
        results: values.map((value, i) => ({ ...result, value, at: `2026-11-${20 + i}` })),
      });
    return id;
  };
  return { call, model };
}

it('leaves what is retired out of the map, the list and the counts, but not off its own page', async () => {
  const { call, model } = await portfolio();
  const gone = await model('Gone', [0.4, 0.4, 0.4], 1);
  const here = await model('Here', [0.4, 0.4, 0.4]);
  expect((await call('drift.heatmap', YEAR)).models).toEqual([gone, here]);
  await call('models.move', { id: gone, to: 'retired' });
  expect(await call('drift.heatmap', YEAR)).toMatchObject({ total: 1, models: [here], health: ['act'] });
  expect((await call('drift.health', {})).models.map(({ name }) => name)).toEqual(['Here']);
  expect(await call('drift.falseAlarms', {})).toMatchObject({ models: 1, series: 1 });
  const own = await call('drift.health', { modelId: gone });
  expect(own.models[0]).toMatchObject({ name: 'Gone', health: 'unknown', reason: 'retired' });
});

it('names the most urgent first and counts also those beyond the limit', async () => {
  const { call, model } = await portfolio();
  await model('calm', [0.01, 0.01, 0.01], 1);
  await model('never', [], 1);
  await model('a drifted', [0.4, 0.4, 0.4], 3);
  await model('B drifted', [0.4, 0.4, 0.4], 3);
  await model('material', [0.4, 0.4, 0.4], 1);
  await model('watched', [0.15, 0.15, 0.15], 1);
  const all = await call('drift.health', {});
  const names = ['material', 'a drifted', 'B drifted', 'watched', 'never', 'calm'];
  expect(all.models.map(({ name }) => name)).toEqual(names);
  const first = await call('drift.health', { health: ['act'], limit: 2 });
  expect(first.total).toBe(3);
  expect(first.models.map(({ name }) => name)).toEqual(['material', 'a drifted']);
  const map = await call('drift.heatmap', { ...YEAR, limit: 4 });
  expect(map).toMatchObject({ total: 6, names: names.slice(0, 4) });
  expect((await call('drift.heatmap', { ...YEAR, sort: 'name', limit: 3 })).names).toEqual([
    'a drifted',
    'B drifted',
    'calm',
  ]);
});

it('names who runs each model, and its gravest open incident', async () => {
  const { call, model } = await portfolio();
  const here = await model('Here', [0.4, 0.4, 0.4]);
  await model('Calm', [0.01, 0.01, 0.01]);
  await call('models.update', { id: here, patch: { businessOwner: 'Grace' } });
  const open = async (title: string, severity: 1 | 3 | null) =>
    call('incidents.create', { title, severity, modelId: here, openedAt: '2026-11-20T08:00:00Z' });
  const { id: light } = await open('Late', 3);
  await open('Not rated', null);
  expect(await call('drift.heatmap', YEAR)).toMatchObject({
    names: ['Here', 'Calm'],
    owners: ['Grace', ''],
    incidents: [{ id: light, severity: 3, open: 2 }, null],
  });
  await call('models.update', { id: here, patch: { technicalOwner: 'Ada' } });
  const { id: grave, number } = await open('Wrong prices', 1);
  expect(await call('drift.heatmap', YEAR)).toMatchObject({
    owners: ['Ada', ''],
    incidents: [{ id: grave, number, severity: 1, openedAt: '2026-11-20T08:00:00.000Z', open: 3 }, null],
  });
  await call('incidents.move', { id: grave, to: 'resolved', at: '2026-11-21T08:00:00Z' });
  expect((await call('drift.heatmap', YEAR)).incidents).toMatchObject([{ id: light, open: 2 }, null]);
});
