import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FEDERAL_INVENTORY, sharedFile } from '../../src-main/testing/shared-data';
import { expect, test } from '../fixtures';
import { ShellPage } from '../pages/shell-page';

const inventory = sharedFile(FEDERAL_INVENTORY);

test('a person starts with nothing and has a portfolio with a model in it', async ({ start, folder }) => {
  const { page, choose } = await start();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Every machine-learning model you answer for');
  await page.getByRole('button', { name: 'New', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'New portfolio' });
  await dialog.getByLabel('Name').fill('Acme');
  const create = () => dialog.getByRole('button', { name: 'Create' }).click();
  if (page.url().startsWith('app:')) await choose(join(folder, 'acme.modelfolio'), create);
  else await create();
  await expect(page.getByText('Nothing in this portfolio yet').first()).toBeVisible();

  const shell = new ShellPage(page);
  await shell.goTo('Portfolio');
  await page.getByRole('button', { name: 'New model' }).first().click();
  const model = page.getByRole('dialog', { name: 'New model' });
  await model.getByLabel('Name').fill('Card fraud');
  await model.getByLabel('Business unit').fill('Cards');
  await model.getByRole('button', { name: /Create|Add/ }).click();
  await shell.goTo('Portfolio');
  await expect(page.getByRole('grid', { name: 'Models' }).getByRole('link', { name: 'Card fraud' })).toBeVisible();
});

test('a spreadsheet becomes a portfolio, and the whole import can be undone', async ({ start, folder }) => {
  const table = join(folder, 'inventory.csv');
  writeFileSync(
    table,
    'Model name;Business unit;Stage;Tier;Deployed on\nFraud;Cards;Production;1;2024-03-01\nChurn;Retail;Development;2;\nOld;Retail;Retired;3;1905-07-16\n',
  );
  const { page, choose } = await start();
  await choose(table, () => page.getByRole('button', { name: 'Import a spreadsheet' }).click());
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('3 rows: 3 new models');
  await page.getByRole('button', { name: 'Import 3 new models' }).click();
  await page.getByRole('button', { name: 'Open the overview' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(
    '1 model in production asks for level 1 by the rule of thumb',
  );

  const shell = new ShellPage(page);
  await shell.goTo('Imports');
  await expect(page.getByRole('row', { name: /inventory\.csv/ })).toContainText('3');
  await page
    .getByRole('row', { name: /inventory\.csv/ })
    .getByRole('button', { name: /Undo/ })
    .click();
  await shell.goTo('Overview');
  await expect(page.getByText('Nothing in this portfolio yet').first()).toBeVisible();
});

test('the federal inventory of 2024 is imported with its preset', async ({ start }) => {
  test.skip(inventory.why !== null, inventory.why ?? '');
  const { page, choose } = await start();
  await choose(inventory.path, () => page.getByRole('button', { name: 'Import a spreadsheet' }).click());
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('2,133 rows: 2,133 new models', { timeout: 20_000 });
  await expect(page.getByText('windows-1252', { exact: false }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Import 2,133 new models' }).click();
  await page.getByRole('button', { name: 'Open the overview' }).click({ timeout: 30_000 });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    '892 models in production ask for level 3 by the rule of thumb',
  );
  await expect(page.getByText('2,133 models in all', { exact: false })).toBeVisible();
});

test('a picture that is named like a table is refused with a sentence', async ({ start, folder }) => {
  const picture = join(folder, 'photo.csv');
  writeFileSync(
    picture,
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    ),
  );
  const { page, choose } = await start();
  await choose(picture, () => page.getByRole('button', { name: 'Import a spreadsheet' }).click());
  await expect(page.getByText(/photo\.csv is a PNG picture/)).toBeVisible();
});
