import { expect, test } from '../fixtures';
import { ShellPage } from '../pages/shell-page';
import { seedBank } from '../seed';

test('a field that is empty is filled for many models at once, from the page that counts it', async ({
  start,
  folder,
}) => {
  const seed = seedBank(folder);
  const { page } = await start({ portfolio: seed.file });
  const shell = new ShellPage(page);
  await shell.arrived(/\/$/);
  await shell.run('Data quality');
  await expect(page).toHaveURL(/\/quality$/);
  const before = seed.call('models.completeness', {});
  const percent = (share: number | null): string => `${Math.round(100 * (share ?? 0))}%`;
  await expect(shell.headline).toContainText(`${percent(before.share)} is known of 2 models in production; filling`);

  const table = page.getByRole('table', { name: 'Fields that are empty, the quickest way first' });
  const origin = table.getByRole('row', { name: /^Origin/ });
  await expect(origin.getByRole('link', { name: 'Origin: 2 missing' })).toBeVisible();
  await origin.getByRole('link', { name: 'Fill in: Origin' }).click();

  // The models are marked, the field stands beside their names and is offered first; the address forgets that it was so.
  await expect(page.getByText('2 models marked')).toBeVisible();
  await expect(page.getByRole('columnheader', { name: /^Origin/ })).toBeVisible();
  await expect(page).not.toHaveURL(/fill/);
  await page.getByRole('button', { name: 'Set origin…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox').selectOption('vendor');
  await dialog.getByRole('button', { name: /^Set|^Save|^Change/ }).click();
  await expect(page.getByRole('heading', { name: 'Nothing found' })).toBeVisible();
  // What was set has left the filter: it is not left marked out of sight, with Delete at hand.
  await expect(page.getByRole('toolbar', { name: 'Marked models' })).toBeHidden();

  await shell.goTo('Data quality');
  const after = seed.call('models.completeness', {});
  expect((after.share ?? 0) - (before.share ?? 0)).toBeCloseTo(1 / 14, 9);
  await expect(shell.headline).toContainText(`${percent(after.share)} is known`);
  await expect(table.getByRole('row', { name: /^Origin/ })).toHaveCount(0);
  await shell.undoButton.click();
  await expect(table.getByRole('row', { name: /^Origin/ })).toBeVisible();
});

test('the portfolio is filtered by open incidents, last results and data quality', async ({ start, folder }) => {
  const seed = seedBank(folder);
  const churn = seed.call('models.list', { search: 'Churn' }).rows[0]?.id ?? '';
  seed.call('incidents.create', { title: 'Wrong scores', modelId: churn, openedAt: '2026-11-01T08:00:00Z' });
  const { page } = await start({ portfolio: seed.file });
  const shell = new ShellPage(page);
  await shell.goTo('Portfolio');
  await expect(shell.headline).toHaveText('5 models');
  await page.getByRole('button', { name: /More filters/ }).click();
  await page.getByRole('button', { name: 'Open incidents' }).click();
  await page.getByRole('radio', { name: 'With an incident that is not resolved' }).check();
  await expect(shell.headline).toHaveText('1 of 5 models');
  await page.getByRole('button', { name: 'Last drift result' }).click();
  await page.getByRole('button', { name: 'None for 30 days, in production' }).click();
  await expect(page.getByText('No drift result after 30 days ago')).toBeVisible();
  await page.getByRole('button', { name: 'Data quality' }).click();
  await page.getByRole('button', { name: 'Anything missing' }).click();
  await expect(shell.headline).toHaveText('1 of 5 models');
  await page.reload();
  await expect(shell.headline).toHaveText('1 of 5 models');
});
