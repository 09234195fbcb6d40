import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../fixtures';
import { ShellPage } from '../pages/shell-page';
import { seedBank } from '../seed';

test('a version history is looked at, brought in, and says what was live on a day', async ({ start, folder }) => {
  const file = join(folder, 'releases.csv');
  writeFileSync(
    file,
    'model,version,live_from,live_until\nPricing,0.9,,\nPricing,1.0,2024-06-01,\nPricing,2.0,2025-09-15,\nReserving,2019.1,2024-03,2024-12-31\nReserving,2019.2,2025-02-01,\n',
  );
  const { page, choose } = await start({ portfolio: seedBank(folder).file });
  const shell = new ShellPage(page);
  await shell.goTo('Imports');
  await choose(file, () => page.getByRole('button', { name: 'Choose a file' }).click());
  await expect(shell.headline).toHaveText('5 versions are added to 2 models, 1 of them without a day');
  const versions = page.getByRole('region', { name: 'Versions by model' });
  await page.getByLabel('Live on').fill('2025-01-15');
  await expect(versions.getByRole('listitem').filter({ hasText: 'Reserving' })).toContainText('none');
  await expect(versions.getByRole('listitem').filter({ hasText: 'Pricing' })).toContainText('1.0');
  await page.getByRole('button', { name: 'Add 5 versions' }).click();
  await expect(shell.headline).toHaveText('5 versions imported from releases.csv');
  await shell.goTo('Portfolio');
  await page.getByRole('button', { name: 'Live on …' }).click();
  await page.getByLabel('Which version was live on').fill('2024-01-01');
  await expect(page.getByRole('gridcell', { name: '0.9 or none' })).toBeVisible();
});
