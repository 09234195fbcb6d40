import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Channel, Input } from '#contract/index';
import { STAGES } from '#domain/vocabulary';
import { type TestBackend, testBackend } from '../../testing/test-backend';

/** Every fact of a portfolio as it lies in the file. */
function dump(file: string): unknown {
  const db = new Database(file, { readonly: true });
  const tables = [
    'portfolio',
    'models',
    'moves',
    'approvals',
    'imports',
    'model_sources',
    'presets',
    'views',
    'assessments',
    'assessment_answers',
    'vendor_offers',
  ];
  const facts = tables.map((table) => [table, db.prepare(`SELECT * FROM ${table} ORDER BY id`).all()]);
  db.close();
  return facts;
}

describe('undo and redo', () => {
  it('is named, and outlives a restart', async () => {
    const first = await testBackend();
    const model = await first.call('models.create', { name: 'Fraud', tier: 1 });
    await first.call('models.update', { id: model.id, patch: { tier: 2 } });
    await first.backend.close();

    const second = await testBackend({ folder: first.folder, portfolio: false });
    await second.call('workspace.open', { file: first.file });
    expect((await second.call('history.state', {})).undo?.label).toBe('Change tier of “Fraud”');
    expect((await second.call('history.undo', {})).label).toBe('Change tier of “Fraud”');
    expect((await second.call('models.get', { id: model.id })).tier).toBe(1);
    await second.call('history.undo', {});
    expect((await second.call('models.list', {})).total).toBe(0);
    await expect(second.call('history.undo', {})).rejects.toThrow('There is nothing to undo.');
    expect((await second.call('history.redo', {})).label).toBe('Add “Fraud”');
    expect((await second.call('history.redo', {})).label).toBe('Change tier of “Fraud”');
    expect((await second.call('models.get', { id: model.id })).tier).toBe(2);
    expect(await second.call('history.state', {})).toMatchObject({ redo: null });
  });

  it('forgets what could be redone once something new is done', async () => {
    const { call } = await testBackend();
    await call('models.create', { name: 'One' });
    await call('history.undo', {});
    await call('models.create', { name: 'Two' });
    expect((await call('history.state', {})).redo).toBeNull();
    await expect(call('history.redo', {})).rejects.toThrow('There is nothing to redo.');
  });

  it('writes no entry where nothing changed', async () => {
    const { call } = await testBackend();
    const model = await call('models.create', { name: 'One', unit: 'Risk' });
    const { total } = await call('journal.list', {});
    await call('models.update', { id: model.id, patch: { unit: 'Risk' } });
    expect((await call('journal.list', {})).total).toBe(total);
  });

  it('gives back every fact, whatever was done (property)', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(5), fc.nat(9), fc.nat(7)), { minLength: 1, maxLength: 12 }),
        async (steps) => {
          const engine = await testBackend();
          const states = [dump(engine.file)];
          for (const [kind, which, what] of steps)
            if (await act(engine, kind, which, what)) states.push(dump(engine.file));
          for (const state of states.slice(0, -1).reverse()) {
            await engine.call('history.undo', {});
            expect(dump(engine.file)).toEqual(state);
          }
          for (const state of states.slice(1)) {
            await engine.call('history.redo', {});
            expect(dump(engine.file)).toEqual(state);
          }
          expect(await engine.call('journal.verify', {})).toMatchObject({ ok: true });
          await engine.backend.close();
        },
      ),
      { numRuns: 25 },
    );
  }, 60_000);
});

/** Alters a journal as somebody does who knows its structure: what guards it is taken away and put back. */
function forge(db: Database.Database, sql: string): void {
  const guards = db
    .prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    .all();
  for (const { name } of guards) db.exec(`DROP TRIGGER ${name}`);
  db.exec(sql);
  for (const guard of guards) db.exec(guard.sql);
}

