import { goldenAnswer, readGolden, startServer } from '../../src-main/importers/mlflow/testing/golden';
import { expect, test } from '../fixtures';
import { ShellPage } from '../pages/shell-page';
import { seedBank } from '../seed';

test('a registry is connected after somebody agreed, looked at, taken and undone', async ({ start, folder }) => {
  const golden = readGolden('3.17.2');
  const server = await startServer(goldenAnswer(golden));
  try {
    const { page } = await start({ portfolio: seedBank(folder).file });
    const shell = new ShellPage(page);
    await shell.goTo('Imports');
    await page.getByRole('button', { name: 'Connect a server' }).click();
    await page.getByRole('button', { name: 'Connect a server' }).click();
    const form = page.getByRole('dialog', { name: 'Connect an MLflow registry' });
    await form.getByLabel('Name').fill('MLflow, claims');
    await form.getByLabel('Address').fill('https://me:secret@mlflow.example');
    await form.getByRole('button', { name: 'Go on' }).click();
    await expect(form.getByRole('alert')).toContainText('holds a name or password in front of “@”');
    await form.getByLabel('Address').fill(server.address);
    await form.getByRole('button', { name: 'Go on' }).click();

    const consent = page.getByRole('dialog', { name: 'This leaves your computer' });
    await expect(consent.getByText(`127.0.0.1, port ${new URL(server.address).port}`)).toBeVisible();
    await expect(consent.getByRole('button', { name: 'Not now' })).toBeFocused();
    await consent.getByRole('button', { name: 'Not now' }).click();
    expect(server.requests).toEqual([]);
    await expect(shell.headline).toHaveText('1 connection, but it was not agreed to on this computer');

    await page.getByRole('button', { name: 'Agree …' }).click();
    await consent.getByRole('button', { name: 'Agree and test the connection' }).click();
    const tested = page.getByRole('dialog', { name: '“MLflow, claims” answers' });
    await expect(tested.getByText('MLflow 3.17.2 with 5 models, 7 versions, 1 prompt left out')).toBeVisible();
    await expect(tested.getByLabel('owner')).toHaveValue('businessOwner');
    await tested.getByRole('button', { name: 'Look at what it brings' }).click();

    const brings = page.getByRole('region', { name: 'What MLflow, claims brings' });
    await expect(brings.getByRole('row', { name: /Claims triage/ })).toContainText('version 2 is live');
    await brings.getByRole('button', { name: 'Take 5 changes' }).click();
    await expect(shell.headline).toHaveText('1 connection, nothing new when last read');
    await shell.goTo('Portfolio');
    await expect(page.getByRole('gridcell', { name: 'Claims triage', exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
    await expect(page.getByRole('gridcell', { name: 'Claims triage', exact: true })).toBeHidden();

    golden['/version'] = { status: 401, body: '' };
    await shell.goTo('Imports');
    await page
      .getByRole('button', { name: 'Connect a server' })
      .or(page.getByRole('link', { name: 'Connections' }))
      .click();
    await page.getByRole('button', { name: /^(Refresh|Look at it)$/ }).click();
    await expect(page.getByRole('row', { name: /MLflow, claims/ })).toContainText('does not take the secret (401)');
    await expect(page.getByRole('row', { name: /MLflow, claims/ })).toContainText(
      'Ask its administrators for a new one',
    );
  } finally {
    server.close();
  }
});
