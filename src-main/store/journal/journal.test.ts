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
  });
});

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
    db.exec(
      'DROP TRIGGER journal_no_update; DROP TRIGGER journal_no_delete; DROP TRIGGER journal_changes_no_update; DROP TRIGGER journal_changes_no_delete',
    );
    db.exec(sql);
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
