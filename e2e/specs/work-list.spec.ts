import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { expect, test } from '../fixtures';
import { madeFile } from '../made-file';
import { ShellPage } from '../pages/shell-page';
import { seedBank } from '../seed';

const PACKS = ['osfi-e-23'];
const DAY = '2027-12-03';

test('a validator writes the register, fills in the work list, brings it back and takes it back', async ({
  start,
  folder,
}) => {
  const seed = seedBank(folder);
  for (const { unit } of seed.call('governance.units', {}).units)
    seed.call('governance.setUnit', { unit, jurisdictions: ['CA'], bodies: ['ca_frfi'], frameworks: [] });
  const host = await start({ portfolio: seed.file });
  const { page } = host;
  const shell = new ShellPage(page);
  await shell.arrived(/\/$/);
  await shell.goTo('Governance');
  await page.getByLabel('Held against').selectOption('osfi-e-23');
  await page.getByLabel('On the day').fill(DAY);
  await expect(page.getByRole('table', { name: 'Answers' })).toBeVisible();

  const register = await madeFile(host, join(folder, 'inventory.xlsx'), async () => {
    await page.getByRole('button', { name: 'Sheets' }).click();
    await page.getByRole('menuitem', { name: 'Model inventory (OSFI E-23), XLSX…' }).click();
  });
  await expect(page.getByText(/missing and listed; /)).toBeVisible();
  expect(readFileSync(register.path).subarray(0, 2).toString()).toBe('PK');

  const before = seed.call('governance.worklist', { packs: PACKS, at: DAY });
  const list = await madeFile(host, join(folder, 'work.csv'), async () => {
    await page.getByRole('button', { name: 'Work list' }).click();
    await page.getByRole('menuitem', { name: 'Write it as CSV…' }).click();
  });
  await expect(page.getByText(/rows to fill in; /)).toBeVisible();
  const rows = Papa.parse<Record<string, string>>(readFileSync(list.path, 'utf8').slice(1), {
    header: true,
    skipEmptyLines: true,
  }).data;
  const wanted = rows.filter((row) => row['Place'] === 'field:dataSources');
  expect(wanted.length).toBeGreaterThan(1);
  for (const row of wanted) row['Answer'] = 'Core banking, nightly';
  const [stranger] = rows.filter((row) => row['Place'] === 'field:limitations');
  Object.assign(stranger ?? {}, { Answer: 'None known', Identifier: 'gone' });
  const filled = join(folder, 'filled.csv');
  writeFileSync(filled, `\uFEFF${Papa.unparse(rows)}`);

  await page.getByRole('button', { name: 'Work list' }).click();
  await host.choose(filled, () => page.getByRole('menuitem', { name: 'Bring a filled one back…' }).click());
  await expect(shell.headline).toHaveText(`${wanted.length} answers would be stored`);
  const answers = page.getByRole('region', { name: 'Answers' });
  await expect(answers.getByRole('row', { name: /Core banking, nightly/ })).toHaveCount(wanted.length);
  await page.getByRole('tab', { name: /^Problems/ }).click();
  await expect(page.getByText(/No model has the identifier gone/)).toBeVisible();
  await page.getByRole('button', { name: `Store ${wanted.length} answers` }).click();
  await expect
    .poll(() => seed.call('governance.worklist', { packs: PACKS, at: DAY }).items.length)
    .toBe(before.items.length - 1);
  await page.getByRole('button', { name: `Undo: Bring back ${wanted.length} answers from filled.csv` }).click();
  await expect.poll(() => seed.call('governance.worklist', { packs: PACKS, at: DAY })).toEqual(before);
});
