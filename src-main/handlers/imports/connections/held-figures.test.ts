import { expect, it } from 'vitest';
import { readGolden } from '../../../importers/mlflow/testing/golden';
import { goldenServer } from '../../../importers/mlflow/testing/golden-server';
import { testBackend } from '../../../testing/test-backend';

const RUN = '550731a6b0254556b25de438ec0135c4';

it('brings the figures of a run once somebody says whose model waited, though they were read before', async () => {
  const reply = (body: unknown) => ({ status: 200, body: JSON.stringify(body) });
  const { address, requests } = await goldenServer({
    ...readGolden('3.17.2'),
    '/api/2.0/mlflow/experiments/search': reply({ experiments: [{ experiment_id: '0', name: 'Default' }] }),
    '/api/2.0/mlflow/runs/search': reply({
      runs: [{ info: { run_id: RUN }, data: { metrics: [{ key: 'auc', value: 0.87, timestamp: 1_764_000_000_000 }] } }],
    }),
  });
  const { call, at } = await testBackend();
  at('2026-12-01T06:00:00.000Z');
  const { id: ours } = await call('models.create', { name: 'Claims triaging' });
  const { id, origin, shown } = await call('connections.save', { kind: 'mlflow', label: 'MLflow', address });
  await call('connections.agree', { id, origin, shown });
  // Taken as far as nobody is asked: the model waits, and is held back with the figures of its run.
  for (const outcome of ['taken', 'waiting'])
    expect(await call('connections.refresh', {})).toMatchObject({ results: [{ outcome, asks: 1 }] });
  const { fetched, inventory, lines } = await call('connections.preview', { id });
  expect(lines).toMatchObject([{ name: 'Claims triage', kind: 'waiting' }]);
  const [offer] = inventory?.doubles ?? [];
  const answers = [{ rowKey: offer?.rowKey ?? '', modelId: ours, answer: 'same' as const }];
  await call('connections.apply', { id, fetched, answers });
  const { series } = await call('drift.series', { modelId: ours });
  expect(series.map(({ metric, v }) => [metric, v])).toEqual([['Run: auc', [0.87]]]);
  // Now they are here, and are not asked for again.
  requests.splice(0);
  await call('connections.refresh', {});
  expect(requests.length).toBeGreaterThan(0);
  expect(requests.filter(({ path }) => path.includes('runs/search'))).toEqual([]);
});
