import { expect, test } from '../fixtures';
import { ShellPage } from '../pages/shell-page';
import { seedBank } from '../seed';

test('the journal is searched by words, subject, field and day; the address leads back to it', async ({
  start,
  folder,
}) => {
  const seed = seedBank(folder);
  const { id = '' } = seed.call('models.list', { search: 'Churn' }).rows[0] ?? {};
  seed.call('models.update', { id, patch: { tier: 1 } });
  seed.call('incidents.create', { title: 'Scores are stale', modelId: id });
  const { total } = seed.call('journal.list', {});
  const { page } = await start({ portfolio: seed.file });
  const shell = new ShellPage(page);
  await shell.goTo('Journal');
  await expect(shell.headline).toContainText(`${total} changes`);
  const rows = page.getByRole('table').locator('tbody').getByRole('row');

  // The slash goes to the search, and typing narrows at once.
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: 'Search the journal' })).toBeFocused();
  await page.keyboard.type('scores stale');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('Report the incident “Scores are stale”');
  await expect(shell.headline).toContainText(`1 of ${total} changes`);
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await expect(shell.headline).toHaveText(new RegExp(`^${total} changes`));

  await page.getByLabel('About').selectOption('models');
  await page.getByLabel('Field', { exact: true }).selectOption('models.tier');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('Change tier of “Churn”');
  await expect(page).toHaveURL(/field=/);

  // A day on which nothing was done says so; the address holds all of it after a reload.
  await page.getByLabel('Up to and with (UTC)').fill('2020-01-31');
  await expect(page.getByText('No change fits what is asked for.')).toBeVisible();
  await page.getByLabel('Up to and with (UTC)').fill('');
  await expect(rows).toHaveCount(1);
  await page.reload();
  await expect(rows).toHaveCount(1);
  await expect(page.getByLabel('Field', { exact: true })).toHaveValue('models.tier');
});
