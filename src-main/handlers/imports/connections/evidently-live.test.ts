import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { evidently, startEvidently } from '../../../testing/evidently/evidently-server';
import { needs } from '../../../testing/needs';
import { temporaryFolder, testBackend } from '../../../testing/test-backend';

const SLOW = 300_000;

it('reads a real service of Evidently, then only what is new, and nothing twice that came by file', {
  timeout: SLOW,
  ...needs(evidently),
}, async () => {
  const server = await startEvidently(temporaryFolder());
  server.build('first');
  const { call, at } = await testBackend();
  at(new Date().toISOString());
  const churn = await call('models.create', { name: 'Churn' });
  const triage = await call('models.create', { name: 'Claims triage' });
  const fraud = await call('models.create', { name: 'Fraud 2' });
  const { id, origin, shown } = await call('connections.save', {
    kind: 'evidently',
    label: 'Live',
    address: server.address,
    mapping: { models: [{ name: 'claims-triage-v2', modelId: triage.id }] },
  });
  await call('connections.agree', { id, origin, shown });
  const { server: found } = await call('connections.test', { id });
  expect(found).toMatchObject({ projects: 3, runs: 5 });
  expect(found.version).toMatch(/^0\.7\.\d+/);
  expect(await call('connections.refresh', {})).toMatchObject({ results: [{ outcome: 'taken', changes: 3, asks: 0 }] });
  expect(await call('connections.refresh', {})).toMatchObject({ results: [{ outcome: 'unchanged' }] });

  const models = new Map([
    ['Churn', churn.id],
    ['claims-triage-v2', triage.id],
  ]);
  const counts = { files: 0, created: 0, updated: 0, unchanged: 0 };
  for (const project of readdirSync(server.workspace)) {
    const { name } = JSON.parse(readFileSync(join(server.workspace, project, 'metadata.json'), 'utf8')) as {
      name: string;
    };
    for (const run of readdirSync(join(server.workspace, project, 'snapshots'))) {
      const file = join(server.workspace, project, 'snapshots', run);
      const text = readFileSync(file, 'utf8');
      if (!text.includes('ValueDrift')) continue;
      const modelId = text.includes('"Fraud 2"') ? fraud.id : (models.get(name) ?? '');
      const { created, updated, unchanged } = await call('drift.import', { file, modelId });
      counts.files += 1;
      counts.created += created;
      counts.updated += updated;
      counts.unchanged += unchanged;
    }
  }
  expect(counts).toEqual({ files: 4, created: 0, updated: 0, unchanged: 13 });
  server.build('more');
  const preview = await call('connections.preview', { id });
  expect(preview).toMatchObject({ changes: 1, asks: 0, drift: { creates: 4 } });
  await call('connections.apply', { id, fetched: preview.fetched });
  expect((await call('drift.series', { modelId: churn.id })).series.map(({ n }) => n)).toEqual([3, 3, 3, 3]);
  server.kill();
  expect(await call('connections.refresh', {})).toMatchObject({ results: [{ outcome: 'failed' }] });
});
