import { expect, it } from 'vitest';
import { psiResults } from '../../testing/psi-results';
import { testBackend } from '../../testing/test-backend';

const DAY = 86_400_000;
const NOW = Date.parse('2026-11-23T00:00:00.000Z');
const daily = (modelId: string, values: readonly number[], last: number) =>
  psiResults(modelId, values, (i) => ({ at: new Date(last - (values.length - 1 - i) * DAY).toISOString() }));
const ofRun = (modelId: string, at: number) =>
  psiResults(modelId, [0.9], () => ({ metric: 'Run: auc', at: new Date(at).toISOString(), modelVersion: '2' }));

it('daily figures of traffic say nothing of health until somebody sets a band for one', async () => {
  const { call, at } = await testBackend();
  const create = async (name: string): Promise<string> =>
    (await call('models.create', { name, stage: 'monitored', since: '2026-01-01' })).id;
  const row = async (id: string) => (await call('models.list', { limit: 10 })).rows.find((one) => one.id === id);
  const traffic = (modelId: string, metric: string, days: number, last: number) =>
    psiResults(
      modelId,
      Array.from({ length: days }, () => 0.5),
      (i) => ({
        metric,
        at: new Date(last - (days - 1 - i) * DAY).toISOString(),
      }),
    );
  const [weekly, dead] = [await create('Weekly'), await create('Dead')];
  at(new Date(NOW).toISOString());
  const weeks = Array.from({ length: 10 }, () => 0.4);
  await call('drift.record', {
    results: psiResults(weekly, weeks, (i) => ({ at: new Date(NOW - (9 - i) * 7 * DAY).toISOString() })),
  });
  await call('drift.record', { results: daily(dead, [0.4, 0.4, 0.4, 0.4], NOW - 60 * DAY) });
  for (const id of [weekly, dead]) {
    await call('drift.record', { results: traffic(id, 'Latency, mean, ms', 60, NOW) });
    await call('drift.record', { results: traffic(id, 'Assessment: correctness', 60, NOW) });
  }
  // A monitor that died is silent although calls go on; one of each week is not, three days after calls were read last.
  expect(await row(dead)).toMatchObject({ health: 'silent' });
  at(new Date(NOW + 5 * DAY).toISOString());
  await call('drift.record', { results: ofRun(weekly, NOW + 5 * DAY) });
  expect(await row(weekly)).toMatchObject({ health: 'act' });
  // Whoever sets a band watches it.
  await call('drift.setBand', { metric: 'Assessment: correctness', modelId: dead, bands: { watch: 0.3, act: 0.45 } });
  expect(await row(dead)).toMatchObject({ lastResult: new Date(NOW).toISOString() });
});

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
