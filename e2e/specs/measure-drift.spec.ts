import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../fixtures';
import { ShellPage } from '../pages/shell-page';
import { seedBank } from '../seed';

/** Days of 2026 from January on; temperature rises with them, and a colour comes in May. */
function writeTable(path: string, from: number, to: number): void {
  const lines = Array.from({ length: to - from }, (_, at) => {
    const n = from + at;
    const day = new Date(Date.UTC(2026, 0, 1 + Math.floor(n / 10))).toISOString().slice(0, 10);
    const colour = n > 1200 && n % 4 === 0 ? 'teal' : n % 3 === 0 ? 'red' : 'blue';
    return `${day},${((n * 7919) % 1000) / 10 + n / 40},${colour},${(n * 104_729) % 997}`;
  });
  writeFileSync(path, `day,temperature,colour,noise\n${lines.join('\n')}\n`);
}

test('drift between two files is measured, opened and recorded for a model', async ({ start, folder }) => {
  const seed = seedBank(folder);
  const { page, choose } = await start({ portfolio: seed.file });
  const shell = new ShellPage(page);
  writeTable(join(folder, 'reference.csv'), 0, 1000);
  writeTable(join(folder, 'current.csv'), 1000, 2000);

  await shell.headline.waitFor();
  await shell.run('Measure drift between two files');
  await expect(shell.headline).toHaveText('Measure drift from the data itself');
  for (const side of ['Reference', 'Current']) {
    await choose(join(folder, `${side.toLowerCase()}.csv`), () =>
      page.getByRole('button', { name: `Choose the file: ${side}` }).click(),
    );
    await expect(page.getByText(`${side.toLowerCase()}.csv`)).toBeVisible();
  }
  await expect(page.getByText('Columns: 3 of 4 measured')).toBeVisible();
  await page.getByRole('button', { name: 'Measure', exact: true }).click();

  await expect(shell.headline).toContainText('2 of 3 columns drifted');
  const row = (name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) });
  await expect(row('temperature')).toContainText('Act');
  await expect(row('noise')).toContainText('Ok');
  await expect(row('colour')).toContainText('1');
  await row('colour').getByRole('button').click();
  await expect(page.getByText('1 new value (“teal”)')).toBeVisible();

  await page.getByRole('button', { name: 'Record for a model' }).click();
  await page
    .getByRole('combobox', { name: 'Model' })
    .or(page.getByLabel('Model', { exact: true }))
    .first()
    .fill('Churn');
  await page.getByRole('option', { name: 'Churn' }).click();
  await page.getByLabel('The current sample ends on').fill('2026-07-19');
  await page.getByRole('button', { name: 'Record', exact: true }).click();
  await expect(page.getByText('recorded for Churn')).toBeVisible();

  const [model] = seed.call('models.list', { search: 'Churn' }).rows;
  const { series } = seed.call('drift.series', { modelId: model?.id ?? '', column: 'temperature', metric: 'jsBase2' });
  expect(series).toHaveLength(1);
  expect(series[0]).toMatchObject({ source: 'Modelfolio', base: '2', nCur: [1000] });
  expect(series[0]?.v[0]).toBeGreaterThan(0.2);
});

test('two ranges of dates of one file are compared', async ({ start, folder }) => {
  const { page, choose } = await start({ portfolio: seedBank(folder).file });
  writeTable(join(folder, 'all.csv'), 0, 2000);
  const shell = new ShellPage(page);
  await shell.headline.waitFor();
  await shell.run('Measure drift between two files');
  await page.getByText('Two date ranges of one file').click();
  await choose(join(folder, 'all.csv'), () => page.getByRole('button', { name: 'Choose the file: File' }).click());
  await page.getByLabel('Dates in').selectOption('day');
  await page.getByLabel('Reference from').fill('2026-01-01');
  await page.getByLabel('Reference to').fill('2026-03-01');
  await page.getByLabel('Current from').fill('2026-03-02');
  await page.getByLabel('Current to').fill('2026-04-30');
  await page.getByLabel('Read colour as').selectOption('categorical');
  await page.getByLabel('Measure noise').uncheck();
  await page.getByRole('button', { name: 'Measure', exact: true }).click();
  await expect(page.getByText('all.csv: 600 rows as reference, 600 current.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'noise' })).toHaveCount(0);
});
