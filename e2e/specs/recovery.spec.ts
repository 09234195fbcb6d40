import { closeSync, openSync, readdirSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from '../fixtures';
import { ShellPage } from '../pages/shell-page';
import { seedSample } from '../sample';

/** Overwrites a page of the table's own tree, as a bad sector does. */
function damage(path: string, table: string): void {
  const db = new Database(path, { readonly: true });
  const page = db
    .prepare<[string], number>("SELECT max(pageno) FROM dbstat WHERE name = ? AND pagetype = 'leaf'")
    .pluck()
    .get(table);
  db.close();
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(4096, 0xab), 0, 4096, ((page ?? 2) - 1) * 4096);
  closeSync(file);
}

test('damage is said while nobody asks, and the portfolio is repaired into a new file', async ({ start, folder }) => {
  test.slow();
  const seed = seedSample(folder);
  damage(seed.file, 'incident_moves');
  const before = readFileSync(seed.file);
  const { page } = await start({ portfolio: seed.file });
  const shell = new ShellPage(page);
  await shell.headline.waitFor();
  const banner = page.getByRole('alert').filter({ hasText: 'is damaged. Parts of it cannot be read: incidents.' });
  await expect(banner).toBeVisible({ timeout: 60_000 });
  await banner.getByRole('button', { name: 'See what can be had back' }).click();

  await expect(shell.headline).toContainText('is damaged');
  await expect(page.getByText(/1 of \d+ tables has parts that cannot be read \(incidents\)/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Open a copy of the backup' })).toBeDisabled();
  await page.getByRole('button', { name: 'Repair into a new file' }).click();
  await expect(page.getByText(/\(repaired \d{4}-\d\d-\d\d\)\.modelfolio is open/)).toBeVisible({ timeout: 60_000 });
  await shell.goTo('Journal');
  await page.getByRole('button', { name: /Verify/ }).click();
  await expect(page.getByText(/entries are as they were written/)).toBeVisible();
  expect(readFileSync(seed.file).equals(before)).toBe(true);
  expect(readdirSync(dirname(seed.file)).filter((name) => /repaired.*\.modelfolio$/.test(name))).toHaveLength(1);
});
