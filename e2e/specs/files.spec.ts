import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../fixtures';
import { ShellPage } from '../pages/shell-page';

const SAMPLES = join(import.meta.dirname, '../../src-main/importers/tabular/samples');

test('a workbook with several sheets is read as the person chooses', async ({ start }) => {
  const { page, choose } = await start();
  await choose(join(SAMPLES, 'inventory.ods'), () =>
    page.getByRole('button', { name: 'Import a spreadsheet' }).click(),
  );
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('6 rows: 6 new models');
  await expect(page.getByText('sheet Inventory 2025', { exact: false }).first()).toBeVisible();
  await page.getByLabel('Sheets that are read').first().press('ArrowDown');
  await expect(page.getByRole('option', { name: 'Old notes (hidden)' })).toBeVisible();
  await page.getByRole('option', { name: 'Inventory 2026' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('8 rows: 8 new models');
  await page.keyboard.press('Escape');
  await page.getByLabel('Leave out rows of totals').uncheck();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('9 rows: 9 new models');
});

test('a text whose bytes fit several encodings is asked about', async ({ start, folder }) => {
  const file = join(folder, 'unsure.csv');
  writeFileSync(file, Buffer.concat([Buffer.from('Name,Unit\nA'), Buffer.from([0xb5, 0xc0]), Buffer.from(',x\n')]));
  const { page, choose } = await start();
  await choose(file, () => page.getByRole('button', { name: 'Import a spreadsheet' }).click());
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('How is unsure.csv written?');
  await page.getByRole('list', { name: 'Encodings' }).getByRole('button').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('1 row: 1 new model');
});

test('a table is pasted and imported', async ({ start }) => {
  const { page } = await start();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Every machine-learning model you answer for');
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData(
      'text/plain',
      'Model name\tBusiness unit\tStage\nChurn\tRetail\tProduction\nFraud\tCards\tDevelopment\n',
    );
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('2 rows: 2 new models');
  await page.getByRole('button', { name: 'Import 2 new models' }).click();
  await page.getByRole('button', { name: 'Open the overview' }).click();
  await new ShellPage(page).goTo('Imports');
  await expect(page.getByRole('row', { name: /Pasted table\.tsv/ })).toContainText('2');
});