/** One change by numbers; answers whether it changed a fact. */
async function act(engine: TestBackend, kind: number, which: number, what: number): Promise<boolean> {
  const { rows } = await engine.call('models.list', {});
  const model = rows[which % Math.max(1, rows.length)];
  const stage = STAGES[what] ?? 'proposed';
  const before = (await engine.call('journal.list', {})).total;
  const attempt = async <N extends Channel>(channel: N, input: Input<N>): Promise<void> => {
    await engine.backend.dispatch(channel, input);
  };
  if (!model || kind === 0) await attempt('models.create', { name: `Model ${what}`, stage, tags: ['a', `t${which}`] });
  else if (kind === 1) await attempt('models.update', { id: model.id, patch: { unit: `Unit ${what}`, tier: 2 } });
  else if (kind === 2) await attempt('models.move', { id: model.id, to: stage, reason: 'try', version: `v${what}` });
  else if (kind === 3) await attempt('models.remove', { ids: [model.id] });
  else if (kind === 4)
    await attempt('models.updateMany', {
      ids: rows.map((row) => row.id),
      patch: { addTags: [`t${what}`], criticality: 'high' },
    });
  else
    await attempt('models.move', {
      id: model.id,
      to: 'retired',
      reason: 'replaced',
      ...(rows[0] ? { replacedBy: rows[0].id } : {}),
    });
  return (await engine.call('journal.list', {})).total > before;
}

describe('journal.verify', () => {
  async function tampered(sql: string): Promise<{ ok: boolean; firstBroken: number | null }> {
    const { call, file, backend, folder } = await testBackend();
    const model = await call('models.create', { name: 'Fraud' });
    await call('models.update', { id: model.id, patch: { unit: 'Risk' } });
    await call('models.update', { id: model.id, patch: { unit: 'Cards' } });
    await backend.close();
    const db = new Database(file);
    forge(db, sql);
    db.close();
    const again = await testBackend({ folder, portfolio: false });
    await again.call('workspace.open', { file });
    return again.call('journal.verify', {});
  }

  it('is content with an untouched file', async () => {
    expect(await tampered('SELECT 1')).toMatchObject({ ok: true, firstBroken: null });
  });

  it.each([
    ["UPDATE journal SET label = label || '.' WHERE seq = 2", 2],
    ["UPDATE journal SET actor = 'Eve' WHERE seq = 1", 1],
    ["UPDATE journal SET at = '2026-11-23T10:00:00.001Z' WHERE seq = 4", 4],
    [
      "UPDATE journal SET hash = replace(hash, substr(hash, 1, 1), 'f') || '' WHERE seq = 3 AND substr(hash, 1, 1) <> 'f'; UPDATE journal SET hash = 'e' || substr(hash, 2) WHERE seq = 3 AND substr(hash, 1, 1) = 'f'",
      3,
    ],
    ["UPDATE journal_changes SET after = replace(after, 'Cards', 'Carts') WHERE seq = 4", 4],
    ["UPDATE journal_changes SET before = replace(before, 'Risk', 'Rusk') WHERE seq = 4", 4],
    ['DELETE FROM journal_changes WHERE seq = 3', 3],
    ['DELETE FROM journal WHERE seq = 3', 4],
    ["INSERT INTO journal_changes VALUES (9, 0, 'models', 'x', 'x', NULL, NULL)", 9],
  ])('finds: %s', async (sql, entry) => {
    expect(await tampered(sql)).toMatchObject({ ok: false, firstBroken: entry });
  });

  it('is append-only for whoever goes through SQLite', async () => {
    const { call, file, backend } = await testBackend();
    await call('models.create', { name: 'Fraud' });
    await backend.close();
    const db = new Database(file);
    for (const sql of [
      "UPDATE journal SET label = ''",
      'DELETE FROM journal',
      "UPDATE journal_changes SET after = ''",
      'DELETE FROM journal_changes',
    ]) {
      expect(() => db.exec(sql)).toThrow('the journal is append-only');
    }
    db.close();
  });
});

