import { expect, test } from '../fixtures';
import { ShellPage } from '../pages/shell-page';
import { seedBank } from '../seed';

test('two days stand side by side, from the overview and from the grid, in the address', async ({ start, folder }) => {
  const seed = seedBank(folder);
  const { id = '' } = seed.call('models.list', { search: 'Document OCR' }).rows[0] ?? {};
  seed.call('models.move', { id, to: 'retired', reason: 'Not needed any more' });
  const { page } = await start({ portfolio: seed.file });
  const shell = new ShellPage(page);
  await shell.headline.waitFor();
  await page.getByRole('link', { name: 'What changed' }).click();
  await expect(page).toHaveURL(/\/changes/);
  const went = page.getByRole('region', { name: /^Went: 1/ });
  await expect(went.getByRole('listitem')).toContainText('Document OCR');

  // Each figure is that of the overview of its day.
  await page.getByLabel('From').fill('2026-02-20');
  const figures = page.getByRole('region', { name: 'Both days' });
  await expect(figures.getByRole('columnheader', { name: /20 Feb 2026|Feb 20, 2026/ })).toBeVisible();
  const models = seed.call('overview.summary', { at: '2026-02-20T23:59:59.999Z' });
  await expect(figures.getByRole('row', { name: /^Models/ })).toContainText(String(models.models));
  await expect(page.getByRole('region', { name: /^Moved to another stage/ })).toContainText('Card fraud');
  await page.reload();
  await expect(figures.getByRole('columnheader', { name: /20 Feb 2026|Feb 20, 2026/ })).toBeVisible();

  await went.getByRole('link', { name: 'Document OCR' }).click();
  await expect(shell.headline).toContainText('Document OCR');
  await shell.goTo('Portfolio');
  await page.getByRole('button', { name: 'Live on …' }).click();
  await page.getByRole('link', { name: 'What changed between two days' }).click();
  await expect(went).toBeVisible();

  // A past overview has its attention list, and leads to what changed since.
  await page.goto(new URL('/?at=2026-03-20', page.url()).href);
  await expect(page.getByRole('region', { name: 'What needed attention then' })).toBeVisible();
  await page.getByRole('link', { name: 'What changed since' }).click();
  await expect(page).toHaveURL(/from=2026-03-20/);
});
