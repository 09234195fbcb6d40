import { readGoldenFiles, writeDatabase } from '../../src-main/importers/mlflow/testing/golden-files';
import { expect, test } from '../fixtures';
import { ShellPage } from '../pages/shell-page';
import { seedBank } from '../seed';

test('a registry’s SQLite file is chosen as an import, looked at, stored and undone', async ({ start, folder }) => {
  const path = writeDatabase(folder, readGoldenFiles('3.17.2').database);
  const { page, choose } = await start({ portfolio: seedBank(folder).file });
  const shell = new ShellPage(page);
  await shell.goTo('Imports');
  await choose(path, () => page.getByRole('button', { name: 'Choose a file' }).click());
  await expect(shell.headline).toHaveText('mlflow.db brings 6 models new or changed, 1 more to be decided');
  await expect(page.getByText('A registry of MLflow with 7 models, 11 versions, 1 prompt left out')).toBeVisible();
  const lines = page.getByRole('region', { name: 'Changes of mlflow.db' });
  await expect(lines.getByRole('row', { name: /Claims triage/ })).toContainText('version 2 is live');
  const owner = page.getByRole('region', { name: 'What its tags are here' }).getByLabel('owner', { exact: true });
  await expect(owner).toHaveValue('businessOwner');
  await lines.getByRole('button', { name: 'Fraud “cards”, 2: No, another one' }).click();
  await expect(shell.headline).toHaveText('mlflow.db brings 7 models new or changed');
  await owner.selectOption('technicalOwner');
  await expect(owner).toHaveValue('technicalOwner');
  await page.getByRole('button', { name: 'Import 7 models' }).click();
  await expect(shell.headline).toHaveText('7 models imported from mlflow.db');
  await page.getByRole('button', { name: 'Undo the import' }).click();
  await expect(shell.headline).toHaveText('Import undone: 7 models put back as before');
});
