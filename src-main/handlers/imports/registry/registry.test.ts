import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { GOLDEN_VERSIONS, readGolden } from '../../../importers/mlflow/testing/golden';
import { readGoldenFiles, writeDatabase, writeTree, writeZip } from '../../../importers/mlflow/testing/golden-files';
import { goldenServer } from '../../../importers/mlflow/testing/golden-server';
import { type TestBackend, temporaryFolder, testBackend } from '../../../testing/test-backend';

const DAY = '2026-12-01T06:00:00.000Z';
const SUGGESTED = [
  { tag: 'owner', field: 'businessOwner' as const },
  { tag: 'tier', field: 'tier' as const },
];

async function started(): Promise<TestBackend> {
  const backend = await testBackend();
  backend.at(DAY);
  return backend;
}

async function connected({ call }: TestBackend, address: string): Promise<string> {
  const mapping = { tags: SUGGESTED };
  return (await call('connections.save', { kind: 'mlflow_files', label: 'Files', address, mapping })).id;
}

async function portfolioOf({ call }: TestBackend): Promise<readonly unknown[]> {
  const { rows } = await call('models.list', { limit: 1000 });
  const models = await Promise.all(
    rows.map(async ({ id }) => {
      const { name, purpose, businessOwner, tier, stage, version, externalReferences, versions, otherVersions } =
        await call('models.get', { id });
      const { moves } = await call('models.history', { id });
      // A file that is brought once has a system of its own, which is not of its path.
      const ids = externalReferences.map((one) => ({ ...one, system: one.system.replace(/ [0-9a-f]{8}\//, ' …/') }));
      const its = { name, purpose, businessOwner, tier, stage, version, ids };
      return {
        ...its,
        moves: moves.map((move) => [move.to, move.version, move.at]),
        versions: [...versions, ...otherVersions].map((one) => [one.version, one.alias, one.stage]),
      };
    }),
  );
  return models.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

const heard = async ({ call }: TestBackend): Promise<number> => (await call('journal.list', {})).total;

describe.each(GOLDEN_VERSIONS)('a registry of MLflow %s that is chosen as a file', (version) => {
  const files = readGoldenFiles(version);

  it('shows what a connection to it shows, and is the same portfolio', async () => {
    const exported = join(temporaryFolder(), 'export.zip');
    for (const path of [
      writeDatabase(temporaryFolder(), files.database),
      writeZip(join(temporaryFolder(), 'mlruns.zip'), files.store),
      ...(Object.keys(files.export).length > 0 ? [writeZip(exported, files.export, 'out/')] : []),
    ]) {
      const byConnection = await started();
      const id = await connected(byConnection, path);
      const shown = await byConnection.call('connections.preview', { id });
      await byConnection.call('connections.apply', { id, fetched: shown.fetched });

      const byFile = await started();
      const preview = await byFile.call('imports.preview', { file: path });
      if (preview.format !== 'registry') throw new Error(preview.format);
      expect(preview.mapping.tags).toMatchObject(SUGGESTED);
      const { lines, server, warnings, changes, asks } = shown;
      expect(preview).toMatchObject({ lines, server, warnings, changes, asks, rows: server.models, rejected: 0 });
      expect(preview.creates).toBe(server.models);

      const before = await heard(byFile);
      const applied = await byFile.call('imports.apply', { file: path });
      expect(applied).toMatchObject({ format: 'registry', created: server.models, updated: 0 });
      expect(await heard(byFile)).toBe(before + 1);
      expect(await portfolioOf(byFile)).toEqual(await portfolioOf(byConnection));

      // Once more, from another place, and then by a connection: nothing is new.
      const moved = join(temporaryFolder(), 'elsewhere');
      copyFileSync(path, moved);
      expect(await byFile.call('imports.preview', { file: moved })).toMatchObject({ changes: 0, asks: 0, creates: 0 });
      const then = await connected(byFile, moved);
      expect(await byFile.call('connections.preview', { id: then })).toMatchObject({ changes: 0, asks: 0 });
    }
  });

  it('is taken back as one step, by the journal or in the ledger', async () => {
    const path = writeDatabase(temporaryFolder(), files.database);
    const backend = await started();
    const empty = await portfolioOf(backend);
    const { importId } = await backend.call('imports.apply', { file: path });
    const full = await portfolioOf(backend);
    expect((await backend.call('imports.list', {})).imports).toMatchObject([
      { fileName: 'mlflow.db', format: 'inventory' },
      { fileName: 'mlflow.db versions', format: 'versions' },
    ]);
    await backend.call('history.undo', {});
    expect(await portfolioOf(backend)).toEqual(empty);
    await backend.call('history.redo', {});
    expect(await portfolioOf(backend)).toEqual(full);
    await backend.call('imports.undo', { importId });
    expect(await portfolioOf(backend)).toEqual(empty);
  });
});

describe('a registry in a file', () => {
  const files = readGoldenFiles('3.17.2');

  it('is what came by its server before, with the tags that were said then', async () => {
    const path = writeDatabase(temporaryFolder(), files.database);
    const backend = await started();
    const mapping = { tags: [{ tag: 'owner', field: 'technicalOwner' as const }] };
    await backend.call('connections.save', { kind: 'mlflow_files', label: 'Ours', address: path, mapping });
    await backend.call('connections.refresh', {});
    const copy = join(temporaryFolder(), 'sent.db');
    copyFileSync(path, copy);
    const preview = await backend.call('imports.preview', { file: copy });
    expect(preview).toMatchObject({ mapping: { tags: mapping.tags }, changes: 0, asks: 0 });
  });

  it('asks whether a name is a model of yours, and takes what was said', async () => {
    const path = writeDatabase(temporaryFolder(), files.database);
    const backend = await started();
    await backend.call('models.create', { name: 'Claims triaging' });
    const preview = await backend.call('imports.preview', { file: path });
    if (preview.format !== 'registry') throw new Error(preview.format);
    const [offer] = preview.inventory.doubles;
    if (!offer) throw new Error('not asked');
    expect(preview.lines[0]).toMatchObject({ kind: 'waiting', name: 'Claims triage' });
    const answers = [{ rowKey: offer.rowKey, modelId: offer.modelId, answer: 'same' as const }];
    await backend.call('imports.apply', { file: path, answers });
    const names = (await portfolioOf(backend)).length;
    expect(names).toBe(preview.server.models);
  });

  it('leaves other databases, archives and objects to whom they belong', async () => {
    const backend = await started();
    const zip = writeZip(join(temporaryFolder(), 'models.zip'), { 'inventory.csv': 'Name,Owner\nClaims,Ana\n' });
    expect(await backend.call('imports.preview', { file: zip })).toMatchObject({ format: 'inventory' });
    const other = writeDatabase(temporaryFolder(), ['CREATE TABLE projects (id INTEGER)'], 'other.db');
    await expect(backend.call('imports.preview', { file: other })).rejects.toThrow('other.db');
  });
});

describe('files of one name', () => {
  /** What mlflow-export-import writes of one model, always under this name. */
  function exported(name: string, folder = temporaryFolder()): string {
    const versions = [{ name, version: '1', current_stage: 'Production', creation_timestamp: '1700000000000' }];
    const text = JSON.stringify({ mlflow: { registered_model: { name, versions } } });
    return join(writeTree(folder, { 'model.json': text }), 'model.json');
  }
  const kept = async ({ call }: TestBackend, file: string) => {
    const preview = await call('imports.preview', { file });
    if (preview.format !== 'registry') throw new Error(preview.format);
    return { ...preview, gone: preview.lines.filter(({ kind }) => kind === 'gone') };
  };

  it('are of several models, also in one folder, and none of them is called gone', async () => {
    const folder = temporaryFolder();
    const backend = await started();
    await backend.call('imports.apply', { file: exported('churn', folder) });
    for (const path of [exported('fraud'), exported('claims', folder)]) {
      const shown = await kept(backend, path);
      expect(shown).toMatchObject({ creates: 1, gone: [], inventory: { missing: [], source: { known: false } } });
      expect(shown.inventory.source.name).toMatch(/^model\.json \([0-9a-f]{8}\)$/);
      await backend.call('imports.apply', { file: path });
    }
    // Each is its own registry when it comes again.
    for (const name of ['churn', 'fraud', 'claims'])
      expect(await kept(backend, exported(name))).toMatchObject({
        changes: 0,
        asks: 0,
        gone: [],
        inventory: { source: { known: true } },
      });
  });

  it('say nothing of what is not in an export, which may be of some models alone', async () => {
    const backend = await started();
    const folder = temporaryFolder();
    for (const name of ['churn', 'fraud']) exported(name, join(folder, name));
    const id = await connected(backend, folder);
    await backend.call('connections.refresh', { take: true });
    rmSync(join(folder, 'fraud'), { recursive: true });
    exported('claims', join(folder, 'claims'));
    const shown = await backend.call('connections.preview', { id });
    expect(shown.lines).toMatchObject([{ kind: 'new', name: 'claims' }]);
    expect(shown.inventory).toMatchObject({ missing: [], missingModels: [] });
    await backend.call('connections.apply', { id, fetched: shown.fetched });
    const ledger = new Database(backend.file, { readonly: true });
    expect(ledger.prepare("SELECT problems FROM imports WHERE problems LIKE '%not in the file%'").all()).toEqual([]);
    expect(ledger.prepare('SELECT problems FROM imports').all()).toHaveLength(4);
    ledger.close();
  });

  it('are of two registries, and what was said of the first stays with it', async () => {
    const backend = await started();
    const folder = temporaryFolder();
    const one = (name: string, at: number): string[] => [
      'CREATE TABLE registered_models (name TEXT, creation_time INTEGER, last_updated_time INTEGER)',
      'CREATE TABLE model_versions (name TEXT, version INTEGER, creation_time INTEGER, current_stage TEXT)',
      `INSERT INTO registered_models VALUES ('${name}', ${at}, ${at})`,
      `INSERT INTO model_versions VALUES ('${name}', 1, ${at}, 'Production')`,
    ];
    const path = writeDatabase(folder, one('Churn', 1_600_000_000_000));
    await backend.call('imports.apply', { file: path });
    rmSync(path);
    writeDatabase(folder, one('Lending limits', 1_650_000_000_000));
    const shown = await kept(backend, path);
    expect(shown).toMatchObject({ creates: 1, gone: [], inventory: { missing: [], source: { known: false } } });
    expect(shown.inventory.source.name).toMatch(/^mlflow\.db \(/);
  });
});

describe('files that are older than what was read', () => {
  const hour = (day: string): number => Date.parse(`${day}T12:00:00.000Z`);
  const shown = async ({ call }: TestBackend, file: string): Promise<string> => {
    const preview = await call('imports.preview', { file });
    return preview.format === 'registry' ? `${preview.changes}` : preview.format;
  };
  const exported = (day: string, description: string, uri = ''): string => {
    const model = {
      name: 'Churn',
      description,
      versions: [{ name: 'Churn', version: '1', current_stage: 'Production' }],
    };
    const system = { export_time: hour(day) / 1000, mlflow_tracking_uri: uri };
    const text = JSON.stringify({ system, mlflow: { registered_model: model } });
    return join(writeTree(temporaryFolder(), { 'model.json': text }), 'model.json');
  };
  const copied = (day: string, description: string, name = 'mlflow.db'): string =>
    writeDatabase(
      temporaryFolder(),
      [
        'CREATE TABLE registered_models (name TEXT, description TEXT, creation_time INTEGER, last_updated_time INTEGER)',
        'CREATE TABLE model_versions (name TEXT, version INTEGER, creation_time INTEGER, current_stage TEXT)',
        `INSERT INTO registered_models VALUES ('Churn', '${description}', 1600000000000, ${hour(day)})`,
        "INSERT INTO model_versions VALUES ('Churn', 1, 1600000000000, 'Production')",
      ],
      name,
    );

  it('are refused where an export is, and set nothing back', async () => {
    const backend = await started();
    const first = exported('2026-11-20', 'As it is');
    // The version says not when it came.
    expect(await backend.call('imports.preview', { file: first })).toMatchObject({
      lines: [{ when: 'seen by 20 Nov 2026' }],
    });
    await backend.call('imports.apply', { file: first });
    // It is newer than the first, though that was taken later than it was made.
    expect(await shown(backend, exported('2026-11-22', 'Written anew'))).toBe('1');
    await backend.call('imports.apply', { file: exported('2026-11-22', 'Written anew') });
    const before = await portfolioOf(backend);
    const old = exported('2026-11-02', 'As it was');
    const said = /model.json is as of 2 Nov 2026, and the registry was read as of 22 Nov 2026 already. Export it anew/;
    await expect(backend.call('imports.preview', { file: old })).rejects.toThrow(said);
    await expect(backend.call('imports.apply', { file: old })).rejects.toThrow(said);
    expect(await portfolioOf(backend)).toEqual(before);
    // What was taken back says nothing more.
    await backend.call('history.undo', {});
    expect(await shown(backend, exported('2026-11-21', 'Between'))).toBe('1');
  });

  it('are refused where its server was read since', async () => {
    const { address } = await goldenServer(readGolden('3.17.2'));
    const backend = await started();
    const { id, origin } = await backend.call('connections.save', { kind: 'mlflow', label: 'Server', address });
    await backend.call('connections.agree', { id, origin });
    await backend.call('connections.refresh', { take: true });
    await expect(shown(backend, exported('2026-11-10', 'As it was', address))).rejects.toThrow(
      'and the registry was read as of 1 Dec 2026 already',
    );
    const files = await backend.call('connections.save', {
      kind: 'mlflow_files',
      label: 'Export',
      address: exported('2026-11-10', 'As it was', address),
    });
    await expect(backend.call('connections.preview', { id: files.id })).rejects.toThrow(
      'The export is as of 10 Nov 2026, and the registry was read as of 1 Dec 2026 already',
    );
  });

  it('are refused where a copy of a database is, by the times in it', async () => {
    const backend = await started();
    await backend.call('imports.apply', { file: copied('2026-11-20', 'As it is') });
    expect(await shown(backend, copied('2026-11-20', 'As it is'))).toBe('0');
    await expect(shown(backend, copied('2026-11-02', 'As it was'))).rejects.toThrow(
      /mlflow.db is a copy of before: the last change in it is of 2 Nov 2026, and one of 20 Nov 2026 was read already/,
    );
    expect(await shown(backend, copied('2026-11-21', 'Written anew'))).toBe('1');
    // Read where its server writes it, it is what it is now.
    const id = await connected(backend, copied('2026-11-02', 'As it was', 'live.db'));
    await backend.call('connections.preview', { id });
  });
});
