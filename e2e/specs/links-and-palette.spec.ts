import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { ShellPage } from '../pages/shell-page';
import { seedBank } from '../seed';

const open = async (page: Page, words: string): Promise<void> => {
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: /^Search/ }).fill(words);
};

test('by keyboard alone the palette finds models, incidents, scenarios, assessments, settings and views', async ({
  start,
  folder,
}) => {
  const seed = seedBank(folder);
  const { id = '' } = seed.call('models.list', { search: 'Churn' }).rows[0] ?? {};
  seed.call('incidents.create', { title: 'Churn scores are stale', modelId: id });
  seed.call('scenarios.create', { from: { kind: 'preset', preset: 'expected' }, name: 'Churn desk' });
  seed.call('views.save', { name: 'Cards only', filter: { unit: ['Cards'] } });
  const { page } = await start({ portfolio: seed.file });
  const shell = new ShellPage(page);
  await shell.headline.waitFor();
  const options = page.getByRole('listbox', { name: 'Things and commands' }).getByRole('option');

  await open(page, 'churn');
  await expect(options.nth(0)).toHaveText(/^Churn/);
  await expect(options).toHaveText([/Churn.*Retail/, /1 Churn scores are stale/, /Churn desk/]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(shell.headline).toHaveText('Churn scores are stale');

  await open(page, '#1');
  await expect(options.first()).toHaveText(/1 Churn scores are stale/);
  await page.keyboard.press('Escape');
  await open(page, 'counts as drift');
  await expect(options.first()).toHaveText(/When a figure counts as drift/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/settings#drift/);
  await expect(page.locator('#drift')).toBeFocused();

  await open(page, 'cards only');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/portfolio\?/);
  await expect(page.getByRole('button', { name: 'View: Cards only' })).toBeVisible();

  // Before a letter is typed: what is new this week, then what was opened lately.
  await page.keyboard.press('ControlOrMeta+k');
  await expect(options.nth(1)).toHaveText(/1 Churn scores are stale/);
  await expect(page.getByText('Opened lately')).toBeVisible();
});

test('a link leads to the view it was copied from, in another window too; to something gone it says so', async ({
  start,
  folder,
}) => {
  const seed = seedBank(folder);
  const { id = '' } = seed.call('models.list', { search: 'Churn' }).rows[0] ?? {};
  const { page } = await start({ portfolio: seed.file });
  const shell = new ShellPage(page);
  await shell.goTo('Portfolio');
  await page.getByRole('searchbox', { name: 'Search models' }).fill('retail');
  await expect(shell.headline).toHaveText('3 of 5 models');
  await expect(page).toHaveURL(/q=/);

  // What goes to the clipboard is read where it is put there.
  await page.evaluate(() =>
    document.addEventListener('copy', (event) => {
      document.body.setAttribute('data-copied', event.clipboardData?.getData('text/plain') ?? '');
    }),
  );
  const copied = (): Promise<string | null> => page.locator('body').getAttribute('data-copied');
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText(/The link to this view is copied/)).toBeVisible();

  const link = 'modelfolio://open/portfolio?q=retail#of=Northwind%20Bank';
  await expect.poll(copied).toBe(link);
  await shell.goTo('Settings');
  await open(page, link);
  await expect(page.getByRole('listbox', { name: 'Things and commands' }).getByRole('option')).toHaveText(
    /Open the view of this link/,
  );
  await page.keyboard.press('Enter');
  await expect(shell.headline).toHaveText('3 of 5 models');

  await open(page, 'modelfolio://open/portfolio?q=retail#of=Another%20Bank');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/copied from “Another Bank”; here “Northwind Bank” is open/)).toBeVisible();

  seed.call('models.remove', { ids: [id] });
  await open(page, `modelfolio://open/models/${id}#of=Northwind%20Bank`);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/is not in the portfolio/)).toBeVisible();
  await open(page, 'modelfolio://open/nowhere#of=Northwind%20Bank');
  await page.keyboard.press('Enter');
  await expect(shell.headline).toHaveText('There is no such page');
});
