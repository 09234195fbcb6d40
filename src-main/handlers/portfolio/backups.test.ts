import { readdirSync, readFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { migrations } from '../../store/migrations/index';
import { migrate } from '../../store/open/migrate';
import { temporaryFolder, testBackend } from '../../testing/test-backend';

const names = (list: { readonly rows: readonly { readonly name: string }[] }) => list.rows.map((row) => row.name);

describe('backups.create', () => {
  it('writes a whole copy beside the portfolio, with the date in its name', async () => {
    const { call, folder, at } = await testBackend();
    await call('models.create', { name: 'Fraud' });
    at('2026-11-26T04:33:19.568Z');
    const made = await call('backups.create', {});
    expect(made).toMatchObject({
      id: '2026-11-26 04-33-19 UTC',
      fileName: 'test 2026-11-26 04-33-19 UTC.modelfolio',
      createdAt: '2026-11-26T04:33:19.000Z',
      models: 1,
      beforeRestore: false,
    });
    expect(readdirSync(join(folder, 'test backups'))).toEqual([made.fileName]);
    const copy = await testBackend({ portfolio: false });
    await copy.call('workspace.open', { file: join(folder, 'test backups', made.fileName) });
    expect(names(await copy.call('models.list', {}))).toEqual(['Fraud']);
    expect(await copy.call('journal.verify', {})).toMatchObject({ ok: true, entries: 2 });
  });

  it('keeps two of one second apart, newest first, and leaves other files out', async () => {
    const { call, folder } = await testBackend();
    await call('backups.create', {});
    await call('models.create', { name: 'Fraud' });
    await call('backups.create', {});
    for (const other of ['notes.txt', 'test today.modelfolio', 'other 2026-11-26 04-33-19 UTC.modelfolio'])
      writeFileSync(join(folder, 'test backups', other), 'x');
    const { backups, folder: place } = await call('backups.list', {});
    expect(place).toBe(join(folder, 'test backups'));
    expect(backups.map((backup) => [backup.id, backup.models])).toEqual([
      ['2026-11-23 10-00-00 UTC 2', 1],
      ['2026-11-23 10-00-00 UTC', 0],
    ]);
  });

  it('lists none where none was made, and needs an open portfolio', async () => {
    const { call } = await testBackend();
    expect((await call('backups.list', {})).backups).toEqual([]);
    await call('workspace.close', {});
    await expect(call('backups.create', {})).rejects.toMatchObject({ code: 'no_portfolio' });
  });

  it('copies what is there while another process writes', async () => {
    const { call, file } = await testBackend();
    await call('models.create', { name: 'Fraud' });
    const other = new Database(file);
    other.exec("BEGIN IMMEDIATE; UPDATE models SET name = 'half'");
    expect(await call('backups.create', {})).toMatchObject({ models: 1 });
    other.exec('ROLLBACK');
    other.close();
  });

  it('says what is wrong where no folder can be made', async () => {
    const { call, folder } = await testBackend();
    writeFileSync(join(folder, 'test backups'), 'a file stands where the folder would be');
    await expect(call('backups.create', {})).rejects.toMatchObject({
      code: 'bad_file',
      message: expect.stringMatching(/No backup can be written/),
    });
  });
});

describe('backups.restore', () => {
  it('goes back to the backup, keeps what was before, and can be turned back', async () => {
    const { call, events, at } = await testBackend();
    await call('models.create', { name: 'Fraud' });
    const made = await call('backups.create', {});
    await call('models.create', { name: 'Churn' });
    at('2026-11-24T08:00:00.000Z');
    events.length = 0;
    const { restored, kept } = await call('backups.restore', { id: made.id });
    expect(restored.id).toBe(made.id);
    expect(kept).toMatchObject({ id: '2026-11-24 08-00-00 UTC before restoring', models: 2, beforeRestore: true });
    expect(names(await call('models.list', {}))).toEqual(['Fraud']);
    expect(events).toContainEqual(expect.objectContaining({ type: 'data.changed', modelIds: null }));
    await call('backups.restore', { id: kept.id });
    expect(names(await call('models.list', {}))).toEqual(['Churn', 'Fraud']);
    expect((await call('backups.list', {})).backups).toHaveLength(3);
  });

  it('notes the restore in the journal without standing in the way of undo', async () => {
    const { call } = await testBackend();
    await call('models.create', { name: 'Fraud' });
    await call('models.create', { name: 'Churn' });
    await call('history.undo', {});
    const made = await call('backups.create', {});
    await call('models.create', { name: 'Pricing' });
    await call('backups.restore', { id: made.id });
    const [last] = (await call('journal.list', {})).entries;
    expect(last).toMatchObject({
      label: expect.stringMatching(/^Restore the backup test 2026/),
      changes: 0,
      actor: 'Ada',
    });
    expect(await call('history.state', {})).toMatchObject({
      undo: { label: 'Add “Fraud”' },
      redo: { label: 'Add “Churn”' },
    });
    await call('history.redo', {});
    await call('models.create', { name: 'Later' });
    await call('history.undo', {});
    expect(names(await call('models.list', {}))).toEqual(['Churn', 'Fraud']);
    expect(await call('journal.verify', {})).toMatchObject({ ok: true });
  });

  it('refuses a damaged, a cut and a missing backup, and changes nothing', async () => {
    const { call, folder } = await testBackend();
    for (let n = 0; n < 50; n += 1) await call('models.create', { name: `Model ${n}`, notes: 'x'.repeat(2_000) });
    const made = await call('backups.create', {});
    const path = join(folder, 'test backups', made.fileName);
    const bytes = readFileSync(path);
    const spoiled = Buffer.from(bytes);
    spoiled.fill(0xa5, 4096, spoiled.length - 4096);
    writeFileSync(path, spoiled);
    await expect(call('backups.restore', { id: made.id })).rejects.toMatchObject({
      code: 'bad_file',
      message: expect.stringMatching(/is damaged; nothing was changed/),
    });
    writeFileSync(path, bytes);
    truncateSync(path, bytes.length - 4096);
    await expect(call('backups.restore', { id: made.id })).rejects.toMatchObject({ code: 'bad_file' });
    await expect(call('backups.restore', { id: '../test' })).rejects.toMatchObject({ code: 'not_found' });
    expect((await call('models.list', {})).total).toBe(50);
    expect((await call('backups.list', {})).backups).toHaveLength(1);
  });

  it('waits for another process that writes, and says so when it waits too long', async () => {
    const { call, file } = await testBackend();
    const made = await call('backups.create', {});
    await call('models.create', { name: 'Fraud' });
    const other = new Database(file);
    other.exec('BEGIN IMMEDIATE');
    await expect(call('backups.restore', { id: made.id })).rejects.toMatchObject({ code: 'busy' });
    expect(names(await call('models.list', {}))).toEqual(['Fraud']);
    const waiting = call('backups.restore', { id: made.id });
    setTimeout(() => other.exec('ROLLBACK'), 300);
    await waiting;
    other.close();
    expect((await call('models.list', {})).total).toBe(0);
  }, 15_000);

  it('shows another process that has the file open what was restored', async () => {
    const one = await testBackend();
    await one.call('models.create', { name: 'Fraud' });
    const made = await one.call('backups.create', {});
    await one.call('models.create', { name: 'Churn' });
    const two = await testBackend({ folder: one.folder, portfolio: false });
    await two.call('workspace.open', { file: one.file });
    await one.call('backups.restore', { id: made.id });
    await expect
      .poll(() => two.events, { timeout: 3_000 })
      .toContainEqual(expect.objectContaining({ type: 'data.changed', modelIds: null }));
    expect(names(await two.call('models.list', {}))).toEqual(['Fraud']);
    await two.call('models.create', { name: 'Pricing' });
    expect(await one.call('journal.verify', {})).toMatchObject({ ok: true });
  });

  it('brings a backup of an older structure up to date', async () => {
    const { call, folder } = await testBackend();
    const made = await call('backups.create', {});
    const path = join(folder, 'test backups', made.fileName);
    renameSync(path, `${path}.new`);
    const older = new Database(path);
    older.pragma('application_id = 0x4d464c4f');
    migrate(older, migrations.slice(0, 1), '2026-01-01T00:00:00.000Z');
    older.exec(`ATTACH '${path}.new' AS new`);
    for (const table of ['portfolio', 'journal', 'journal_changes'])
      older.exec(`INSERT INTO main.${table} SELECT * FROM new.${table}`);
    older.close();
    await call('backups.restore', { id: made.id });
    expect((await call('assessments.list', {})).assessments).toEqual([]);
  });

  it('gives back exactly what was backed up, whatever was done since', async () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('add' as const), name: fc.stringMatching(/^[a-zé雪 ]{0,12}x$/) }),
      fc.record({ do: fc.constant('undo' as const) }),
      fc.record({ do: fc.constant('rename' as const), name: fc.stringMatching(/^[a-z]{1,9}$/) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 6 }), fc.array(step, { maxLength: 6 }), async (before, after) => {
        const { call, backend } = await testBackend({ folder: temporaryFolder() });
        const run = async (steps: typeof before): Promise<void> => {
          for (const one of steps) {
            if (one.do === 'add') await call('models.create', { name: one.name });
            else if (one.do === 'rename') await call('portfolio.rename', { name: one.name });
            else await call('history.undo', {}).catch(() => undefined);
          }
        };
        const facts = async () => [await call('models.list', {}), (await call('portfolio.info', {})).name];
        await run(before);
        const then = await facts();
        const { id } = await call('backups.create', {});
        await run(after);
        await call('backups.restore', { id });
        expect(await facts()).toEqual(then);
        expect(await call('journal.verify', {})).toMatchObject({ ok: true });
        await backend.close();
      }),
      { numRuns: 15 },
    );
  }, 30_000);
});
