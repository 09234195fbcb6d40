import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../fixtures';
import { madeFile } from '../made-file';
import { ShellPage } from '../pages/shell-page';
import { seedBank } from '../seed';

test('the desktop prints a brief and a report with contents, and any host writes the page', async ({
  start,
  folder,
}) => {
  test.setTimeout(180_000);
  const seed = seedBank(folder);
  const host = await start({ portfolio: seed.file });
  const { page } = host;
  const shell = new ShellPage(page);
  await shell.goTo('Reports');
  await shell.arrived(/\/reports$/);
  const made = async (button: string, name: string, title: string): Promise<string> => {
    const action = page.getByRole('button', { name: button, exact: true });
    const file = join(folder, name);
    await madeFile(host, file, () => action.click());
    await expect(page.getByRole('row', { name: new RegExp(title) }).first()).toBeVisible({
      timeout: 60_000,
    });
    return readFileSync(file, 'latin1');
  };
  expect(await made('Make the page', 'page.html', 'Page for the intranet')).toMatch(
    /^<!doctype html>.*default-src 'none'/s,
  );
  // The loopback host prints with an installed browser, which a machine may not have.
  if (host.kind !== 'electron') return;
  const brief = await made('Make the brief', 'brief.pdf', 'Brief');
  expect(brief).toMatch(/^%PDF-1\.7/);
  expect(brief).toContain('<pdfuaid:part>1</pdfuaid:part>');
  expect(await made('Make the PDF', 'report.pdf', 'PDF report')).toContain('<pdfuaid:part>1</pdfuaid:part>');
});
