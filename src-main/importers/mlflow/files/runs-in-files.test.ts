import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder, testBackend } from '../../../testing/test-backend';
import { readGoldenFiles, writeDatabase, writeTree, writeZip } from '../testing/golden-files';

/** The run of version 2, which the alias champion names, of the model that the recorded export has, and in the store. */
const LIVE = '56728eef82fe4abcbf3d966bc6156191';
const IN_STORE = '873698a95d954886b5d561549f6ea41f';
const OTHER = 'ed941c2d645b4e618404daa65c8524f1';
const { database, store, export: exported } = readGoldenFiles('2.22.5');

const at = (value: unknown, step: number, timestamp = 1_764_000_000_000 + step) => ({ value, step, timestamp });
/** As mlflow-export-import 1.2.0 writes a run: all values of each metric. */
const runJson = JSON.stringify({
  system: { package_version: '1.2.0' },
  mlflow: {
    info: { run_id: LIVE },
    metrics: {
      auc: [at(0.9, 0)],
      loss: [at(0.5, 0), at(0.25, 2), at(0.3, 1)],
      nothing: [at(null, 0)],
      'system/cpu': [at(3, 0)],
    },
  },
});
const MEASURED = [
  ['Run: auc', [0.9]],
  ['Run: loss', [0.25]],
];

/** What an import of a file brings of the model, and that it brings it once. */
async function figuresOf(file: string): Promise<unknown> {
  const { call, at: on } = await testBackend();
  on('2026-12-01T06:00:00.000Z');
  await call('imports.apply', { file });
  const { rows } = await call('models.list', { search: 'Churn' });
  const { series } = await call('drift.series', { modelId: rows[0]?.id ?? '' });
  expect(await call('imports.preview', { file })).toMatchObject({ changes: 0, asks: 0 });
  // Taken back, the whole of it goes.
  const [{ id: importId = '' } = {}] = (await call('imports.list', {})).imports;
  await call('imports.undo', { importId });
  expect((await call('models.list', {})).rows).toEqual([]);
  return series.map(({ metric, v }) => [metric, v]).toSorted();
}

describe('the figures of the run behind a live version', () => {
  it.each([
    ['all models', `experiments/1/${LIVE}/run.json`],
    ['models one by one', `models/Churn, retail/${LIVE}/run.json`],
  ])('come with an export of %s, by its archive too', async (_what, path) => {
    const files = { ...exported, [path]: runJson, [`experiments/1/${OTHER}/run.json`]: runJson };
    const folder = temporaryFolder();
    expect(await figuresOf(writeZip(join(folder, 'export.zip'), files))).toEqual(MEASURED);
    const { call, at: on } = await testBackend();
    on('2026-12-01T06:00:00.000Z');
    const address = writeTree(temporaryFolder(), files);
    await call('connections.save', { kind: 'mlflow_files', label: 'Export', address });
    await call('connections.refresh', {});
    const { rows } = await call('models.list', { search: 'Churn' });
    const { series } = await call('drift.series', { modelId: rows[0]?.id ?? '' });
    expect(series.map(({ metric, v }) => [metric, v]).toSorted()).toEqual(MEASURED);
    expect((await call('connections.refresh', {})).results).toMatchObject([{ outcome: 'unchanged' }]);
  });

  it('are those that can be read: a run that is cut off costs its figures and nothing else', async () => {
    const files = { ...exported, [`experiments/1/${LIVE}/run.json`]: runJson.slice(0, 90) };
    expect(await figuresOf(writeZip(join(temporaryFolder(), 'export.zip'), files))).toEqual([]);
  });

  it('come with a file store in which they lie beside the models, and with a deleted experiment', async () => {
    for (const experiment of ['0', '.trash/7']) {
      const run = `${experiment}/${IN_STORE}/metrics`;
      const files = {
        ...store,
        [`${run}/auc`]: '1764000000000 0.9 0\n',
        [`${run}/loss`]: '1764000000000 0.5 0\n1764000000002 0.25 2\n1764000000001 0.3 1\n',
        [`${run}/nothing`]: '1764000000000 nan 0\n',
        [`${run}/endless`]: '1764000000000 inf 0\n',
        [`${run}/system/cpu`]: '1764000000000 3 0\n',
        [`${experiment}/${OTHER}/metrics/auc`]: '1764000000000 0.1 0\n',
      };
      expect(await figuresOf(writeZip(join(temporaryFolder(), 'mlruns.zip'), files))).toEqual(MEASURED);
    }
  });

  it('come with the database of a server, and are none where it has no such tables', async () => {
    const rows = [
      "('auc', 0.9, 1764000000000, 0, 0, 'LIVE')",
      "('loss', 0.25, 1764000000002, 2, 0, 'LIVE')",
      "('nothing', 0, 1764000000000, 0, 1, 'LIVE')",
      "('endless', 1.7976931348623157e308, 1764000000000, 0, 0, 'LIVE')",
      "('auc', 0.1, 1764000000000, 0, 0, 'OTHER')",
    ].map((row) => `INSERT INTO latest_metrics VALUES ${row.replace('LIVE', LIVE)}`);
    const tables = [
      'CREATE TABLE runs (run_uuid VARCHAR(32) PRIMARY KEY)',
      `INSERT INTO runs VALUES ('${LIVE}'), ('OTHER')`,
      'CREATE TABLE latest_metrics ("key" VARCHAR(250), value FLOAT, timestamp BIGINT, step BIGINT, is_nan BOOLEAN, run_uuid VARCHAR(32))',
      ...rows,
    ];
    expect(await figuresOf(writeDatabase(temporaryFolder(), [...database, ...tables]))).toEqual(MEASURED);
    expect(await figuresOf(writeDatabase(temporaryFolder(), database))).toEqual([]);
  });
});
