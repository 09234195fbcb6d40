import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { evidentlyAnswer, readEvidently } from '../../../importers/evidently/testing/golden';
import { fakeJira } from '../../../importers/jira/testing/fake-jira';
import { fakeServer } from '../../../importers/mlflow/testing/golden-server';
import { type TestBackend, testBackend } from '../../../testing/test-backend';
import { claims, issue, NOW, ofJira } from './testing/ticket-connection';

const takenOn = async ({ call }: TestBackend): Promise<(string | null)[]> =>
  (await call('connections.list', {})).connections.map(({ taken }) => taken);

describe('when a connection was last taken', () => {
  it('is told of tickets, under another name too, and not of a file that is called as it is', async () => {
    const fake = fakeJira('Cloud', [claims(), issue(2)]);
    const backend = await ofJira(fake);
    const { call, id, stated, at, folder } = backend;
    expect(await takenOn(backend)).toEqual([null]);
    await call('connections.preview', { id });
    expect(await takenOn(backend)).toEqual([null]);
    await call('connections.apply', { id });
    expect(await takenOn(backend)).toEqual([NOW]);
    await call('connections.save', { ...stated, id, label: 'Our Jira' });
    at('2026-12-03T06:00:00.000Z');
    fake.now = '2026-12-03T06:00:00.000Z';
    const file = join(folder, 'Our Jira.json');
    writeFileSync(file, JSON.stringify([{ Number: 'X-1', Title: 'A file', Opened: '2026-11-01T08:00:00Z' }]));
    await call('imports.apply', { file, format: 'incidents' });
    await call('connections.apply', { id });
    expect(await takenOn(backend)).toEqual([NOW]);
    await call('history.undo', {});
    await call('history.undo', {});
    await call('history.undo', {});
    expect(await takenOn(backend)).toEqual([null]);
  });

  it('is told of results of Evidently, and no more once they were taken back', async () => {
    const server = await fakeServer(evidentlyAnswer(readEvidently()));
    const backend = await testBackend();
    const { call, at } = backend;
    at(NOW);
    await call('models.create', { name: 'Churn' });
    const { id, origin, shown } = await call('connections.save', {
      kind: 'evidently',
      label: 'Evidently',
      address: server.address,
    });
    await call('connections.agree', { id, origin, shown });
    const { importIds } = await call('connections.apply', { id });
    expect(await takenOn(backend)).toEqual([NOW]);
    await call('imports.undo', { importId: importIds[0] ?? '' });
    expect(await takenOn(backend)).toEqual([null]);
  });
});
