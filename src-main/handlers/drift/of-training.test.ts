import { expect, it } from 'vitest';
import { psiResults } from '../../testing/psi-results';
import { testBackend } from '../../testing/test-backend';

const DAY = 86_400_000;
const NOW = Date.parse('2026-11-23T00:00:00.000Z');
const daily = (modelId: string, values: readonly number[], last: number) =>
  psiResults(modelId, values, (i) => ({ at: new Date(last - (values.length - 1 - i) * DAY).toISOString() }));
const ofRun = (modelId: string, at: number) =>
  psiResults(modelId, [0.9], () => ({ metric: 'Run: auc', at: new Date(at).toISOString(), modelVersion: '2' }));

it('figures of the run that made a version say nothing of health, whenever they come', async () => {
  const { call, at } = await testBackend();
  const model = async (name: string): Promise<string> =>
    (await call('models.create', { name, stage: 'monitored', since: '2026-01-01' })).id;
  const row = async (id: string) => (await call('models.list', { limit: 10 })).rows.find((one) => one.id === id);
  const [alone, before, after] = [await model('Alone'), await model('Before'), await model('After')];
  at(new Date(NOW).toISOString());
  const act = [0.4, 0.4, 0.4, 0.4];
  // Trained long ago, or on a day behind the last result: neither moves what the others say.
  await call('drift.record', { results: ofRun(alone, NOW - 300 * DAY) });
  await call('drift.record', { results: ofRun(before, NOW - 300 * DAY) });
  await call('drift.record', { results: daily(before, act, NOW - DAY) });
  await call('drift.record', { results: daily(after, act, NOW - DAY) });
  await call('drift.record', { results: ofRun(after, NOW) });
  const yesterday = new Date(NOW - DAY).toISOString();
  expect(await row(alone)).toMatchObject({ health: 'unknown', lastResult: null });
  for (const id of [before, after]) expect(await row(id)).toMatchObject({ health: 'act', lastResult: yesterday });
  // It is shown all the same.
  expect((await call('drift.series', { modelId: alone })).series).toMatchObject([{ metric: 'Run: auc', v: [0.9] }]);

  at(new Date(NOW + 30 * DAY).toISOString());
  // A new version that was trained today hides no silence, and makes none.
  for (const id of [alone, before, after]) await call('drift.record', { results: ofRun(id, NOW + 30 * DAY) });
  expect(await row(alone)).toMatchObject({ health: 'unknown', lastResult: null });
  for (const id of [before, after]) expect(await row(id)).toMatchObject({ health: 'silent', lastResult: yesterday });
});
