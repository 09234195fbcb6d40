import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../fixtures';
import { madeFile } from '../made-file';
import { ShellPage } from '../pages/shell-page';
import { seedBank } from '../seed';

test('the journal is exported as a signed file, and an altered one is told with its entry', async ({
  start,
  folder,
}) => {
  const seed = seedBank(folder);
  const host = await start({ portfolio: seed.file });
  const { page } = host;
  const shell = new ShellPage(page);
  await shell.goTo('Journal');
  await page.getByRole('button', { name: 'Evidence' }).click();
  await page.getByRole('menuitem', { name: 'Export a signed file…' }).click();
  const dialog = page.getByRole('dialog');
  // A page needs a browser that prints, which a host without windows may not have.
  await dialog.getByLabel('With a certificate to print (PDF)').uncheck();
  const button = dialog.getByRole('button', { name: 'Export' });
  const { path: file, offered } = await madeFile(host, join(folder, 'evidence.jsonl'), () => button.click());
  if (offered !== null) expect(offered).toMatch(/^Northwind Bank journal \d{4}-\d{2}-\d{2}\.jsonl$/);
  const { total } = seed.call('journal.list', {});
  const holds = `All ${total} entries (1 to ${total}) are as they were written, and the signature holds.`;
  await expect(dialog.getByText(holds)).toBeVisible();
  await dialog.getByRole('button', { name: 'Done' }).click();

  // Somebody else, without the portfolio: altered by one letter.
  const altered = join(folder, 'altered.jsonl');
  writeFileSync(altered, readFileSync(file, 'utf8').replace('Next best offer', 'Next best other'));
  await page.getByRole('button', { name: 'Evidence' }).click();
  await page.getByRole('menuitem', { name: 'Check an exported file…' }).click();
  await host.choose(altered, () => page.getByRole('button', { name: 'Choose the file…' }).click());
  await expect(
    page.getByRole('dialog').getByText(/^.?\s*Entry \d+ \(line \d+\) was altered|has other changes/),
  ).toBeVisible();
  await expect(page.getByRole('dialog').getByText('This file is no evidence')).toBeVisible();

  // Printed by the window where there is one; else by an installed browser, which not every machine has.
  if (host.kind !== 'electron') return;
  const certificate = join(folder, 'certificate.pdf');
  await host.choose(certificate, () => page.getByRole('button', { name: 'Certificate (PDF)…' }).click());
  await expect(page.getByText('certificate.pdf is written.')).toBeVisible({ timeout: 30_000 });
  expect(readFileSync(certificate, 'latin1')).toMatch(/^%PDF-/);
});
