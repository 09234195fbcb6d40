import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../fixtures';
import type { RunningHost } from '../hosts/running-host';
import { MonitoringPage } from '../pages/monitoring-page';
import { seedBank, seedPortfolio } from '../seed';
import { seedDrift } from '../seed-drift';

async function expectNoViolation({ page, kind }: RunningHost, what: string): Promise<void> {
  const found = async (): Promise<string[]> => {
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode(kind === 'electron')
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`);
  };
  await expect.poll(found, { message: what, timeout: 60_000, intervals: [500] }).toEqual([]);
}

test('what drifted and what went silent is said, listed and drawn', async ({ start, folder }) => {
  const seed = seedBank(folder);
  seedDrift(seed);
  const { page } = await start({ portfolio: seed.file });
  const monitoring = new MonitoringPage(page);
  await monitoring.open();
  await expect(monitoring.shell.headline).toHaveText(
    'One model has been drifting since before this week, a model of tier 1; one has sent no signal for 60 days',
  );
  await expect(page.getByRole('link', { name: /^Monitoring/ })).toContainText('1 model at act');
  await expect(monitoring.panel('Drifted: 1')).toContainText('Payments fraud');
  await expect(monitoring.panel('Drifted: 1')).toContainText('PSI of age is 0.37');
  await expect(monitoring.panel('Silent: 1')).toContainText('Churn');
  await expect(monitoring.panel('Retraining: 1 due, 0 in work')).toContainText('in a row');
  await expect(monitoring.row('Payments fraud').getByRole('gridcell').last()).toHaveAccessibleName(/^week of .*: act/);
  await expect(monitoring.row('Churn').getByRole('gridcell').last()).toHaveAccessibleName(/: silent$/);
  await expect(monitoring.row('Payments fraud').getByRole('rowheader')).toHaveAccessibleName(
    /Tier 1, act\. Of 26 weeks: 3 act, 1 watch, 22 ok\./,
  );

  const drifted = monitoring.panel('Drifted: 1');
  await expect(drifted).toContainText('No owner noted. Incident 1, SEV 2');
  await monitoring
    .row('Payments fraud')
    .getByRole('link', { name: /^Incident 1, SEV 2, open since/ })
    .click();
  await expect(monitoring.shell.headline).toContainText('Fraud alerts doubled');
  await monitoring.open();

  await page.getByText('Quarter', { exact: true }).click();
  await expect(monitoring.row('Churn').getByRole('gridcell')).toHaveCount(16);
  await page.getByRole('combobox', { name: 'Health' }).selectOption('silent');
  await expect(monitoring.row('Payments fraud')).toHaveCount(0);
  await expect(page).toHaveURL(/by=quarter/);
  await page.reload();
  await expect(monitoring.row('Churn')).toBeVisible();
  await expect(monitoring.row('Payments fraud')).toHaveCount(0);
});

test('the keyboard moves through the map and opens a model', async ({ start, folder }) => {
  const seed = seedBank(folder);
  const { fraud } = seedDrift(seed);
  const { page } = await start({ portfolio: seed.file });
  const monitoring = new MonitoringPage(page);
  await monitoring.open();
  await monitoring.map.focus();
  const active = async (): Promise<string | null> => {
    const id = await monitoring.map.getAttribute('aria-activedescendant');
    return page.locator(`[id="${id}"]`).getAttribute('aria-label');
  };
  const last = await active();
  expect(last).toMatch(/: act/);
  for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft']) await page.keyboard.press(key);
  expect(await active()).toMatch(/: ok/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  expect(await active()).toMatch(/: silent/);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/monitoring/${fraud}`));
  await expect(monitoring.shell.headline).toContainText('Payments fraud is at act: PSI of age is 0.37');
});

test('the map is saved as a table', async ({ start, folder }) => {
  const seed = seedBank(folder);
  seedDrift(seed);
  const host = await start({ portfolio: seed.file });
  const { page } = host;
  const monitoring = new MonitoringPage(page);
  await monitoring.open();
  await page.getByRole('button', { name: /What to do with the chart “Worst verdict/ }).click();
  await page.getByRole('menuitem', { name: 'Show as table' }).click();
  await expect(page.getByRole('table', { name: 'Worst verdict by week' })).toContainText('Payments fraud');
  const file = join(folder, 'map.svg');
  const save = async (): Promise<void> => {
    await page.getByRole('button', { name: /What to do with the chart “Worst verdict/ }).click();
    await page.getByRole('menuitem', { name: 'Save as SVG…' }).click();
  };
  if (host.kind === 'electron') await host.choose(file, save);
  else {
    const saved = page.waitForEvent('download');
    await save();
    await (await saved).saveAs(file);
  }
  // It is there only when it is whole.
  await expect.poll(() => existsSync(file)).toBe(true);
  const svg = readFileSync(file, 'utf8');
  expect(svg).toContain('Payments fraud');
  expect(svg).toContain('◆');
});