describe('what many models are changed by at once', () => {
  const inventory = (names: readonly string[]): string =>
    `Name,ID,Unit,Stage\n${names.map((name, index) => `${name},M-${index},Risk,Production`).join('\n')}\n`;

  async function imported(): Promise<TestBackend & { readonly ids: readonly string[] }> {
    const engine = await testBackend();
    const csv = join(engine.folder, 'inventory.csv');
    writeFileSync(csv, inventory(Array.from({ length: 300 }, (_, index) => `Model ${index} of many`)));
    await engine.call('imports.apply', { file: csv, doubles: 'create' });
    const { rows } = await engine.call('models.list', { limit: 300 });
    await engine.call('models.updateMany', { ids: rows.map(({ id }) => id), patch: { tier: 3 } });
    return { ...engine, ids: rows.map(({ id }) => id) };
  }

  it('lies compressed, and is found, undone and redone as if it did not', async () => {
    const { call, ids, file, backend } = await imported();
    const db = new Database(file, { readonly: true });
    expect(db.prepare('SELECT count(*) FROM journal_blocks').pluck().get()).toBeGreaterThanOrEqual(2);
    db.close();
    const [id = ''] = ids;
    const model = await call('models.get', { id });
    expect(await call('journal.list', { modelId: id })).toMatchObject({ total: 2 });
    const history = await call('models.history', { id });
    expect(history.changes.map(({ field }) => field)).toEqual(expect.arrayContaining(['tier', 'name', 'unit']));
    await call('history.undo', {});
    expect((await call('models.get', { id })).tier).toBeNull();
    await call('history.undo', {});
    expect((await call('models.list', {})).total).toBe(0);
    await call('history.redo', {});
    await call('history.redo', {});
    const again = await call('models.get', { id });
    expect({ ...again, updatedAt: '' }).toEqual({ ...model, updatedAt: '' });
    expect(await call('journal.verify', {})).toMatchObject({ ok: true, entries: 7 });
    await backend.close();
  });

  it('keeps an import from being taken back past a later edit of one of its models', async () => {
    const { call, ids } = await imported();
    await call('history.undo', {});
    await call('models.update', { id: ids[7] ?? '', patch: { unit: 'Cards' } });
    const [entry] = (await call('imports.list', {})).imports;
    await expect(call('imports.undo', { importId: entry?.id ?? '' })).rejects.toThrow(/Model \d+ of many/);
  });

  it.each([
    [
      'UPDATE journal_blocks SET data = zeroblob(20) WHERE seq = 2 AND ord = (SELECT max(ord) FROM journal_blocks WHERE seq = 2)',
      2,
    ],
    ['UPDATE journal_blocks SET changes = changes + 1 WHERE seq = 3', 3],
    ['DELETE FROM journal_blocks WHERE seq = 3', 3],
    [
      "INSERT INTO journal_changes SELECT seq, ord + 5, 'models', 'x', 'x', NULL, '{}' FROM journal_blocks WHERE seq = 3 LIMIT 1",
      3,
    ],
    [
      'DELETE FROM journal_block_models WHERE seq = 2 AND model_id = (SELECT min(model_id) FROM journal_block_models)',
      2,
    ],
    ["INSERT INTO journal_block_models SELECT 'x', seq, ord FROM journal_blocks WHERE seq = 3", 3],
    ["INSERT INTO journal_block_models VALUES ('x', 9, 0)", 9],
    ["INSERT INTO journal_blocks VALUES (9, 0, 0, x'')", 9],
  ])('cannot be forged unseen: %s', async (sql, entry) => {
    const { file, backend, folder } = await imported();
    await backend.close();
    const db = new Database(file);
    forge(db, sql);
    db.close();
    const again = await testBackend({ folder, portfolio: false });
    await again.call('workspace.open', { file });
    expect(await again.call('journal.verify', {})).toMatchObject({ ok: false, firstBroken: entry });
  });
});
