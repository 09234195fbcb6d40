import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { GOLDEN_VERSIONS, readGolden } from '../../../importers/mlflow/testing/golden';
import { readGoldenFiles, writeDatabase, writeTree, writeZip } from '../../../importers/mlflow/testing/golden-files';
import { goldenServer } from '../../../importers/mlflow/testing/golden-server';
import { type TestBackend, temporaryFolder, testBackend } from '../../../testing/test-backend';

const DAY = '2026-12-01T06:00:00.000Z';
const mapping = {
  tags: [
    { tag: 'owner', field: 'businessOwner' as const },
    { tag: 'tier', field: 'tier' as const },
  ],
};
/** What the recorded server has: the files were written with two models more. */
const FEWER = [
  'registered_models',
  'registered_model_tags',
  'registered_model_aliases',
  'model_versions',
  'model_version_tags',
].map((table) => `DELETE FROM ${table} WHERE name LIKE 'Churn%' OR name LIKE 'Fraud%'`);

async function started(): Promise<TestBackend> {
  const backend = await testBackend();
  backend.at(DAY);
  return backend;
}

async function read(
  { call }: TestBackend,
  kind: 'mlflow' | 'mlflow_files',
  label: string,
  address: string,
): Promise<string> {
  const { id, origin } = await call('connections.save', { kind, label, address, mapping });
  if (kind === 'mlflow') await call('connections.agree', { id, origin });
  return id;
}