test('one model: the series large, another tool beside it only where it may, what moved, and its incidents', async ({
  start,
  folder,
}) => {
  const seed = seedBank(folder);
  const { fraud } = seedDrift(seed);
  const { page } = await start({ portfolio: seed.file });
  const monitoring = new MonitoringPage(page);
  await monitoring.openModel('Payments fraud', fraud);
  const picture = page.getByRole('img', { name: /^age: PSI\. PSI of age: 34 results, the newest 0\.37/ });
  await expect(picture).toHaveAttribute('data-drawn', 'true');
  await expect(monitoring.panel(/^What moved/)).toContainText('“under 30” from 50% to 20%');
  await expect(monitoring.panel('Incidents and the alarms before them')).toContainText('SEV-2');
  await expect(monitoring.panel('Incidents and the alarms before them')).toContainText(/alarm \d+ days before/);

  const beside = page.getByRole('combobox', { name: 'Compare with' });
  await beside.selectOption({ label: 'PSI, NannyML' });
  await expect(page.getByText('Not on one axis')).toHaveCount(0);
  await beside.selectOption({ label: 'PSI, Evidently' });
  await expect(page.getByText('Not on one axis: PSI of Evidently.')).toBeVisible();
  await expect(page.getByText('The bins differ')).toBeVisible();

  await page.getByRole('button', { name: 'Show the last 30 days' }).click();
  await page.getByRole('button', { name: 'What to do with the chart “age: PSI”' }).click();
  await page.getByRole('menuitem', { name: 'Show as table' }).click();
  await expect(page.getByRole('table', { name: 'age: PSI', exact: true }).getByRole('row')).toHaveCount(6);

  await page.getByRole('combobox', { name: 'Column' }).selectOption('income');
  await expect(page.getByRole('img', { name: /^income: PSI/ })).toBeVisible();
});

test('a band of one model is set, judged by, and taken back by undo', async ({ start, folder }) => {
  const seed = seedBank(folder);
  const { fraud } = seedDrift(seed);
  const { page } = await start({ portfolio: seed.file });
  const monitoring = new MonitoringPage(page);
  await monitoring.openModel('Payments fraud', fraud);
  await page.getByRole('textbox', { name: 'Act from' }).fill('0.05');
  await expect(page.getByRole('alert')).toContainText('act must lie above watch');
  await page.getByRole('textbox', { name: 'Act from' }).fill('0.5');
  await page.getByRole('button', { name: 'Set the band' }).click();
  await expect(monitoring.shell.headline).toContainText('Payments fraud is at watch');
  await expect(page.getByText('set for this model alone')).toBeVisible();
  await monitoring.shell.undoButton.click();
  await expect(monitoring.shell.headline).toContainText('Payments fraud is at act');
});

test('a retraining goes from due to in work to decided against, each step one undo', async ({ start, folder }) => {
  const seed = seedBank(folder);
  seedDrift(seed);
  const host = await start({ portfolio: seed.file });
  const { page } = host;
  const monitoring = new MonitoringPage(page);
  await monitoring.open();
  await page.getByRole('button', { name: 'Start work Retraining of Payments fraud' }).click();
  const dialog = page.getByRole('dialog', { name: 'Retraining of Payments fraud' });
  await dialog.getByRole('textbox', { name: 'Who does it' }).fill('Grace');
  await dialog.getByRole('button', { name: 'Start work' }).click();
  await expect(dialog.getByText('Choose the day.')).toBeVisible();
  await dialog.getByLabel('To be live by').fill('2099-01-31');
  await expectNoViolation(host, 'dialog');
  await dialog.getByRole('button', { name: 'Start work' }).click();
  await expect(monitoring.panel('Retraining: 0 due, 1 in work')).toContainText('In work by Grace until Jan 31, 2099');

  await page.getByRole('button', { name: /^Resolve… Retraining of Payments fraud/ }).click();
  await dialog.getByText('Decide against', { exact: true }).click();
  await dialog.getByLabel('The decision holds until').fill('2099-02-28');
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('The product ends');
  await dialog.getByRole('button', { name: 'Decide against' }).click();
  await expect(monitoring.panel('Retraining')).toContainText('No run of results');
  await monitoring.shell.undoButton.click();
  await expect(monitoring.panel('Retraining: 0 due, 1 in work')).toBeVisible();
  await monitoring.shell.undoButton.click();
  await expect(monitoring.panel('Retraining: 1 due, 0 in work')).toBeVisible();
});

test('without a result the page says how to bring some in', async ({ start, folder }) => {
  const host = await start({ portfolio: seedPortfolio(folder).file });
  const monitoring = new MonitoringPage(host.page);
  await monitoring.open();
  await expect(monitoring.shell.headline).toHaveText('No drift result has been recorded yet');
  await expectNoViolation(host, 'nothing yet');
  await host.page.getByRole('button', { name: 'Measure drift here' }).click();
  await expect(host.page).toHaveURL(/\/monitoring\/measure$/);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the monitoring screens have no violation (${colorScheme})`, async ({ start, folder }) => {
    test.setTimeout(240_000);
    const seed = seedBank(folder);
    seedDrift(seed);
    const host = await start({ portfolio: seed.file, colorScheme });
    const monitoring = new MonitoringPage(host.page);
    await monitoring.open();
    await expectNoViolation(host, 'heat map');
    await host.page.getByRole('button', { name: 'Open the drift of Payments fraud' }).click();
    await expect(host.page.getByRole('img', { name: /^age: PSI/ })).toHaveAttribute('data-drawn', 'true');
    await expectNoViolation(host, 'one model');
  });
}
