import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder, testBackend } from '../../testing/test-backend';
import { migrate } from '../open/migrate';
import { closeConnections, createPortfolioFile, openPortfolioFile } from '../open/open';
import { migrations } from './index';

const NOW = '2026-11-23T10:00:00.000Z';

type Rows = Readonly<Record<string, unknown>>[];

const tablesOf = (db: Database.Database): string[] =>
  db
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .pluck()
    .all()
    .filter((name) => name !== 'schema_migrations');

function rowsOf(db: Database.Database, table: string): Rows {
  const columns = db.prepare<[], string>(`SELECT name FROM pragma_table_info('${table}')`).pluck().all();
  const order = columns.slice(0, 2).join(', ');
  return db.prepare<[], Readonly<Record<string, unknown>>>(`SELECT * FROM ${table} ORDER BY ${order}`).all();
}

/** Everything that a program reads the structure from; what SQLite writes of its own accord aside. */
const structureOf = (db: Database.Database): unknown =>
  db.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name').all();

/** A portfolio as a person would have made it with the program of today, table by table. */
async function makePortfolio(): Promise<ReadonlyMap<string, Rows>> {
  const { call, backend, file } = await testBackend();
  const { id } = await call('models.create', { name: 'Churn', tier: 1, stage: 'monitored', since: '2026-01-01' });
  await call('models.create', { name: 'Fraud', tier: 2 });
  await call('models.update', { id, patch: { unit: 'Retail / Cards' } });
  const result = { modelId: id, metric: 'psi', source: { tool: 'Modelfolio' }, nRef: 9000, nCur: 9000 };
  await call('drift.record', {
    results: [0.3, 0.3, 0.3].map((value, week) => ({ ...result, value, at: `2026-11-0${1 + week * 3}` })),
  });
  await call('drift.setBand', { metric: 'psi', tier: 1, bands: { watch: 0.2, act: 0.4 } });
  await call('incidents.create', { title: 'Wrong scores', modelId: id });
  await call('history.undo', {});
  await backend.close();
  const db = new Database(file, { readonly: true });
  const made = new Map(tablesOf(db).map((table) => [table, rowsOf(db, table)]));
  db.close();
  return made;
}

/** A file of an older version that holds what that version could hold of the portfolio. */
async function fileOfVersion(version: number): Promise<string> {
  const made = await makePortfolio();
  const path = join(temporaryFolder(), `v${version}.modelfolio`);
  closeConnections(createPortfolioFile(path, NOW));
  const older = new Database(path);
  const fresh = new Database(':memory:');
  migrate(fresh, migrations.slice(0, version), NOW);
  // The header that says whose file it is comes from the program, the structure from the older steps.
  for (const { type, name } of older
    .prepare<[], { type: string; name: string }>(
      "SELECT type, name FROM sqlite_schema WHERE type IN ('table', 'trigger') AND name NOT LIKE 'sqlite_%' ORDER BY type DESC",
    )
    .all())
    older.exec(`DROP ${type.toUpperCase()} IF EXISTS ${name}`);
  older.pragma('user_version = 0');
  migrate(older, migrations.slice(0, version), NOW);
  fresh.close();
  older.pragma('foreign_keys = OFF');
  for (const table of tablesOf(older)) {
    const columns = older.prepare<[], string>(`SELECT name FROM pragma_table_info('${table}')`).pluck().all();
    for (const row of made.get(table) ?? []) {
      const known = columns.filter((column) => column in row);
      older
        .prepare(`INSERT INTO ${table} (${known.join(', ')}) VALUES (${known.map(() => '?').join(', ')})`)
        .run(...known.map((column) => row[column]));
    }
  }
  older.close();
  return path;
}

describe.each(migrations.slice(1).map(({ version, name }) => ({ version, name })))(
  'step $version, $name',
  ({ version }) => {
    it('keeps every row of a real portfolio of the version before, and ends as a new file begins', async () => {
      const path = await fileOfVersion(version - 1);
      const before = new Database(path, { readonly: true });
      const kept = new Map(tablesOf(before).map((table) => [table, rowsOf(before, table)]));
      before.close();
      expect([...kept.values()].flat().length).toBeGreaterThan(10);
      const connections = openPortfolioFile(path, NOW, migrations.slice(0, version));
      onTestFinished(() => closeConnections(connections));
      expect(connections.copyBeforeUpdate).not.toBeNull();
      const db = connections.writer;
      for (const [table, rows] of kept) {
        const now = rowsOf(db, table);
        expect(now, table).toHaveLength(rows.length);
        for (const [at, row] of rows.entries()) expect(now[at], table).toMatchObject(row);
      }
      expect(db.pragma('user_version', { simple: true })).toBe(version);
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
      expect(db.pragma('foreign_key_check')).toEqual([]);
      const fresh = new Database(':memory:');
      migrate(fresh, migrations.slice(0, version), NOW);
      expect(structureOf(db)).toEqual(structureOf(fresh));
      fresh.close();
    });
  },
);

it('climbs from the first version to the present, where the program works on with what it finds', async () => {
  const path = await fileOfVersion(1);
  const { call } = await testBackend({ portfolio: false });
  await call('workspace.open', { file: path });
  expect((await call('models.list', {})).rows.map(({ name }) => name)).toEqual(['Churn', 'Fraud']);
  await call('models.create', { name: 'Another' });
  expect((await call('drift.heatmap', { from: '2026-11-01', to: '2026-11-23' })).models).toHaveLength(1);
});

it('works out, of a file that did not keep them, the windows that false alarms are expected from', async () => {
  const path = await fileOfVersion(7);
  const { call } = await testBackend({ portfolio: false });
  await call('workspace.open', { file: path });
  const alarms = await call('drift.falseAlarms', {});
  expect(alarms).toMatchObject({ models: 1, series: 1 });
  expect(alarms.windowsPerMonth).toBeCloseTo(365.25 / 12 / 3, 9);
});
