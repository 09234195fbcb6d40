import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../fixtures';
import { ShellPage } from '../pages/shell-page';
import { seedPortfolio } from '../seed';

const HEAD = 'Model name;Business unit;Stage;Deployed on;Owner;Purpose\n';
const FIRST = `${HEAD}Card fraud;Cards;Production;2024-03-01;Ann;Finds card payments that the holder did not make
Churn;Retail;Validation;;Bob;Says which customers may leave within the year
Flock plate reader;Retail;Production;2023-05-01;Bob;Reads number plates of cars at the gates of the branch and keeps them for thirty days
Old score;Retail;Production;2020-01-01;Cem;Scored loans until the new one came
Limits;Cards;Production;2022-02-01;Ann;Sets the limit of a card
`;
/** A day that contradicts, a stage that moved on, a name that was exchanged, one that is missing, one that is new. */
const SECOND = `${HEAD}Card fraud;Cards;Production;2022-03-01;Ann;Finds card payments that the holder did not make
Churn;Retail;Production;2025-06-15;Bob;Says which customers may leave within the year
Vendor plate reader;Retail;Production;2023-05-01;Bob;Reads number plates of cars at the gates of the branch and keeps them for thirty days
Limits;Cards;Production;2022-02-01;Ann;Sets the limit of a card
Chat helper;Cards;Development;;Dee;Answers questions about lost cards
`;

test('an inventory that comes again asks who is right, joins doubles, keeps what is missing, and can be undone', async ({
  start,
  folder,
}) => {
  const { file, call } = seedPortfolio(folder);
  const first = join(folder, 'inventory-1.csv');
  const second = join(folder, 'inventory-2.csv');
  writeFileSync(first, FIRST);
  writeFileSync(second, SECOND);
  call('imports.apply', { file: first });
  const { page, choose } = await start({ portfolio: file });
  const shell = new ShellPage(page);
  await shell.goTo('Imports');
  const again = (path: string) => choose(path, () => page.getByRole('button', { name: 'Import a file' }).click());

  await again(first);
  await expect(shell.headline).toHaveText('Nothing to bring in: 5 rows are as you have them');
  await expect(page.getByRole('button', { name: 'Nothing to import' })).toBeDisabled();
  await page.getByRole('button', { name: 'Cancel' }).click();

  await again(second);
  await expect(shell.headline).toHaveText('1 new, 1 changed, 1 contradicts what you have');
  const rows = page.getByRole('region', { name: 'Before and after, row by row' });
  await expect(rows.getByText('2 years earlier than yours')).toBeVisible();
  const stands = rows.getByRole('group', { name: 'What stands for Card fraud' });
  for (const side of ['Ours', 'File'])
    await expect(stands.getByRole('button', { name: side })).toHaveAttribute('aria-pressed', 'false');
  await stands.getByRole('button', { name: 'File' }).click();
  await expect(shell.headline).toHaveText('1 new, 2 changed, 1 contradicts what you have');
  await expect(stands.getByRole('button', { name: 'File' })).toHaveAttribute('aria-pressed', 'true');

  await page.getByRole('button', { name: /^Missing/ }).click();
  await expect(rows.getByText('Old score')).toBeVisible();

  await page.getByRole('button', { name: 'Look at the pairs' }).click();
  await expect(shell.headline).toHaveText('1 row may be models that you already have');
  const card = page.getByRole('article', { name: /Vendor plate reader/ });
  await expect(card.locator('mark').first()).toHaveText('Vendor');
  await card.getByRole('button', { name: /^Same/ }).focus();
  await page.keyboard.press('s');
  await expect(shell.headline).toHaveText('No doubles are left; 1 is decided');
  await page.getByRole('button', { name: 'Back to the preview' }).click();

  await page.getByRole('button', { name: 'Choose', exact: true }).click();
  await page.getByLabel('Retired on, for 1 model').fill('2025-01-31');
  await page.getByRole('button', { name: 'Add 1, change 3' }).click();
  await expect(shell.headline).toHaveText('4 models imported from inventory-2.csv');
  await expect(page.getByText('1 model that the file does not have retired on', { exact: false })).toBeVisible();
  const names = () =>
    call('models.list', {})
      .rows.map(({ name, stage }) => `${name}: ${stage}`)
      .sort();
  expect(names()).toEqual([
    'Card fraud: deployed',
    'Chat helper: training',
    'Churn: deployed',
    'Limits: deployed',
    'Old score: retired',
    'Vendor plate reader: deployed',
  ]);

  await page.getByRole('button', { name: 'Undo the import' }).click();
  await expect(shell.headline).toHaveText('Import undone: 4 models put back as before');
  expect(names()).toEqual([
    'Card fraud: deployed',
    'Churn: validation',
    'Flock plate reader: deployed',
    'Limits: deployed',
    'Old score: retired',
  ]);
});
