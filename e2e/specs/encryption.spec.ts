import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { whyNotEncrypted } from '../can-encrypt';
import { expect, test } from '../fixtures';
import { ShellPage } from '../pages/shell-page';
import { seedBank } from '../seed';

const PASSPHRASE = 'four words of no saying';

/** Files in a folder in which a text stands as it is. */
const showing = (folder: string, text: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const path = join(folder, name);
    return statSync(path, { throwIfNoEntry: false })?.isFile() === true && readFileSync(path).includes(text);
  });

const field = (page: Page, label: string) => page.getByRole('dialog').getByLabel(label, { exact: true });

test.beforeEach(({ browserName: _browser }, { project }) => {
  const why = whyNotEncrypted(project.name);
  test.skip(why !== null, why ?? '');
});

async function encrypt(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  await field(page, 'Passphrase').fill('short');
  await expect(dialog.getByText('3 more to go: a passphrase has at least 8 characters.')).toBeVisible();
  await field(page, 'Passphrase').fill(PASSPHRASE);
  await field(page, 'The same again').fill(`${PASSPHRASE}!`);
  await dialog.getByRole('button', { name: 'Encrypt' }).click();
  await expect(dialog.getByText('The two are not the same. Type the passphrase again.')).toBeVisible();
  await field(page, 'The same again').fill(PASSPHRASE);
  await dialog.getByRole('button', { name: 'Encrypt' }).click();
  await expect(dialog).toBeHidden();
}

test('a portfolio is encrypted, asks for its passphrase at each start, and says plainly when it is wrong', async ({
  start,
  folder,
}) => {
  test.slow();
  const { file } = seedBank(folder);
  const host = await start({ portfolio: file });
  const { page } = host;
  const shell = new ShellPage(page);
  await expect(shell.headline).toContainText('in production');
  await shell.run('Back up');
  await expect(page.getByText(/Backed up and checked/)).toBeVisible();
  await shell.goTo('Settings');
  await page.getByRole('button', { name: 'Encrypt…' }).click();
  await encrypt(page);
  await expect(page.getByText(/is encrypted\. It opens with its passphrase from now on\./)).toBeVisible();
  expect(readFileSync(file).toString('latin1', 0, 4)).toBe('MFLE');

  // The backup of before is plain: it is said, and encrypted when that is wanted.
  await expect(page.getByText(/1 older copy of this portfolio was made before it was encrypted/)).toBeVisible();
  expect(showing(dirname(file), 'Churn').length).toBe(1);
  await page.getByRole('button', { name: 'Encrypt it' }).click();
  await expect(page.getByText(/older copy of this portfolio/)).toBeHidden();
  expect(showing(dirname(file), 'Churn')).toEqual([]);

  // The host hands the key to an engine that is started again: nobody is asked.
  process.kill(await host.enginePid(), 'SIGKILL');
  await shell.goTo('Portfolio');
  await expect(page.getByRole('grid', { name: 'Models' }).getByRole('link', { name: 'Churn' })).toBeVisible();
  await expect(page.getByRole('dialog')).toBeHidden();
  await shell.goTo('Reports');
  await expect(page.getByText(/The portfolio is encrypted, its reports are not/)).toBeVisible();

  // Closed is locked.
  await shell.run('Close the portfolio');
  await page
    .getByRole('list')
    .getByRole('button', { name: /modelfolio in/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await expect(field(page, 'Passphrase')).toHaveAttribute('type', 'password');
  await field(page, 'Passphrase').fill('not the one');
  await dialog.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(
    dialog.getByText(/This passphrase does not open .*\. Capital letters and blanks count; try it again\./),
  ).toBeVisible();
  await expect(field(page, 'Passphrase')).toHaveValue('');
  await dialog.getByRole('button', { name: 'Leave it closed' }).click();
  await expect(dialog).toBeHidden();
  await host.close();

  // A start that names the file asks, too; what is typed stands in no file.
  const again = await start({ portfolio: file });
  await field(again.page, 'Passphrase').fill(PASSPHRASE);
  await again.page.getByRole('dialog').getByRole('button', { name: 'Open', exact: true }).click();
  const second = new ShellPage(again.page);
  await expect(second.headline).toContainText('in production');
  await second.goTo('Journal');
  await again.page.getByRole('button', { name: /Verify/ }).click();
  await expect(again.page.getByText(/entries are as they were written/)).toBeVisible();
  expect(showing(folder, PASSPHRASE)).toEqual([]);
  expect(showing(dirname(file), 'Churn')).toEqual([]);

  // And it is made plain again by whoever knows it.
  await second.goTo('Settings');
  await again.page.getByRole('button', { name: 'Remove the encryption…' }).click();
  await field(again.page, 'Passphrase now').fill(PASSPHRASE);
  await again.page.getByRole('dialog').getByRole('button', { name: 'Make it plain' }).click();
  await expect(again.page.getByRole('button', { name: 'Encrypt…' })).toBeVisible();
  expect(readFileSync(file).toString('latin1', 0, 6)).toBe('SQLite');
});

test('a portfolio is encrypted from its first byte on', async ({ start, folder }) => {
  const host = await start();
  const { page } = host;
  const shell = new ShellPage(page);
  await page.getByRole('button', { name: 'New' }).click();
  await field(page, 'Name').fill('Engagement');
  await page.getByRole('dialog').getByLabel('Encrypt with a passphrase').check();
  await field(page, 'Passphrase').fill(PASSPHRASE);
  await field(page, 'The same again').fill(PASSPHRASE);
  const target = join(folder, 'engagement.modelfolio');
  const create = () => page.getByRole('dialog').getByRole('button', { name: 'Create portfolio' }).click();
  await (host.kind === 'electron' ? host.choose(target, create) : create());
  await expect(shell.headline).toBeVisible();
  await shell.goTo('Settings');
  await expect(page.getByRole('button', { name: 'Change the passphrase…' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Change the passphrase…' })).toBeVisible();
  expect(showing(folder, 'Engagement').filter((name) => /\.modelfolio/.test(name))).toEqual([]);
});
