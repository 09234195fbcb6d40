import { copyFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../fixtures';
import { ShellPage } from '../pages/shell-page';
import { seedBank } from '../seed';

test('a file that another program replaces is noticed, compared, and both are kept', async ({ start, folder }) => {
  const { file } = seedBank(folder);
  const copy = join(folder, 'copy');
  copyFileSync(file, copy);
  const { page } = await start({ portfolio: file });
  const shell = new ShellPage(page);
  await shell.headline.waitFor();
  renameSync(copy, file);

  const dialog = page.getByRole('dialog', { name: 'The file was replaced' });
  await expect(dialog.getByText(/changes are held until you choose/)).toBeVisible();
  await expect(dialog.getByText(/They are the same up to entry \d+ of the journal/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Open the new one, set mine aside' }).click();
  await expect(page.getByText(/What lies there now is open. Yours is kept as .*\(kept /)).toBeVisible();
  await expect(page.getByRole('alert').filter({ hasText: 'changes are held' })).toHaveCount(0);
});
