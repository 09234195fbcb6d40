import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from '../fixtures';
import type { RunningHost } from '../hosts/running-host';
import { PortfolioPage } from '../pages/portfolio-page';
import { ShellPage } from '../pages/shell-page';
import { seedBank } from '../seed';

/** Runs an export and answers the file that came of it. */
async function exported(host: RunningHost, folder: string, name: string, run: () => Promise<void>): Promise<string> {
  if (host.kind === 'electron') {
    const file = join(folder, name);
    await host.choose(file, run);
    return file;
  }
  const downloading = host.page.waitForEvent('download');
  await run();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^Northwind Bank (models|incidents) \d{4}-\d{2}-\d{2}\.(csv|xlsx)$/);
  return download.path();
}

test('the models that are shown are exported as they are shown', async ({ start, folder }) => {
  const host = await start({ portfolio: seedBank(folder).file });
  const { page } = host;
  const shell = new ShellPage(page);
  const portfolio = new PortfolioPage(page);
  await shell.goTo('Portfolio');
  await portfolio.search.fill('retail');
  await portfolio.sortBy('Tier');
  await expect.poll(() => portfolio.names()).toEqual(['Mortgage PD', 'Churn', 'Next best offer']);
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'Stage', exact: true }).uncheck();
  await page.keyboard.press('Escape');

  const csv = await exported(host, folder, 'models.csv', async () => {
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: 'Export as CSV…' }).click();
  });
  await expect(page.getByText(/^3 models exported; /)).toBeVisible();
  const lines = readFileSync(csv, 'utf8').split('\r\n');
  expect(lines[0]).toMatch(/^\uFEFFName,Tier,Business unit,Health,Business owner,/);
  expect(lines.slice(1).map((line) => line.split(',').slice(0, 3))).toEqual([
    ['Mortgage PD', '1', 'Retail / Mortgages'],
    ['Churn', '2', 'Retail'],
    ['Next best offer', '3', 'Retail'],
    [''],
  ]);

  const book = await exported(host, folder, 'models.xlsx', () => shell.run('Export the models shown as XLSX'));
  // It is there only when it is whole.
  await expect.poll(() => existsSync(book)).toBe(true);
  expect(Object.keys(unzipSync(readFileSync(book)))).toContain('xl/worksheets/sheet1.xml');
});

test('the register exports the incidents that fit, and nothing when none does', async ({ start, folder }) => {
  const seed = seedBank(folder);
  seed.call('incidents.create', { title: '=Scores stale', severity: 1, openedAt: '2026-03-01T08:00:00Z' });
  seed.call('incidents.create', { title: 'Feed late', severity: 3, openedAt: '2026-04-01T08:00:00Z' });
  const host = await start({ portfolio: seed.file });
  const { page } = host;
  const shell = new ShellPage(page);
  await expect(shell.headline).toContainText('in production');
  await shell.run('Incidents');
  await shell.arrived(/\/incidents$/);
  const search = page.getByRole('searchbox', { name: 'Search incidents' });
  await search.fill('scores');
  await expect(shell.headline).toHaveText('1 of 2 incidents');
  const csv = await exported(host, folder, 'incidents.csv', () => shell.run('Export the incidents shown as CSV'));
  await expect(page.getByText(/^1 incident exported; /)).toBeVisible();
  const [head, first, ...rest] = readFileSync(csv, 'utf8').split('\r\n');
  expect(head).toMatch(/^\uFEFFTitle,Number,Severity,Status,Model,Model in the source,Opened,/);
  expect(first).toMatch(/^'=Scores stale,1,1,Open,,,2026-03-01T08:00/);
  expect(rest).toEqual(['']);
  await search.fill('nothing like this');
  await expect(page.getByRole('button', { name: 'Export' })).toBeDisabled();
});
