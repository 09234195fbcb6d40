import { copyFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '../fixtures';
import { ShellPage } from '../pages/shell-page';
import { seedBank } from '../seed';

test('a copy that a conflict left beside the portfolio is told once and compared', async ({ start, folder }) => {
  const seed = seedBank(folder);
  copyFileSync(seed.file, join(dirname(seed.file), copyName(seed.file)));
  seed.call('models.create', { name: 'Only here' });
  const { page } = await start({ portfolio: seed.file });
  const shell = new ShellPage(page);
  await shell.headline.waitFor();
  const banner = page.getByRole('status').filter({ hasText: 'A copy of this portfolio lies beside it' });
  await banner.getByRole('button', { name: 'Compare…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('It holds nothing that this one does not: it can be deleted.')).toBeVisible();
  await expect(dialog.getByRole('row', { name: /Only in this one/ })).toContainText('1 change');
  await dialog.getByRole('button', { name: 'Go on in this one' }).click();
  await banner.getByRole('button', { name: 'Leave it' }).click();
  await expect(banner).toBeHidden();
  await page.reload();
  await shell.headline.waitFor();
  await expect(banner).toBeHidden();
});

const copyName = (file: string): string =>
  file.replace(/^.*[\\/]/, '').replace('.modelfolio', ' (conflicted copy 2026-11-23).modelfolio');
