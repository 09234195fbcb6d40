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

test('what the releases of a file may have settled is listed, and settled where it stands', async ({
  start,
  folder,
}) => {
  const seed = seedBank(folder);
  const { rows } = seed.call('models.list', { search: 'Churn' });
  const [churn] = rows;
  if (!churn) throw new Error('the bank has the model');
  const day = (back: number): string => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10);
  seed.call('drift.askRetraining', { modelId: churn.id, reason: 'A new tariff', at: day(60) });
  seed.call('incidents.create', {
    title: 'Offers to those who left',
    modelId: churn.id,
    severity: 3,
    openedAt: day(50),
  });
  const file = join(folder, 'releases.csv');
  writeFileSync(
    file,
    `model,version,live_from,live_until\nReserving,2019.1,2024-03,\nChurn,7.0,${day(20)},\nReserving,2019.2,2025-02-01,\n`,
  );
  const { page, choose } = await start({ portfolio: seed.file });
  const shell = new ShellPage(page);
  await shell.goTo('Imports');
  await choose(file, () => page.getByRole('button', { name: 'Choose a file' }).click());
  await page.getByRole('button', { name: /^Add \d versions?$/ }).click();
  const settled = page.getByRole('region', { name: 'What this may have settled' });
  await expect(settled.getByText(/^2 open matters may be settled|2 open matters/)).toBeVisible();
  await expect(settled.getByRole('listitem').first()).toContainText('Retraining of Churn');
  await settled.getByRole('button', { name: 'Resolved by 7.0?: Churn' }).click();
  const incident = page.getByRole('dialog', { name: /^Incident \d+$/ });
  await expect(incident.getByLabel('Version that did')).toHaveValue('7.0');
  await incident.getByRole('button', { name: 'Set to resolved' }).click();
  await expect(settled.getByRole('listitem')).toHaveCount(1);
  await settled.getByRole('button', { name: /^Resolved by 7\.0\? Retraining of Churn/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Resolved by 7.0' }).click();
  await expect(settled).toHaveCount(0);
  await shell.undoButton.click();
  await expect(settled.getByRole('listitem')).toHaveCount(1);
});
