import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { MlflowServer } from '../../../testing/mlflow/mlflow-process';
import {
  exportRegistry,
  hasExporter,
  mlflow,
  mlflowEnvironments,
  startMlflow,
} from '../../../testing/mlflow/mlflow-server';
import { needs } from '../../../testing/needs';
import { type TestBackend, temporaryFolder, testBackend } from '../../../testing/test-backend';

const SLOW = 300_000;
const MAPPING = {
  tags: [
    { tag: 'owner', field: 'businessOwner' as const },
    { tag: 'tier', field: 'tier' as const },
  ],
};

/** What is in the portfolio of models, without what every portfolio has of its own. */
async function portfolioOf({ call }: TestBackend): Promise<unknown> {
  const { rows } = await call('models.list', { limit: 1000 });
  const models = await Promise.all(
    rows.map(async ({ id }) => {
      const model = await call('models.get', { id });
      const { moves } = await call('models.history', { id });
      return {
        name: model.name,
        purpose: model.purpose,
        owner: model.businessOwner,
        tier: model.tier,
        stage: model.stage,
        version: model.version,
        ids: model.externalReferences.map(({ id: name }) => name),
        moves: moves.map(({ to, version }) => [to, version]),
        figures: (await call('drift.series', { modelId: id })).series
          .map(({ metric, t, v }) => [metric, t, v])
          .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
        versions: [...model.versions, ...model.otherVersions].map(({ version, alias, stage }) => [
          version,
          alias,
          stage,
        ]),
      };
    }),
  );
  return models.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

const connect = async (
  { call }: TestBackend,
  more: { kind: 'mlflow' | 'mlflow_files'; label: string; address: string },
) => {
  const { id, origin, shown } = await call('connections.save', { ...more, mapping: MAPPING });
  await call('connections.agree', { id, origin, shown });
  return id;
};

async function fresh(server: MlflowServer, files: string): Promise<{ rest: unknown; byFiles: unknown }> {
  const [one, two] = [await testBackend(), await testBackend()];
  for (const { at } of [one, two]) at(new Date().toISOString());
  await connect(one, { kind: 'mlflow', label: 'Server', address: server.address });
  await connect(two, { kind: 'mlflow_files', label: 'Files', address: files });
  for (const { call } of [one, two])
    expect(await call('connections.refresh', {})).toMatchObject({ results: [{ outcome: 'taken', asks: 0 }] });
  return { rest: await portfolioOf(one), byFiles: await portfolioOf(two) };
}

describe.each(mlflowEnvironments.length === 0 ? ['none'] : mlflowEnvironments)(
  'the files of a real server of MLflow (%s)',
  (environment) => {
    it.each(['sqlite', 'files'] as const)(
      'give the portfolio that the server gives (%s)',
      { timeout: SLOW, ...needs(mlflow) },
      async (backend) => {
        const server = await startMlflow(environment, temporaryFolder(), backend);
        server.build('few');
        server.build('runs');
        const { rest, byFiles } = await fresh(server, server.store);
        expect(byFiles).toEqual(rest);
        expect(rest).toHaveLength(7);
        // Of three live versions with a run.
        expect(
          JSON.stringify(byFiles)
            .match(/"Run: \w+"/g)
            ?.toSorted(),
        ).toEqual(['accuracy', 'auc', 'auc', 'auc', 'loss'].map((name) => `"Run: ${name}"`));

        // Another way into the same portfolio doubles nothing, and keeps the ids that it has.
        const both = await testBackend();
        both.at(new Date().toISOString());
        await connect(both, { kind: 'mlflow', label: 'Server', address: server.address });
        await both.call('connections.refresh', {});
        const before = await portfolioOf(both);
        const id = await connect(both, { kind: 'mlflow_files', label: 'Files', address: server.store });
        const preview = await both.call('connections.preview', { id });
        expect(preview).toMatchObject({ changes: 0, asks: 0, unchanged: 7 });
        await both.call('connections.apply', { id });
        expect(await portfolioOf(both)).toEqual(before);

        // Nor does the file itself, while its server holds it open.
        if (backend === 'sqlite')
          expect(await both.call('imports.preview', { file: server.store })).toMatchObject({
            format: 'registry',
            changes: 0,
            asks: 0,
            unchanged: 7,
          });

        if (!hasExporter(environment) || backend === 'files') return;
        const exported = join(temporaryFolder(), 'export');
        exportRegistry(environment, server, exported);
        const third = await connect(both, { kind: 'mlflow_files', label: 'Export', address: exported });
        // Its tool leaves out models of which a version has no run.
        const look = await both.call('connections.preview', { id: third });
        expect(look).toMatchObject({ changes: 0, asks: 0, server: { version: expect.stringMatching(/^[23]\./) } });
      },
    );
  },
);
