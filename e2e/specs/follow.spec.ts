import { expect, test } from '../fixtures';
import { ShellPage } from '../pages/shell-page';
import { seedSample } from '../sample';

test('what is followed is all that the week and the overview show when asked, and nothing of it is a fact', async ({
  start,
  folder,
}) => {
  test.slow();
  const seed = seedSample(folder);
  const { total } = seed.call('journal.list', { limit: 1 });
  const { page } = await start({ portfolio: seed.file });
  const shell = new ShellPage(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  await shell.headline.waitFor();
  await shell.run('Motor claim severity');
  await page.getByRole('button', { name: /Follow/ }).click();
  await expect(page.getByRole('button', { name: /Following/ })).toHaveAttribute('aria-pressed', 'true');
  // Another one by keyboard alone.
  await shell.run('Travel cover pricing');
  await expect(shell.headline).toContainText('Travel cover pricing');
  await shell.run('Follow this model');
  await expect(page.getByRole('button', { name: /Following/ })).toBeVisible();

  await shell.goTo('This week');
  await page.getByText('Followed', { exact: true }).click();
  const goesOn = page.getByRole('region', { name: 'What goes on' });
  await expect(goesOn.getByRole('rowheader', { name: /^Drifted: 1/ })).toBeVisible();
  await expect(goesOn.getByRole('row', { name: /Travel cover pricing/ }).first()).toBeVisible();
  await expect(goesOn.getByRole('row', { name: /Quote conversion/ })).toHaveCount(0);
  await expect(page).toHaveURL(/show=.*followed/);

  await shell.goTo('Overview');
  await page.getByRole('button', { name: 'Only what I follow' }).click();
  const attention = page.getByRole('region', { name: 'What needs attention first' });
  await expect(attention.getByRole('row')).toHaveCount(3);
  await expect(attention).toContainText('Motor claim severity');
  await expect(attention).toContainText('Travel cover pricing');
  await page.reload();
  await expect(attention.getByRole('row')).toHaveCount(3);

  await shell.goTo('This week');
  await page.getByText('Followed', { exact: true }).click();
  await page.getByRole('button', { name: 'Follow Motor claim severity no longer' }).click();
  await expect(goesOn.getByRole('row', { name: /Motor claim severity/ })).toHaveCount(0);
  expect(seed.call('journal.list', { limit: 1 }).total).toBe(total);
});