async function portfolioOf({ call }: TestBackend): Promise<readonly unknown[]> {
  const { rows } = await call('models.list', { limit: 1000 });
  const models = await Promise.all(
    rows.map(async ({ id }) => {
      const { name, purpose, businessOwner, tier, stage, version, externalReferences, versions, otherVersions } =
        await call('models.get', { id });
      const { moves } = await call('models.history', { id });
      return {
        name,
        ...{ purpose, businessOwner, tier, stage, version },
        ids: externalReferences.map((one) => one.id),
        moves: moves.map(({ to, version: moved }) => [to, moved]),
        versions: versions.map(({ version: released }) => released),
        registered: otherVersions.map(({ version: known, alias, stage: its }) => [known, alias, its]),
      };
    }),
  );
  return models.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

describe.each(GOLDEN_VERSIONS)('the files of MLflow %s', (version) => {
  const files = readGoldenFiles(version);
  const store = Object.fromEntries(Object.entries(files.store).filter(([path]) => !/Churn|Fraud/.test(path)));

  it('bring what the server brings', async () => {
    const byServer = await started();
    await byServer.call('connections.refresh', { take: true });
    await read(byServer, 'mlflow', 'Server', (await goldenServer(readGolden(version))).address);
    await byServer.call('connections.refresh', {});
    const expected = await portfolioOf(byServer);
    expect(expected).toHaveLength(5);
    for (const path of [
      writeDatabase(temporaryFolder(), [...files.database, ...FEWER]),
      writeTree(temporaryFolder(), store),
      writeZip(join(temporaryFolder(), 'mlruns.zip'), store),
    ]) {
      const byFiles = await started();
      await read(byFiles, 'mlflow_files', 'Files', path);
      expect(await byFiles.call('connections.refresh', {})).toMatchObject({ results: [{ outcome: 'taken', asks: 0 }] });
      expect(await portfolioOf(byFiles)).toEqual(expected);
      expect(await byFiles.call('connections.refresh', {})).toMatchObject({ results: [{ outcome: 'unchanged' }] });
    }
  });

  it('double nothing that came another way, in either order, and give no second id', async () => {
    const server = await goldenServer(readGolden(version));
    const database = writeDatabase(temporaryFolder(), [...files.database, ...FEWER]);
    const ways = [
      ['mlflow', server.address],
      ['mlflow_files', database],
    ] as const;
    for (const order of [ways, ways.toReversed()]) {
      const backend = await started();
      const [[firstKind, first], [thenKind, then]] = order as [(typeof ways)[number], (typeof ways)[number]]; // two
      await read(backend, firstKind, 'First', first);
      await backend.call('connections.refresh', {});
      const before = await portfolioOf(backend);
      const id = await read(backend, thenKind, 'Then', then);
      const preview = await backend.call('connections.preview', { id });
      expect(preview).toMatchObject({ asks: 0, inventory: { creates: 0 } });
      expect(preview.warnings).toContainEqual({
        what: expect.stringMatching(/^This is the registry that came as .+ before/),
        todo: expect.any(String),
      });
      await backend.call('connections.apply', { id, fetched: preview.fetched });
      expect(await portfolioOf(backend)).toEqual(before);
    }
  });
});

describe('a connection to a path', () => {
  const files = readGoldenFiles('3.17.2');

  it('writes nothing to what it reads, and beside it', async () => {
    const folder = temporaryFolder();
    const path = writeDatabase(folder, files.database);
    const before = statSync(path).mtimeMs;
    const backend = await started();
    await read(backend, 'mlflow_files', 'Files', path);
    await backend.call('connections.refresh', {});
    expect(readdirSync(folder)).toEqual(['mlflow.db']);
    expect(statSync(path).mtimeMs).toBe(before);
  });

  it('is agreed to by whoever names it here, and asked about on another computer', async () => {
    const path = writeDatabase(temporaryFolder(), files.database);
    const backend = await started();
    const id = await read(backend, 'mlflow_files', 'Files', path);
    const [connection] = (await backend.call('connections.list', {})).connections;
    expect(connection).toMatchObject({
      agreed: true,
      origin: `file://${path}`,
      host: 'mlflow.db',
      port: 0,
      secret: 'not_needed',
    });
    await backend.call('connections.agree', { id, origin: `file://${path}`, agreed: false });
    await expect(backend.call('connections.test', { id })).rejects.toThrow('is read. Nothing was read');
    expect(await backend.call('connections.refresh', {})).toMatchObject({ results: [{ outcome: 'not_agreed' }] });
  });

  it('says what is in the way, keeps what was, and reads on when it is back', async () => {
    const path = writeDatabase(temporaryFolder(), files.database);
    const backend = await started();
    await read(backend, 'mlflow_files', 'Files', path);
    await backend.call('connections.refresh', {});
    renameSync(path, `${path}.away`);
    expect(await backend.call('connections.refresh', {})).toMatchObject({
      results: [
        { outcome: 'failed', trouble: { what: 'mlflow.db is no longer there', todo: 'Choose the file again' } },
      ],
    });
    const [held] = (await backend.call('connections.list', {})).connections;
    expect(held).toMatchObject({
      lastGood: { models: 7, versions: 11 },
      trouble: { what: 'mlflow.db is no longer there' },
    });
    renameSync(`${path}.away`, path);
    expect(await backend.call('connections.refresh', {})).toMatchObject({ results: [{ outcome: 'unchanged' }] });
    rmSync(path);
    expect(existsSync(path)).toBe(false);
  });

  it('is refused where it is no whole path, or another computer’s', async () => {
    const backend = await started();
    const save = (address: string) =>
      backend.call('connections.save', { kind: 'mlflow_files', label: 'Files', address });
    await expect(save('mlruns')).rejects.toThrow('This is no whole path');
    await expect(save('//server/share')).rejects.toThrow('leads to another computer');
  });

  it('says of an older export when it is of, and dates by it what it saw live', async () => {
    const exported = writeTree(temporaryFolder(), readGoldenFiles('2.22.5').export);
    const backend = await started();
    const id = await read(backend, 'mlflow_files', 'Export', exported);
    const { warnings, server } = await backend.call('connections.test', { id });
    expect(server).toMatchObject({ version: '2.22.5', models: 3, versions: 4 });
    expect(warnings[0]?.what).toBe('This is the registry as it was exported on 30 Nov 2026');
  });
});
