import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
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
  const { id, origin, shown } = await call('connections.save', { kind, label, address, mapping });
  if (kind === 'mlflow') await call('connections.agree', { id, origin, shown });
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

describe('an export that is made again', () => {
  const { export: files } = readGoldenFiles('2.22.5');
  /** As its tool writes it at that second, with the champion of a model moved. */
  const made = (seconds: number, champion: string): Record<string, string> =>
    Object.fromEntries(
      Object.entries(files).map(([path, text]) => {
        const root = JSON.parse(text) as {
          system?: { export_time?: number };
          mlflow?: { registered_model?: { name: string; aliases?: { alias: string; version: string }[] } };
        }; // recorded
        if (root.system) root.system.export_time = seconds;
        const model = root.mlflow?.registered_model;
        if (model?.name === 'Churn, retail')
          model.aliases = (model.aliases ?? []).map((one) =>
            one.alias === 'champion' ? { ...one, version: champion } : one,
          );
        return [path, JSON.stringify(root)];
      }),
    );
  const second = (day: string): number => Date.parse(`${day}T12:00:00.000Z`) / 1000;

  it('dates what was seen by when it was made, and not by when it was read', async () => {
    const folder = temporaryFolder();
    writeTree(folder, made(second('2026-12-02'), '2'));
    const backend = await started();
    backend.at('2026-12-20T06:00:00.000Z');
    const id = await read(backend, 'mlflow_files', 'Export', folder);
    expect(await backend.call('connections.refresh', {})).toMatchObject({ results: [{ outcome: 'taken' }] });
    backend.at('2027-01-15T06:00:00.000Z');
    writeTree(folder, made(second('2026-12-04'), '1'));
    const preview = await backend.call('connections.preview', { id });
    expect(preview.lines).toMatchObject([
      { name: 'Churn, retail', when: 'seen between 2 Dec 2026 and 4 Dec 2026', known: 'between' },
    ]);
    await backend.call('connections.apply', { id, fetched: preview.fetched });

    // An older one would undo what was read since.
    writeTree(folder, made(second('2026-12-03'), '2'));
    expect(await backend.call('connections.refresh', {})).toMatchObject({
      results: [
        {
          outcome: 'failed',
          trouble: {
            what: 'The export is as of 3 Dec 2026, and the registry was read as of 4 Dec 2026 already',
            todo: 'Export it anew; nothing was taken',
          },
        },
      ],
    });
  });
});

describe('what is deleted in the registry', () => {
  it('is said to be gone, and stays here', async () => {
    const path = writeDatabase(temporaryFolder(), readGoldenFiles('3.17.2').database);
    const backend = await started();
    const id = await read(backend, 'mlflow_files', 'Files', path);
    await backend.call('connections.refresh', {});
    const before = await portfolioOf(backend);
    const server = new Database(path);
    // As its server does it: a version stays in the table, a model goes with all of its versions.
    server.exec(
      "UPDATE model_versions SET current_stage = 'Deleted_Internal' WHERE name = 'Claims triage' AND version IN (1, 3)",
    );
    for (const table of ['registered_model_aliases', 'registered_model_tags', 'model_version_tags', 'model_versions'])
      server.exec(`DELETE FROM ${table} WHERE name = 'Mail routing'`);
    server.exec("DELETE FROM registered_models WHERE name = 'Mail routing'");
    server.close();
    const preview = await backend.call('connections.preview', { id });
    expect(preview.lines.filter(({ kind }) => kind === 'gone')).toMatchObject([
      {
        name: 'Mail routing',
        said: ['not in what is read any more: removed there, or hidden from you; it stays here'],
      },
      {
        name: 'Claims triage',
        said: ['versions 1 and 3 are not in what is read any more: removed there, or hidden from you; they stay here'],
      },
    ]);
    await backend.call('connections.apply', { id, fetched: preview.fetched });
    const names = (all: readonly unknown[]): unknown =>
      (all as { name: string; versions: unknown; registered: [string][] }[]).map((one) => [
        one.name,
        one.versions,
        one.registered.map(([version]) => version),
      ]); // as `portfolioOf` gives it
    expect(names(await portfolioOf(backend))).toEqual(names(before));
  });
});
