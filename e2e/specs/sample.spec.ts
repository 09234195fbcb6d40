import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../fixtures';
import { ShellPage } from '../pages/shell-page';

test('one click leads from nothing to an insurer’s portfolio with something to find', async ({ start }) => {
  test.slow();
  const { page, kind } = await start();
  const shell = new ShellPage(page);
  await expect(shell.headline).toContainText('Every machine-learning model you answer for');
  const found = await new AxeBuilder({ page })
    .setLegacyMode(kind === 'electron')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(found.violations.map(({ id }) => id)).toEqual([]);

  await page.getByRole('button', { name: 'Open the sample portfolio' }).click();
  await expect(page.getByText(/Making three years of history: \d+%/)).toBeVisible();
  await expect(shell.headline).toHaveText(
    'The rule of thumb says level 3, the money level 2, over 5 years; you work at level 1',
    {
      timeout: 150_000,
    },
  );
  const attention = page.getByRole('region', { name: 'What needs attention first' });
  await expect(attention.getByRole('row', { name: /Motor claim severity.*Incident 46 open \(SEV 2\)/ })).toBeVisible();
  await expect(attention.getByRole('row', { name: /Real-time claims fraud.*Drifted/ })).toBeVisible();
});

test('making the sample can be cancelled, and nothing is left of it', async ({ start }) => {
  const { page } = await start();
  const shell = new ShellPage(page);
  await page.getByRole('button', { name: 'Open the sample portfolio' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Cancelled; no sample portfolio was made.')).toBeVisible();
  await expect(shell.headline).toContainText('Every machine-learning model you answer for');
  await expect(page.getByRole('button', { name: 'Open the sample portfolio' })).toBeVisible();
});
