import { closeSync, cpSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { type TestBackend, testBackend } from '../../testing/test-backend';

const MODELS = 150;

/** All of a table lies on pages that cannot be read. */
function lose(path: string, table: string): void {
  const db = new Database(path, { readonly: true });
  const pages = db
    .prepare<[string], number>("SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf'")
    .pluck()
    .all(table);
  db.close();
  const file = openSync(path, 'r+');
  for (const page of pages) writeSync(file, Buffer.alloc(4096, 0xab), 0, 4096, (page - 1) * 4096);
  closeSync(file);
}

/** Models of an import that was kept as a backup; then one was renamed by hand. */
async function imported(): Promise<TestBackend & { readonly names: () => Promise<unknown> }> {
  const engine = await testBackend();
  const { call, folder } = engine;
  const file = join(folder, 'inventory.csv');
  const rows = Array.from({ length: MODELS }, (_, n) => `M-${n},Model ${n},Unit ${n % 7},Production,${(n % 3) + 1}`);
  writeFileSync(file, ['ID,Model name,Business unit,Stage,Tier', ...rows, ''].join('\n'));
  await call('imports.apply', { file });
  await call('backups.create', {});
  const [first] = (await call('models.list', { limit: 1 })).rows;
  await call('models.update', { id: first?.id ?? '', patch: { name: 'Renamed by hand', tier: 3 } });
  await call('workspace.close', {});
  const names = async (): Promise<unknown> => {
    const preview = await call('imports.preview', { file });
    return 'values' in preview && preview.values;
  };
  return { ...engine, names };
}

it.each([
  { lost: 'model_sources', unproved: null },
  { lost: 'models', unproved: null },
  // The rename is behind the backup, and only the tables tell of it.
  { lost: 'journal', unproved: [{ table: 'models', added: 0, changed: 1, removed: 0, holes: false }] },
])('brings back what an import told, where $lost cannot be read', { timeout: 120_000 }, async ({ lost, unproved }) => {
  const { call, file, names } = await imported();
  lose(file, lost);
  const repaired = await call('recovery.repair', { file });
  expect(repaired.salvaged).toBeNull();
  expect(repaired.unproved).toEqual(unproved);
  expect(await call('journal.verify', {})).toMatchObject({ ok: true, differences: [] });
  expect((await call('models.list', { limit: 1, search: 'Renamed by hand' })).total).toBe(1);
  // What was changed by hand since is known to have been: the file does not win by itself.
  expect(await names()).toMatchObject({ changed: 0 });
});

it('brings back what an import told, where there is no journal and no backup', { timeout: 120_000 }, async () => {
  const { call, file, folder } = await imported();
  const moved = join(folder, 'alone', 'alone.modelfolio');
  mkdirSync(join(folder, 'alone'));
  cpSync(file, moved);
  lose(moved, 'journal');
  const repaired = await call('recovery.repair', { file: moved });
  expect(repaired.salvaged).toContainEqual({ table: 'model_sources', rows: MODELS, holes: false, orphans: 0 });
  expect(await call('journal.verify', {})).toMatchObject({ ok: true, differences: [] });
  expect((await call('models.list', { limit: 1, search: 'Renamed by hand' })).total).toBe(1);
});
