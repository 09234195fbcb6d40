import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  addRun,
  evidentlyAnswer,
  projectId,
  readEvidently,
  readWorkspace,
} from '../../../importers/evidently/testing/golden';
import { fakeServer } from '../../../importers/mlflow/testing/golden-server';
import { type TestBackend, testBackend } from '../../../testing/test-backend';

const DAY = '2026-12-01T06:00:00.000Z';

async function connected() {
  const golden = readEvidently();
  const server = await fakeServer(evidentlyAnswer(golden));
  const backend = await testBackend();
  backend.at(DAY);
  const made = await Promise.all(
    ['Churn', 'Claims triage', 'Fraud 2'].map((name) => backend.call('models.create', { name })),
  );
  const [churn = '', triage = '', fraud = ''] = made.map(({ id }) => id);
  const { id, origin, shown } = await backend.call('connections.save', {
    kind: 'evidently',
    label: 'Evidently',
    address: server.address,
  });
  await backend.call('connections.agree', { id, origin, shown });
  const asked = (): string[] =>
    server.requests.splice(0).flatMap(({ path }) => (/\/download\?/.test(path) ? path.split('/').slice(4, 5) : []));
  return { ...backend, id, golden, server, asked, churn, triage, fraud };
}

/** How many results each series of a model has. */
const resultsOf = async ({ call }: Pick<TestBackend, 'call'>, modelId: string): Promise<readonly number[]> =>
  (await call('drift.series', { modelId })).series.map(({ n }) => n);

