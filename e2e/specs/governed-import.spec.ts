import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../fixtures';
import { ShellPage } from '../pages/shell-page';
import { seedPortfolio } from '../seed';

const BANK = `Model ID,Model name,Business line,Model owner,Validator,Risk rating,Status,Go-live date,Last validation date,Validation outcome,Next validation due
M-1,PD Mortgages,Retail,A. Singh,Model Validation,High,In use,2024-03-01,2026-02-15,Passed with findings,2027-01-31
M-2,LGD Corporate,Corporate,B. Roy,Model Validation,High,In use,2023-06-15,2025-01-10,Satisfactory,2026-01-10
M-3,AML Scoring,Compliance,C. Tremblay,Model Validation,High,In use,2022-09-01,,,
`;

test('the inventory of a bank brings its validations, which the calendar of reviews counts from', async ({
  start,
  folder,
}) => {
  const { file, call } = seedPortfolio(folder);
  const path = join(folder, 'bank.csv');
  writeFileSync(path, BANK);
  const { page, choose } = await start({ portfolio: file });
  const shell = new ShellPage(page);
  await choose(path, () => page.getByRole('button', { name: 'Import a spreadsheet' }).click());
  const note = page.getByText('The file tells of 2 pieces of evidence (validation): each noted with its own day.');
  await expect(note).toBeVisible();
  await page.getByRole('button', { name: 'Import 3 new models' }).click();
  await expect.poll(() => call('evidence.list', {}).evidence.length).toBe(2);
  await shell.goTo('Governance');
  await page.getByRole('link', { name: 'Reviews' }).click();
  await expect(page.getByRole('row', { name: /LGD Corporate.*overdue since .*2026/ })).toBeVisible();
  await page.getByRole('button', { name: /^Undo: Import 3 models/ }).click();
  await expect.poll(() => call('evidence.list', {}).evidence.length).toBe(0);
});

test('evidence that a file tells of can be left out before it is stored', async ({ start, folder }) => {
  const { file, call } = seedPortfolio(folder);
  const path = join(folder, 'bank.csv');
  writeFileSync(path, BANK);
  const { page, choose } = await start({ portfolio: file });
  await choose(path, () => page.getByRole('button', { name: 'Import a spreadsheet' }).click());
  await page.getByRole('button', { name: 'Leave this evidence out' }).click();
  await expect(page.getByText('pieces of evidence')).toBeHidden();
  await page.getByRole('button', { name: 'Import 3 new models' }).click();
  await expect.poll(() => call('models.list', {}).total).toBe(3);
  expect(call('evidence.list', {}).evidence).toEqual([]);
});
