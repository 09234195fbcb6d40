import { expect, test } from '../fixtures';
import { ShellPage } from '../pages/shell-page';
import { seedBank } from '../seed';

test('filters of incidents, monitoring and the week are kept, opened from the rail, renamed, deleted and undone', async ({
  start,
  folder,
}) => {
  const seed = seedBank(folder);
  const today = new Date();
  const daysAgo = (days: number): string => new Date(today.getTime() - days * 86_400_000).toISOString();
  seed.call('incidents.create', { title: 'Scores are stale', openedAt: daysAgo(2) });
  seed.call('incidents.create', { title: 'Long forgotten', openedAt: daysAgo(90) });
  const { page } = await start({ portfolio: seed.file });
  const shell = new ShellPage(page);
  await page.setViewportSize({ width: 1280, height: 800 });

  // A date that was typed may move with the calendar from then on.
  await shell.goTo('Incidents');
  await expect(shell.headline).toHaveText('2 incidents');
  await page.getByRole('button', { name: /More filters/ }).click();
  const filters = page.getByRole('dialog', { name: 'More filters' });
  await filters.getByRole('button', { name: 'Opened', exact: true }).click();
  await filters.getByLabel('Opened on or after (UTC)').fill(daysAgo(7).slice(0, 10));
  await expect(shell.headline).toHaveText('1 of 2 incidents');
  await page.keyboard.press('Escape');
  await shell.run('Save this as a new view');
  const dialog = page.getByRole('dialog', { name: 'Save as a view' });
  await dialog.getByLabel('Name').fill('New this week');
  await dialog.getByLabel('Opened from').selectOption({ label: '7 days ago, whenever it is opened' });
  await dialog.getByRole('button', { name: 'Save the view' }).click();
  await expect(page.getByRole('button', { name: 'View: New this week' })).toBeVisible();
  const [kept] = seed.call('views.list', {}).views;
  expect(kept).toMatchObject({ page: 'incidents', address: { filter: { openedFrom: '-7d' } }, count: 1 });

  // From another page the rail leads there; its count is the number of rows.
  await shell.goTo('This week');
  const link = page.getByRole('navigation', { name: 'Saved views' }).getByRole('link', { name: /New this week/ });
  await expect(link).toContainText('1 incident');
  await link.click();
  await expect(shell.headline).toHaveText('1 of 2 incidents');
  await expect(page.getByText('Opened since 7 days ago')).toBeVisible();

  await page.getByRole('button', { name: 'View: New this week' }).click();
  await page.getByRole('menuitem', { name: /^Rename/ }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Opened lately');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'View: Opened lately' }).click();
  await page.getByRole('menuitem', { name: /^Delete/ }).click();
  const views = page.getByRole('navigation', { name: 'Saved views' });
  await expect(views).toHaveCount(0);
  await shell.undoButton.click();
  await expect(views.getByRole('link', { name: /Opened lately/ })).toBeVisible();

  // The week keeps whose rows are shown.
  await shell.goTo('This week');
  await page.getByText('Tier 1', { exact: true }).click();
  await shell.run('Save this as a new view');
  await page.getByRole('dialog').getByLabel('Name').fill('Tier 1 this week');
  await page.keyboard.press('Enter');
  await expect(views.getByRole('link', { name: /Tier 1 this week/ })).toHaveAttribute('aria-current', 'page');
  await shell.goTo('Overview');
  await shell.run('Show the view “Tier 1 this week”');
  await expect(page).toHaveURL(/\/week\?.*show=/);
  await expect(page.getByRole('radio', { name: 'Tier 1' })).toBeChecked();
});
