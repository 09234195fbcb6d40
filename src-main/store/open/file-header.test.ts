import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { temporaryFolder, testBackend } from '../../testing/test-backend';

async function closedPortfolio(): Promise<{ folder: string; file: string }> {
  const { folder, file, backend, call } = await testBackend();
  await call('models.create', { name: 'Fraud' });
  await backend.close();
  return { folder, file };
}

/** Opens a file, and answers the refusal after checking that nothing in the folder was touched. */
async function refusal(file: string, folder: string): Promise<string> {
  const before = snapshot(folder);
  const { call } = await testBackend({ portfolio: false });
  const message = await call('workspace.open', { file }).then(
    () => 'opened',
    (error: Error) => error.message,
  );
  expect(snapshot(folder)).toEqual(before);
  return message;
}

const snapshot = (folder: string): unknown[] =>
  readdirSync(folder)
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => [name, statSync(join(folder, name)).mtimeMs, readFileSync(join(folder, name)).toString('base64')]);

describe('files that are not opened', () => {
  it('refuses a file of a newer version', async () => {
    const { file, folder } = await closedPortfolio();
    const bytes = readFileSync(file);
    bytes.writeUInt32BE(99, 60);
    writeFileSync(file, bytes);
    expect(await refusal(file, folder)).toMatch(/test\.modelfolio was written by a newer Modelfolio \(format 99/);
  });

  it('refuses a database of another program', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'photos.modelfolio');
    const db = new Database(file);
    db.exec('CREATE TABLE photos (id INTEGER); INSERT INTO photos VALUES (1)');
    db.close();
    expect(await refusal(file, folder)).toMatch(/photos\.modelfolio is an SQLite database of another program/);
  });

  it('refuses a text file; of one with the name of a portfolio it says that this may be damage', async () => {
    const folder = temporaryFolder();
    for (const name of ['notes.txt', 'notes.modelfolio']) writeFileSync(join(folder, name), 'Dear diary, '.repeat(40));
    expect(await refusal(join(folder, 'notes.txt'), folder)).toMatch(/notes\.txt is not a Modelfolio portfolio/);
    expect(await refusal(join(folder, 'notes.modelfolio'), folder)).toMatch(
      /its beginning is damaged, or it is something/,
    );
  });

  it('refuses a truncated file and an empty one', async () => {
    const { file, folder } = await closedPortfolio();
    const size = statSync(file).size;
    truncateSync(file, Math.floor(size / 2));
    expect(await refusal(file, folder)).toMatch(/is cut short: \d+ of \d+ bytes are there/);
    truncateSync(file, 0);
    expect(await refusal(file, folder)).toMatch(/is empty \(0 bytes\)/);
  });

  it('refuses a file that is not there, and a folder', async () => {
    const folder = temporaryFolder();
    expect(await refusal(join(folder, 'gone.modelfolio'), folder)).toMatch(/gone\.modelfolio is not there any more/);
    expect(await refusal(folder, folder)).toMatch(/is not a file/);
  });

  it('refuses a portfolio into which somebody put code', async () => {
    const { file, folder } = await closedPortfolio();
    const db = new Database(file);
    db.exec('CREATE TRIGGER helpful AFTER INSERT ON models BEGIN DELETE FROM models; END');
    db.close();
    expect(await refusal(file, folder)).toMatch(/contains a trigger named helpful that Modelfolio did not write/);
  });

  it('keeps the open portfolio when another one is refused', async () => {
    const { call, folder } = await testBackend();
    const bad = join(folder, 'bad.modelfolio');
    writeFileSync(bad, 'no');
    await expect(call('workspace.open', { file: bad })).rejects.toThrow(/does not begin as one/);
    expect(await call('portfolio.info', {})).toMatchObject({ name: 'Test' });
  });
});