describe('a service of Evidently', () => {
  it('says what it is, and writes nothing', async () => {
    const { call, id } = await connected();
    const before = (await call('journal.list', {})).total;
    const found = await call('connections.test', { id });
    expect(found.server).toMatchObject({ version: '0.7.23', projects: 3, runs: 5, models: 0 });
    expect(found.workspaces).toEqual(expect.arrayContaining(['Churn', 'claims-triage-v2', 'Nothing yet']));
    expect((await call('journal.list', {})).total).toBe(before);
  });

  it('brings the results of its runs, and asks once whose those of a strange name are', async () => {
    const backend = await connected();
    const { call, id, asked, triage } = backend;
    const preview = await call('connections.preview', { id });
    expect(asked()).toHaveLength(5);
    expect(preview).toMatchObject({ changes: 2, asks: 1, inventory: null, versions: null, drift: { creates: 9 } });
    expect(preview.lines.map(({ name, kind, said }) => [name, kind, said])).toEqual([
      ['claims-triage-v2', 'waiting', ['4 results of a model that is not known here']],
      ['Churn', 'changed', ['8 new results']],
      ['Fraud 2', 'changed', ['1 new result']],
    ]);
    const models = [{ name: 'claims-triage-v2', modelId: triage }];
    expect(await call('connections.preview', { id, models })).toMatchObject({ changes: 3, asks: 0 });
    const taken = await call('connections.apply', { id, models });
    expect(taken).toMatchObject({ created: 13, importIds: [expect.any(String)] });
    const [connection] = (await call('connections.list', {})).connections;
    expect(connection).toMatchObject({ mapping: { models }, waiting: 0 });
    asked();
    // Once for the name that stands for another model since.
    expect(await call('connections.preview', { id })).toMatchObject({ changes: 0, asks: 0 });
    expect(asked()).toHaveLength(1);
    expect(await call('connections.preview', { id })).toMatchObject({ changes: 0, asks: 0, drift: null });
    expect(asked()).toEqual([]);
  });

  it('is asked for what is new alone, and again for what was undone', async () => {
    const backend = await connected();
    const { call, id, golden, asked, churn } = backend;
    await call('connections.refresh', {});
    asked();
    const fresh = addRun(golden, projectId(golden, 'Churn'), '2026-11-23T00:00:00');
    expect(await call('connections.refresh', {})).toMatchObject({
      results: [{ outcome: 'taken', changes: 1, asks: 1 }],
    });
    // The run of the strange name comes again until somebody says whose it is.
    expect(asked().toSorted()).toEqual([fresh, expect.any(String)].toSorted());
    expect((await resultsOf(backend, churn)).every((n) => n === 3)).toBe(true);
    await call('history.undo', {});
    expect((await resultsOf(backend, churn)).every((n) => n === 2)).toBe(true);
    expect(await call('connections.preview', { id })).toMatchObject({ changes: 1 });
    await call('history.undo', {});
    asked();
    expect(await call('connections.preview', { id })).toMatchObject({ changes: 2, drift: { creates: 13 } });
  });

  it('doubles nothing that came by file, nor a file what came by it', async () => {
    const backend = await connected();
    const { call, id, folder, triage, churn, fraud } = backend;
    const names = [
      { name: 'claims-triage-v2', modelId: triage },
      { name: 'Churn', modelId: churn },
    ];
    // One of them measures no drift.
    const files = Object.entries(readWorkspace()).filter(([, text]) => /ValueDrift/.test(text));
    const importAll = async () => {
      const counts = { created: 0, updated: 0, unchanged: 0 };
      for (const [name, text] of files) {
        const path = join(folder, name);
        writeFileSync(path, text);
        const modelId = text.includes('"Fraud 2"') ? fraud : name.startsWith('Churn') ? churn : triage;
        const { created, updated, unchanged } = await call('drift.import', { file: path, modelId });
        counts.created += created;
        counts.updated += updated;
        counts.unchanged += unchanged;
      }
      return counts;
    };
    expect(await importAll()).toEqual({ created: 13, updated: 0, unchanged: 0 });
    const preview = await call('connections.preview', { id, models: names });
    expect(preview).toMatchObject({ changes: 0, asks: 0, drift: { creates: 0, updates: 0, unchanged: 13 } });
    expect(await call('connections.apply', { id, models: names })).toMatchObject({ created: 0, updated: 0 });
    expect(await importAll()).toEqual({ created: 0, updated: 0, unchanged: 13 });
  });

  it('costs one run that it cannot show only that run, and says so', async () => {
    const { call, id, golden, asked } = await connected();
    const path = Object.keys(golden).find(
      (one) =>
        one.includes(projectId(golden, 'Churn')) &&
        one.includes('/download?') &&
        /drift_share/.test(golden[one]?.body ?? ''),
    );
    const kept = golden[path ?? ''];
    golden[path ?? ''] = { status: 500, body: '{"detail":"Internal Server Error"}' };
    const preview = await call('connections.preview', { id });
    expect(preview.warnings).toEqual(
      expect.arrayContaining([
        {
          what: expect.stringMatching(/^The server cannot show 1 run: .* fault of its own \(500\)/),
          todo: expect.any(String),
        },
      ]),
    );
    await call('connections.apply', { id, fetched: preview.fetched });
    if (kept) golden[path ?? ''] = kept;
    asked();
    expect(await call('connections.preview', { id })).toMatchObject({ changes: 1 });
    expect(asked()).toContain(path?.split('/')[4]);
  });

  it.each([
    [
      'an older one',
      { '/api/version': '{"application":"Evidently UI","version":"0.6.7"}' },
      /Evidently 0.6.7. Read is 0.7/,
    ],
    ['another program', { '/api/version': '{"ok":true}' }, /does not answer as Evidently’s does/],
    ['a scope that it has not', {}, /no project called “Nobody”/],
  ])('is refused where it is %s', async (_name, answers, why) => {
    const { call, id, golden, server } = await connected();
    for (const [path, body] of Object.entries(answers)) golden[path] = { status: 200, body };
    const scope = Object.keys(answers).length === 0 ? 'Nobody' : '';
    await call('connections.save', { id, kind: 'evidently', label: 'Evidently', address: server.address, scope });
    await expect(call('connections.preview', { id })).rejects.toThrow(why);
  });
});
