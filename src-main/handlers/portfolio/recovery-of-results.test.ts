import { closeSync, openSync, writeSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { testBackend } from '../../testing/test-backend';

/** Writes over a page of a table (its own b-tree) that is not its root, as a failing disk does. */
function overwriteOne(path: string, table: string): void {
  const db = new Database(path);
  db.pragma('wal_checkpoint(TRUNCATE)');
  const page = db
    .prepare<[string], number>("SELECT pageno FROM dbstat WHERE name = ? AND path <> '/' ORDER BY pageno LIMIT 1")
    .pluck()
    .get(table);
  db.close();
  if (page === undefined) throw new Error(`${table} has one page`);
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(4096, 0xab), 0, 4096, (page - 1) * 4096);
  closeSync(file);
}

it('says which drift results are lost, and proves what is left of them from there on', {
  timeout: 60_000,
}, async () => {
  const { call, file } = await testBackend();
  const { id: modelId } = await call('models.create', { name: 'Fraud', stage: 'monitored', since: '2026-01-01' });
  for (let day = 1; day <= 9; day += 1)
    await call('drift.record', {
      results: Array.from({ length: 60 }, (_, at) => ({
        ...{
          modelId,
          column: `column ${at}`,
          metric: 'psi' as const,
          source: { tool: 'Evidently' },
          value: 0.05 + at / 1000,
        },
        at: `2026-11-0${day}`,
      })),
    });
  const proved = { ok: true, points: { batches: 9, unchecked: 0, differences: [] } };
  expect(await call('journal.verify', {})).toMatchObject({ ...proved, points: { ...proved.points, points: 540 } });
  await call('workspace.close', {});
  overwriteOne(file, 'drift_tail');
  expect(await call('recovery.repair', { file })).toMatchObject({ resultsHoles: true, filled: false, lostTotal: 0 });
  expect((await call('journal.list', {})).entries[0]?.label).toMatch(
    /^Drift results of \d batch(es)? could not all be read in the damaged .*: what is left of them counts, not verified$/,
  );
  const left = await call('journal.verify', {});
  expect(left).toMatchObject(proved);
  expect(left.points.points).toBeLessThan(540);
  // No undo reaches that step: it takes back what was recorded last.
  await call('history.undo', {});
  expect(await call('journal.verify', {})).toMatchObject({ ok: true, differences: [], points: { batches: 8 } });
});
