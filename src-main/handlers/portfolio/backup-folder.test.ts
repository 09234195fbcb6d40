import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { expect, it } from 'vitest';
import { type TestBackend, temporaryFolder, testBackend } from '../../testing/test-backend';

/** Every file under a folder. */
const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((one) => (one.isFile() ? [one.name] : []));

/** Two portfolios of one name in two folders, one chosen folder for the backups of both. */
async function twoOfOneName(): Promise<{ engine: TestBackend; chosen: string; first: string; second: string }> {
  const engine = await testBackend({ portfolio: false });
  const [a, b, chosen] = ['a', 'b', 'chosen'].map((name) => join(engine.folder, name)) as [string, string, string]; // of three
  for (const folder of [a, b, chosen]) mkdirSync(folder);
  await engine.call('backups.setRule', { folder: chosen });
  const [first, second] = [join(a, 'Acme.modelfolio'), join(b, 'Acme.modelfolio')];
  await engine.call('workspace.create', { name: 'Acme', file: first });
  await engine.call('models.create', { name: 'Of the first' });
  await engine.call('workspace.create', { name: 'Acme', file: second });
  return { engine, chosen, first, second };
}

it('keeps backups of all portfolios in a chosen folder, where two of one name do not meet', async () => {
  const { engine, chosen, first, second } = await twoOfOneName();
  const { call } = engine;
  const of2 = await call('backups.create', {});
  await call('workspace.open', { file: first });
  expect((await call('backups.list', {})).backups).toEqual([]);
  const of1 = await call('backups.create', {});
  // The same second, the same name, the same id.
  expect(of1.id).toBe(of2.id);
  expect([of1.models, of2.models]).toEqual([1, 0]);
  const { folder, backups, folderGone } = await call('backups.list', {});
  expect(folder.startsWith(join(chosen, 'Acme backups '))).toBe(true);
  expect(folderGone).toBe(false);
  expect(backups).toHaveLength(1);
  expect(filesIn(chosen)).toHaveLength(2);
  expect(readdirSync(join(engine.folder, 'a'))).not.toContain('Acme backups');
  // A restore keeps what was there in the same folder.
  await call('models.create', { name: 'Later' });
  const { kept } = await call('backups.restore', { id: of1.id });
  expect(filesIn(chosen)).toContain(kept.fileName);
  await call('workspace.open', { file: second });
  expect((await call('backups.list', {})).backups).toHaveLength(1);
});

it('keeps them beside the portfolio while the chosen folder is gone, says so, and finds both afterwards', async () => {
  const { engine, chosen, first } = await twoOfOneName();
  const { call, at } = engine;
  await call('workspace.open', { file: first });
  await call('backups.create', {});
  renameSync(chosen, `${chosen} away`);
  at('2026-11-24T10:00:00.000Z');
  await call('backups.create', {});
  const gone = await call('backups.list', {});
  expect(gone).toMatchObject({ folderGone: true, folder: join(engine.folder, 'a', 'Acme backups') });
  expect(gone.backups).toHaveLength(1);
  renameSync(`${chosen} away`, chosen);
  const back = await call('backups.list', {});
  expect(back.folderGone).toBe(false);
  expect(back.backups).toHaveLength(2);
  for (const { id } of back.backups) await call('backups.restore', { id });
  await call('backups.setRule', { folder: null });
  expect((await call('backups.list', {})).folder).toBe(join(engine.folder, 'a', 'Acme backups'));
});

it('brings a damaged portfolio back from the chosen folder', async () => {
  const { engine, first } = await twoOfOneName();
  const { call } = engine;
  await call('workspace.open', { file: first });
  const { id } = await call('backups.create', {});
  await call('workspace.close', {});
  writeFileSync(first, Buffer.alloc(8192, 7));
  const found = await call('recovery.examine', { file: first });
  expect(found.backup).toMatchObject({ id, models: 1 });
  await call('recovery.openBackup', { file: first, id });
  expect(await call('models.list', {})).toMatchObject({ total: 1 });
});

it('refuses a folder that is none', async () => {
  const { call } = await testBackend();
  const file = join(temporaryFolder(), 'file');
  writeFileSync(file, '');
  await expect(call('backups.setRule', { folder: file })).rejects.toThrow(
    'Backups cannot go into file: it is no folder',
  );
  expect((await call('backups.list', {})).rule.folder).toBeNull();
});

it.skipIf(process.platform === 'win32')('waits for no pipe that lies where a file is looked for', async () => {
  const { call, file, folder } = await testBackend();
  const pipe = (path: string): void => void execFileSync('mkfifo', [path]);
  await call('backups.create', {});
  const backups = join(folder, readdirSync(folder).find((name) => name.endsWith(' backups')) ?? '');
  pipe(join(backups, `${parse(file).name} 2026-01-01 00-00-00 UTC.modelfolio`));
  expect((await call('backups.list', {})).backups).toHaveLength(1);
  const other = join(folder, 'pipe.modelfolio');
  pipe(other);
  await expect(call('workspace.open', { file: other })).rejects.toMatchObject({
    message: expect.stringContaining('is not a file') as string,
  });
  const out = join(folder, 'models.csv');
  pipe(out);
  await call('exports.models', { format: 'csv', columns: ['name'], out });
  expect(statSync(out).isFile()).toBe(true);
  const read = join(folder, 'inventory.csv');
  pipe(read);
  await expect(call('imports.preview', { file: read })).rejects.toMatchObject({ code: 'bad_file' });
});
