import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { postgres, startPostgres, type TestServer } from '../../src-main/central/testing/postgres';
import { expect, test } from '../fixtures';
import { expectNone } from '../no-violations';
import { SharingPage } from '../pages/sharing-page';
import { ShellPage } from '../pages/shell-page';
import { seedBank } from '../seed';

test.skip(postgres.why !== null, postgres.why ?? '');

let server: TestServer;
test.beforeAll(async () => {
  server = await startPostgres();
});
test.afterAll(() => server.remove());

test('a copy that is carried to another computer asks nothing of its server before somebody agrees', async ({
  start,
  folder,
}) => {
  test.setTimeout(120_000);
  const database = 'modelfolio';
  const priya = await server.login('priya', 'CREATEROLE');
  await server.sql(`CREATE DATABASE ${database} OWNER priya`);
  const { file } = seedBank(folder);
  const first = await start({ portfolio: file });
  test.skip(first.kind !== 'loopback', 'Two computers are two loopback hosts here.');
  const hers = new SharingPage(first.page);
  await new ShellPage(first.page).headline.waitFor();
  await hers.share('Northwind Bank', 'Priya Raman', { ...priya, database });

  const elsewhere = join(folder, 'laptop');
  mkdirSync(elsewhere);
  const copy = join(elsewhere, 'copy.modelfolio');
  copyFileSync(file, copy);
  if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${copy}-wal`);
  const second = await start({ folder: elsewhere, portfolio: copy });
  const { page } = second;
  const there = new SharingPage(page);
  await expect(there.bar).toContainText('Offline');
  await there.bar.getByRole('link', { name: /Offline/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('nobody has agreed to its server');
  await expectNone(second, 'a server that nobody agreed to');
  await page.getByRole('button', { name: 'Look at its server…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Is this your team’s server?' });
  await expect(dialog).toContainText(`127.0.0.1, port ${priya.port}`);
  await expect(dialog.getByRole('button', { name: 'Not now' })).toBeFocused();
  await expectNone(second, 'the question');
  await dialog.getByRole('button', { name: 'Agree and connect' }).click();
  await expect(dialog).toBeHidden();
  await page.getByLabel('Password of priya').fill(priya.password ?? '');
  await page.getByRole('button', { name: 'Try now' }).click();
  await expect(there.bar).toContainText('Connected');
});
