import { join } from 'node:path';
import { expect, test } from '../fixtures';
import { ShellPage } from '../pages/shell-page';
import { seedBank } from '../seed';

const SAMPLES = join(import.meta.dirname, '../../src-main/importers/drift/samples');

test('a report of Evidently is given its model, imported, and taken back', async ({ start, folder }) => {
  const { file } = seedBank(folder);
  const { page, choose } = await start({ portfolio: file });
  const shell = new ShellPage(page);
  await shell.goTo('Imports');
  await choose(join(SAMPLES, 'evidently-0.7.23-tests-2011-02-14.json'), () =>
    page.getByRole('button', { name: 'Choose a file' }).click(),
  );
  await expect(shell.headline).toHaveText('7 rows: 7 refused');
  await expect(page.getByText('Taken from the name of the file')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Nothing to import' })).toBeDisabled();

  const model = page.getByRole('combobox', { name: 'Model for evidently-0.7.23-tests' });
  await model.fill('churn');
  await page.getByRole('option', { name: /Churn/ }).click();
  await expect(shell.headline).toHaveText('7 rows: 7 new results');
  await page.getByRole('tab', { name: 'Series (7)' }).click();
  const series = page.getByRole('region', { name: 'Series of the file' });
  await expect(series.getByRole('row', { name: /hum/ })).toContainText('0.5467');
  await expect(series.getByRole('row', { name: /hum/ })).toContainText('1 drift');

  await page.getByRole('button', { name: 'Import 7 new results' }).click();
  await expect(shell.headline).toHaveText(/^7 drift results imported from evidently-0\.7\.23-tests-2011-02-14\.json$/);
  await page.getByRole('button', { name: 'Undo the import' }).click();
  await expect(shell.headline).toHaveText('Import undone: 7 drift results put back as before');
});

test('scores without a time wait until somebody says it', async ({ start, folder }) => {
  const { file } = seedBank(folder);
  const { page, choose } = await start({ portfolio: file });
  const shell = new ShellPage(page);
  await shell.goTo('Imports');
  await choose(join(SAMPLES, 'whylogs-1.6.4-scores.json'), () =>
    page.getByRole('button', { name: 'Choose a file' }).click(),
  );
  await expect(page.getByText('choose the time', { exact: false }).first()).toBeVisible();
  await page.getByLabel('Computed at (UTC)').fill('2026-02-14T10:00');
  const model = page.getByRole('combobox', { name: 'Model for whylogs-1.6.4-scores' });
  await model.fill('card');
  await page.getByRole('option', { name: /Card fraud/ }).click();
  await page.getByRole('button', { name: 'Import 12 new results' }).click();
  await expect(shell.headline).toHaveText(/^12 drift results imported/);
});
