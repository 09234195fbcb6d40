import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type TestBackend, temporaryFolder, testBackend } from '../../testing/test-backend';

const start = (folder = temporaryFolder()): Promise<TestBackend> => testBackend({ folder, automaticBackups: true });

function table(folder: string, name: string, rows: number): string {
  const file = join(folder, name);
  const lines = Array.from({ length: rows }, (_, at) => `${name} ${at},deployed`);
  writeFileSync(file, ['name,stage', ...lines].join('\n'));
  return file;
}

const whys = async ({ call }: TestBackend): Promise<string[]> =>
  (await call('backups.list', {})).backups.map(({ why }) => why);

describe('backups by themselves', () => {
  it('are made before an import that has something to lose, hold what was there, and are not made twice', async () => {
    const engine = await start();
    const { call, folder, at } = engine;
    // A portfolio in which nothing was done yet has nothing to lose.
    await call('imports.apply', { file: table(folder, 'first.csv', 3) });
    expect(await whys(engine)).toEqual([]);

    at('2026-11-23T11:00:00.000Z');
    await call('imports.apply', { file: table(folder, 'second.csv', 5) });
    const [before] = (await call('backups.list', {})).backups;
    expect(before).toMatchObject({
      why: 'import',
      models: 3,
      createdAt: '2026-11-23T11:00:00.000Z',
      beforeRestore: false,
    });

    // Refused before anything is written: nothing to keep.
    await expect(call('imports.apply', { file: join(folder, 'nothing.csv') })).rejects.toThrow();
    expect(await whys(engine)).toEqual(['import']);
    at('2026-11-23T12:00:00.000Z');
    await call('backups.create', {});
    await call('imports.apply', { file: table(folder, 'third.csv', 1) });
    // What a person asked for holds it all already.
    expect(await whys(engine)).toEqual(['asked', 'import']);
    await call('backups.restore', { id: before?.id ?? '' });
    expect((await call('models.list', {})).total).toBe(3);
    expect(await call('journal.verify', {})).toMatchObject({ ok: true });
  });

  it('are made before a change of many, one an hour, and not before a small one', async () => {
    const engine = await start();
    const { call, folder, at } = engine;
    await call('imports.apply', { file: table(folder, 'many.csv', 120) });
    const ids = (await call('models.list', { limit: 500 })).rows.map(({ id }) => id);
    await call('models.updateMany', { ids: ids.slice(0, 99), patch: { unit: 'Cards' } });
    expect(await whys(engine)).toEqual([]);
    await call('models.updateMany', { ids, patch: { unit: 'Loans' } });
    at('2026-11-23T10:30:00.000Z');
    await call('models.updateMany', { ids, patch: { unit: 'Cards' } });
    expect(await whys(engine)).toEqual(['bulk']);
    at('2026-11-23T11:30:00.000Z');
    await call('models.remove', { ids });
    expect(await whys(engine)).toEqual(['bulk', 'bulk']);
    expect((await call('backups.list', {})).backups[0]?.models).toBe(120);
  });

  it('stop where they are not wanted, keep to their budget, and leave what a person asked for', async () => {
    const engine = await start();
    const { call, folder, at } = engine;
    await call('imports.apply', { file: table(folder, 'zero.csv', 1) });
    await call('backups.create', {});
    expect(await call('backups.setRule', { automatic: false })).toEqual({
      automatic: false,
      budgetMb: 2_000,
      folder: null,
    });
    await call('models.create', { name: 'A' });
    await call('imports.apply', { file: table(folder, 'a.csv', 1) });
    expect(await whys(engine)).toEqual(['asked']);

    await call('backups.setRule', { automatic: true, budgetMb: 10 });
    for (const day of ['24', '25', '26']) {
      at(`2026-11-${day}T10:00:00.000Z`);
      await call('models.create', { name: day });
      await call('imports.apply', { file: table(folder, `${day}.csv`, 1) });
    }
    expect(await whys(engine)).toEqual(['import', 'import', 'import', 'asked']);
    // Two of one day, more than 24 hours ago: the later one of that day stays.
    at('2026-11-26T12:00:00.000Z');
    await call('imports.apply', { file: table(folder, 'later.csv', 1) });
    at('2026-11-28T10:00:00.000Z');
    await call('imports.apply', { file: table(folder, 'last.csv', 1) });
    const { backups } = await call('backups.list', {});
    expect(backups.map(({ why, createdAt }) => [why, createdAt.slice(8, 13)])).toEqual([
      ['import', '28T10'],
      ['import', '26T12'],
      ['import', '25T10'],
      ['import', '24T10'],
      ['asked', '23T10'],
    ]);
  });

  it('stop no work when they cannot be made, and say so', async () => {
    const { call, folder, logged } = await start();
    await call('models.create', { name: 'A' });
    writeFileSync(join(folder, 'test backups'), 'a file stands where the folder would be');
    await call('imports.apply', { file: table(folder, 'a.csv', 2) });
    expect((await call('models.list', {})).total).toBe(3);
    expect(logged).toContainEqual(expect.objectContaining({ event: 'automatic backup failed' }));
    expect(readFileSync(join(folder, 'test backups'), 'utf8')).toBe('a file stands where the folder would be');
    rmSync(join(folder, 'test backups'));
    expect((await call('backups.list', {})).failed).toMatchObject({
      message: expect.stringMatching(/No backup can be written/),
    });
    await call('models.create', { name: 'B' });
    await call('imports.apply', { file: table(folder, 'b.csv', 2) });
    expect((await call('backups.list', {})).failed).toBeNull();
    expect(existsSync(join(folder, 'test backups'))).toBe(true);
    expect(readdirSync(join(folder, 'test backups'))).toHaveLength(1);
  });
});
