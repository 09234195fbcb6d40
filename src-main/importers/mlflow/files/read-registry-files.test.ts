import { mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openForeignFile } from '../../../store/files';
import type { RegistryFromFiles } from '../mlflow-registry';
import { GOLDEN_VERSIONS } from '../testing/golden';
import { readGoldenFiles, writeDatabase, writeTree, writeZip } from '../testing/golden-files';
import { readRegistryFiles } from './read-registry-files';

const folder = (): string => mkdtempSync(join(tmpdir(), 'modelfolio-registry-'));
const read = (path: string, scope = ''): Promise<RegistryFromFiles> =>
  readRegistryFiles(path, {
    scope,
    signal: undefined,
    progress: () => undefined,
    openDatabase: (file) => openForeignFile(file),
  });

/** In one order, and without the moments: each place was filled for itself. */
const plain = ({ registry: { models, versions, prompts } }: RegistryFromFiles) => ({
  models: models
    .map(({ createdAt, updatedAt, aliases, ...model }) => ({
      ...model,
      dated: createdAt !== null && updatedAt !== null,
      aliases: aliases.toSorted((a, b) => (a.alias < b.alias ? -1 : 1)),
    }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  versions: versions
    .map(({ createdAt, updatedAt, runId, ...version }) => ({
      ...version,
      dated: createdAt !== null && updatedAt !== null,
      run: runId !== '',
    }))
    .toSorted((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1)),
  prompts,
});

describe.each(GOLDEN_VERSIONS)('a registry that MLflow %s wrote', (version) => {
  const golden = readGoldenFiles(version);

  it('is the same in its database and in its file store, as folder and as archive', async () => {
    const database = await read(writeDatabase(folder(), golden.database));
    expect(plain(database)).toMatchObject({ models: { length: 7 }, versions: { length: 11 }, prompts: 1 });
    const store = writeTree(folder(), golden.store);
    const zip = writeZip(join(folder(), 'mlruns.zip'), golden.store, 'backup/mlruns/');
    for (const path of [store, join(store, 'models'), zip]) {
      const found = await read(path);
      expect(found.place).toBe('file_store');
      expect(plain(found)).toEqual(plain(database));
    }
  });

  it('keeps what is written oddly', async () => {
    const { models } = plain(await read(writeTree(folder(), golden.store)));
    expect(models.find(({ name }) => name.startsWith('Fraud'))).toMatchObject({
      description: "With\nmore lines\n\nand: a colon, 'quotes' and #",
      tags: new Map([
        ['owner', 'yes'],
        ['tier', 'null'],
      ]),
    });
  });
});

describe('an export of mlflow-export-import', () => {
  const golden = readGoldenFiles('2.22.5');

  it('is the part of the registry that its tool could export, with what is left out counted', async () => {
    const database = plain(await read(writeDatabase(folder(), golden.database)));
    const found = await read(writeTree(folder(), golden.export));
    expect(found).toMatchObject({
      place: 'export',
      failed: 0,
      server: 'http://127.0.0.1:5792',
      registry: { server: { version: '2.22.5' } },
    });
    expect(found.asOf).toMatch(/^2026-11-30T17:/);
    const names = new Set(found.registry.models.map(({ name }) => name));
    expect([...names].sort()).toEqual(['Churn, retail', 'Fraud “cards”, 2', 'Never trained']);
    expect(plain(found)).toEqual({
      models: database.models.filter(({ name }) => names.has(name)),
      versions: database.versions.filter(({ name }) => names.has(name)),
      prompts: 0,
    });
    expect(plain(await read(writeZip(join(folder(), 'export.zip'), golden.export)))).toEqual(plain(found));
  });

  it('may be of one model alone', async () => {
    const [path = ''] = Object.keys(golden.export).filter((name) => name.includes('Churn'));
    const alone = writeTree(folder(), { 'model.json': golden.export[path] ?? '' });
    expect((await read(join(alone, 'model.json'))).registry.versions).toHaveLength(3);
    expect((await read(alone)).registry.models).toMatchObject([{ name: 'Churn, retail' }]);
  });

  it('fails in a sentence where one of its files is broken, and passes over a model of another library', async () => {
    const [path = ''] = Object.keys(golden.export).filter((name) => name.includes('Churn'));
    const whole = golden.export[path] ?? '';
    for (const broken of [whole.slice(0, -200), '', '{'])
      await expect(read(writeTree(folder(), { ...golden.export, [path]: broken }))).rejects.toMatchObject({
        code: 'bad_file',
        message: expect.stringContaining(`${path} is not whole JSON`),
      });
    const beside = { ...golden.export, 'models/net/model.json': '{"layers": []}' };
    expect(plain(await read(writeTree(folder(), beside)))).toEqual(
      plain(await read(writeTree(folder(), golden.export))),
    );
  });

  it('joins aliases from the model, and says how many versions failed', async () => {
    const text = JSON.stringify({
      info: { failed_versions: [{ version: '4' }] },
      mlflow: {
        registered_model: {
          name: 'wine',
          aliases: [{ alias: 'champion', version: '2' }],
          tags: [{ key: 'owner', value: 'Ana' }],
          versions: [
            { name: 'wine', version: '1', current_stage: 'Deleted_Internal' },
            { name: 'wine', version: '2', aliases: [], tags: { checked: 'yes' }, creation_timestamp: '1700000000000' },
          ],
        },
      },
    });
    const found = await read(join(writeTree(folder(), { 'model.json': text }), 'model.json'));
    expect(found).toMatchObject({
      failed: 1,
      registry: {
        models: [{ aliases: [{ alias: 'champion', version: '2' }], tags: new Map([['owner', 'Ana']]) }],
        versions: [{ version: '2', createdAt: '2023-11-14T22:13:20.000Z', tags: new Map([['checked', 'yes']]) }],
      },
    });
  });
});

describe('a database of another age', () => {
  const old = [
    'CREATE TABLE registered_models (name TEXT, creation_time INTEGER, last_updated_time INTEGER)',
    'CREATE TABLE model_versions (name TEXT, version INTEGER, creation_time INTEGER, current_stage TEXT)',
    "INSERT INTO registered_models VALUES ('risk', 1600000000000, 1600000000000)",
    "INSERT INTO model_versions VALUES ('risk', 1, 1600000000000, 'Production'), ('risk', 2, 1600000000000, 'Deleted_Internal')",
    "INSERT INTO model_versions VALUES ('never registered', 1, 1600000000000, 'None')",
  ];

  it('is read by the columns and tables that it has', async () => {
    const { registry } = await read(writeDatabase(folder(), old));
    expect(registry.models).toMatchObject([{ name: 'risk', description: '', aliases: [] }]);
    expect(registry.versions).toMatchObject([{ version: '1', stage: 'Production', runId: '' }]);
  });

  it('is read one workspace at a time', async () => {
    const path = writeDatabase(folder(), [
      'CREATE TABLE registered_models (name TEXT, workspace TEXT)',
      'CREATE TABLE model_versions (name TEXT, version INTEGER, workspace TEXT)',
      'CREATE TABLE registered_model_aliases (name TEXT, alias TEXT, version INTEGER, workspace TEXT)',
      "INSERT INTO registered_models VALUES ('risk', 'default'), ('risk', 'team')",
      "INSERT INTO model_versions VALUES ('risk', 1, 'default'), ('risk', 7, 'team')",
      "INSERT INTO registered_model_aliases VALUES ('risk', 'champion', 7, 'team')",
    ]);
    expect((await read(path)).registry).toMatchObject({
      server: { workspace: 'default', workspaces: ['default', 'team'] },
      models: [{ aliases: [] }],
      versions: [{ version: '1' }],
    });
    expect((await read(path, 'team')).registry).toMatchObject({
      models: [{ aliases: [{ version: '7' }] }],
      versions: [{ version: '7' }],
    });
    await expect(read(path, 'other')).rejects.toThrow('has no workspace called “other”; it has default, team');
  });

  it('is refused where it is of something else', async () => {
    const path = writeDatabase(folder(), ['CREATE TABLE projects (id INTEGER)']);
    await expect(read(path)).rejects.toThrow('is a database, but none of MLflow’s server');
  });
});

describe('a folder of a stranger', () => {
  const model = (text: string) => writeTree(folder(), { 'models/risk/meta.yaml': text });

  it('gives nothing of what links lead to', async () => {
    const secret = join(folder(), 'secret');
    writeFileSync(secret, 'of somebody else');
    const root = writeTree(folder(), { 'models/risk/meta.yaml': 'name: risk\n', 'models/risk/tags/mine': 'yes' });
    symlinkSync(secret, join(root, 'models/risk/tags/theirs'));
    symlinkSync(folder(), join(root, 'models/linked'));
    const { registry } = await read(root);
    expect(registry.models).toMatchObject([{ name: 'risk', tags: new Map([['mine', 'yes']]) }]);
  });

  it.each([
    ['a file that cannot be read', 'name: [risk\n'],
    ['anchors that grow', `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nname: *b\n`],
    ['no mapping', '- risk\n'],
  ])('is refused with a sentence for %s', async (_, text) => {
    await expect(read(model(text))).rejects.toMatchObject({
      code: 'bad_file',
      message: expect.stringContaining('models/risk/meta.yaml cannot be read as MLflow writes it'),
    });
  });

  it('is not taken for a registry where experiments have models of their own', async () => {
    const root = writeTree(folder(), { '0/models/m-1/meta.yaml': 'name: net\nexperiment_id: 0\n', 'notes.txt': '' });
    await expect(read(root)).rejects.toThrow('holds no registry of MLflow');
  });

  it('gives no version that was deleted there', async () => {
    const root = writeTree(folder(), {
      'models/risk/meta.yaml': 'name: risk\n',
      'models/risk/version-1/meta.yaml': 'name: risk\nversion: 1\ncurrent_stage: Production\n',
      'models/risk/version-2/meta.yaml': 'name: risk\nversion: 2\ncurrent_stage: Deleted_Internal\n',
    });
    expect((await read(root)).registry.versions).toMatchObject([{ version: '1' }]);
  });

  it('says so where a version has lost its file', async () => {
    const root = writeTree(folder(), { 'models/risk/meta.yaml': 'name: risk\n', 'models/risk/version-1/tags/a': 'b' });
    await expect(read(root)).rejects.toThrow('models/risk/version-1/meta.yaml cannot be read');
  });

  it('is refused where a file is far too long', async () => {
    await expect(read(model(`name: risk\ndescription: ${'x'.repeat(2_000_000)}\n`))).rejects.toThrow(
      'has more than 1 MB',
    );
  });
});
