import { expect, test } from '../fixtures';
import { ShellPage } from '../pages/shell-page';

test('a challenger is judged beside the champion, given up, promoted, and each decision undone', async ({ start }) => {
  test.slow();
  const { page } = await start();
  const shell = new ShellPage(page);
  await page.getByRole('button', { name: 'Open the sample portfolio' }).click();
  await expect(page.getByRole('link', { name: /^This week: \d+ new/ })).toBeVisible({ timeout: 150_000 });
  await shell.goTo('Portfolio');
  await page.getByRole('searchbox').fill('Home peril');
  // The address takes what was typed a moment later.
  await expect(page).toHaveURL(/q=/);
  await page
    .getByRole('row', { name: /Home peril pricing/ })
    .getByRole('link')
    .click();

  // The one sentence names it, and its figures stand beside those of the live version, of one window.
  await expect(
    page.getByRole('heading', { level: 2, name: /^At watch since .*2\.6 runs beside it since/ }),
  ).toBeVisible();
  const panel = page.getByRole('region', { name: 'Champion and challenger' });
  const sums = panel.getByRole('row', { name: /^PSI of sum_insured/ });
  await expect(sums.getByRole('strong')).toHaveCount(1);
  await expect(sums).toContainText(/window to/);
  await expect(panel.getByRole('row', { name: /^PSI of region/ }).getByRole('strong')).toHaveCount(0);

  // A decision has a reason.
  await panel.getByRole('button', { name: 'Give up' }).click();
  const giveUp = page.getByRole('dialog', { name: 'Give up version 2.6' });
  await giveUp.getByRole('button', { name: 'Give up' }).click();
  await expect(giveUp.getByRole('alert')).toContainText('Say why');
  await giveUp.getByLabel('Reason').fill('Loss ratio of its share is worse');
  await giveUp.getByRole('button', { name: 'Give up' }).click();
  await expect(panel.getByText(/^2\.6 given up on .*Loss ratio of its share is worse$/)).toBeVisible();
  await shell.undoButton.click();
  await expect(panel.getByRole('button', { name: 'Give up' })).toBeVisible();

  // It goes live in place of the champion by one move, which one undo takes back.
  await panel.getByRole('button', { name: 'Promote' }).click();
  const promote = page.getByRole('dialog', { name: 'Promote version 2.6' });
  await promote.getByLabel('Reason').fill('Three months within limits');
  await promote.getByRole('button', { name: 'Promote' }).click();
  await expect(page.getByText(/^2\.6 since /)).toBeVisible();
  await panel.getByText(/^2\.6 promoted on .*Three months within limits$/).click();
  await expect(panel.getByRole('table').getByRole('row', { name: /^PSI of sum_insured/ })).toBeVisible();
  await shell.undoButton.click();
  await expect(page.getByText(/^2\.5 since /)).toBeVisible();

  // Another one begins, in the shadow.
  await panel.getByRole('button', { name: 'Run a challenger' }).click();
  const run = page.getByRole('dialog', { name: 'Run a challenger' });
  await run.getByLabel('Version').fill('3.0');
  await run.getByRole('button', { name: 'Run it' }).click();
  await expect(panel.getByText(/^3\.0 in the shadow, for 0 days since|^3\.0 in the shadow, since today/)).toBeVisible();
  await shell.undoButton.click();
});
