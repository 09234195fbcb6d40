import { join } from 'node:path';
import { expect, test } from '../fixtures';
import { InvestmentPage } from '../pages/investment-page';
import { ShellPage } from '../pages/shell-page';

test('a consultant without an inventory gets a level, an overview and a plan from an assessment alone', async ({
  start,
  folder,
}) => {
  test.setTimeout(120_000);
  const { page, choose } = await start();
  const shell = new ShellPage(page);
  for (const way of ['Import a spreadsheet', 'Start an assessment', 'Open the sample portfolio'])
    await expect(page.getByRole('button', { name: way })).toBeVisible();
  // The level is read at once, and the two numbers go along to where the assessment starts.
  await page.getByLabel('Models in production', { exact: true }).fill('14');
  await page.getByLabel('Updates a year of each').fill('12');
  await expect(page.getByText('By the rule of thumb: level 2.')).toBeVisible();
  await page.getByRole('button', { name: 'Start an assessment' }).click();
  const dialog = page.getByRole('dialog', { name: 'A portfolio for the assessment' });
  await dialog.getByLabel('Name').fill('Client AG');
  const create = () => dialog.getByRole('button', { name: 'Create and start' }).click();
  if (page.url().startsWith('app:')) await choose(join(folder, 'client.modelfolio'), create);
  else await create();

  await expect(page.getByLabel('Models in production', { exact: true })).toHaveValue('14');
  await expect(page.getByLabel('Updates a year of each')).toHaveValue('12');
  await expect(shell.headline).toHaveText('14 models ask for level 2 by the rule of thumb');
  await expect(page.getByText('Typed: 14 models; in this portfolio none is in production yet.')).toBeVisible();
  await expect(page.getByRole('row', { name: /Recorded/ })).toContainText('not recorded');
  await page.getByRole('button', { name: 'Start the assessment' }).click();
  for (let question = 0; question < 30; question += 1) {
    const before = await page.locator('#wizard-question').textContent();
    await page.keyboard.press('1');
    await page.keyboard.press('Enter');
    if (question < 29) await expect(page.locator('#wizard-question')).not.toHaveText(before ?? '');
    if (question === 11) {
      await shell.goTo('Assessment');
      await expect(page.getByRole('row', { name: /12 of 30 answered/ })).toBeVisible();
      await page.getByRole('link', { name: /Continue/ }).click();
      await expect(page.locator('#wizard-question')).toBeVisible();
    }
  }
  // The last answer asks whether to finish.
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Finish/ })
    .click();
  await expect(shell.headline).toContainText('14 models ask for level 2 by the rule of thumb');

  await shell.goTo('Overview');
  await expect(shell.headline).toContainText(
    /^14 models stated in the assessment of .* ask for level 2 by the rule of thumb; you work/,
  );
  for (const way of ['Import a spreadsheet', 'Start an assessment', 'Look at the sample'])
    await expect(page.getByRole('button', { name: way })).toBeVisible();

  const investment = new InvestmentPage(page);
  await investment.open();
  await page.getByRole('button', { name: 'Start with the expected case' }).click();
  await investment.arrived();
  await expect(investment.input('Models at the start')).toContainText('14');
  await expect(investment.input('Updates per model')).toContainText('12');
});
