import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../fixtures';
import { expectNone } from '../no-violations';
import { InvestmentPage } from '../pages/investment-page';
import { PortfolioPage } from '../pages/portfolio-page';
import { ShellPage } from '../pages/shell-page';
import { seedBank, seedPortfolio } from '../seed';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no screen has a violation (${colorScheme})`, async ({ start, folder }) => {
    test.setTimeout(240_000);
    const host = await start({ portfolio: seedBank(folder).file, colorScheme });
    const { page } = host;
    const shell = new ShellPage(page);
    await expect(shell.headline).toContainText('in production');
    await expectNone(host, 'the page');
    const pages = { Portfolio: '/portfolio', Imports: '/import', Journal: '/journal', Settings: '/settings' } as const;
    for (const name of ['Portfolio', 'Imports', 'Journal', 'Settings'] as const) {
      await shell.goTo(name);
      await shell.arrived(new RegExp(`${pages[name]}$`));
      await expectNone(host, name);
    }
    await shell.goTo('Portfolio');
    await page.getByText('Board', { exact: true }).click();
    await expectNone(host, 'board');
    await page.getByText('Grid', { exact: true }).click();
    await new PortfolioPage(page).row('Churn').getByRole('link').click();
    await expect(shell.headline).toContainText('Churn');
    await expectNone(host, 'model');
    await page.keyboard.press('ControlOrMeta+k');
    await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
    // Colours are judged when the palette has come to rest.
    await page.waitForFunction(() => document.getAnimations().every((animation) => animation.playState === 'finished'));
    await expectNone(host, 'palette');
  });
}

test('the assessment screens have no violation', async ({ start, folder }) => {
  test.setTimeout(240_000);
  const seed = seedBank(folder);
  const { id } = seed.call('assessments.start', { name: 'Autumn' });
  for (const questionId of ['FS1', 'MR1', 'MM1', 'MG1']) seed.call('assessments.answer', { id, questionId, value: 1 });
  const host = await start({ portfolio: seed.file });
  const shell = new ShellPage(host.page);
  await expect(shell.headline).toContainText('in production');
  for (const path of [
    '/assessments',
    '/assessments/start',
    `/assessments/${id}`,
    `/assessments/${id}/result`,
    '/assessments/vendors',
  ]) {
    await host.page.evaluate((to) => {
      history.pushState({}, '', to);
      dispatchEvent(new PopStateEvent('popstate'));
    }, path);
    await shell.arrived(new RegExp(`${path}(\\?.*)?$`));
    // The page before this one had a headline as well: this one's own has to be there.
    await expect(shell.headline).not.toContainText('2 models in production need');
    await expectNone(host, path);
  }
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the investment screens have no violation (${colorScheme})`, async ({ start, folder }) => {
    test.setTimeout(240_000);
    const seed = seedBank(folder);
    const empty = await start({ portfolio: seed.file, colorScheme });
    const investment = new InvestmentPage(empty.page);
    await investment.open();
    await expectNone(empty, 'no scenario');
    const { name } = seed.call('scenarios.create', { from: { kind: 'preset', preset: 'expected' } });
    seed.call('scenarios.create', { from: { kind: 'preset', preset: 'article' } });
    await expect(investment.shell.headline).toContainText('Level 2 returns');
    await expectNone(empty, 'scenarios');
    await investment.openScenario(name);
    await investment.input('Level 2: people per model').click();
    await expectNone(empty, 'a scenario');
    await investment.figure('NPV above 0 in').click();
    await expect(empty.page.getByRole('dialog')).toContainText('P50');
    await expectNone(empty, 'how sure it is');
    await empty.page.keyboard.press('Escape');
    await empty.page
      .getByRole('link', { name: 'Options' })
      .or(empty.page.getByRole('button', { name: 'Options' }))
      .click();
    await expect(empty.page.getByRole('row', { name: /^Present value at/ })).toBeVisible();
    await expectNone(empty, 'the options');
    await empty.page.getByRole('button', { name: 'The plan' }).click();
    await empty.page.getByRole('button', { name: /^Scenario .*; other scenarios$/ }).click();
    await empty.page.getByRole('menuitem', { name: 'Compare with the others' }).click();
    await investment.shell.arrived(/\/investment\/compare/);
    await expectNone(empty, 'comparison');
  });
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the incident screens have no violation (${colorScheme})`, async ({ start, folder }) => {
    test.setTimeout(240_000);
    const seed = seedBank(folder);
    const host = await start({ portfolio: seed.file, colorScheme });
    const { page } = host;
    const shell = new ShellPage(page);
    await shell.goTo('Incidents');
    await expect(shell.headline).toHaveText('No incident has been registered');
    await expectNone(host, 'no incident');
    const modelId = seed.call('models.list', { search: 'Churn' }).rows[0]?.id ?? null;
    for (const severity of [1, 3, 5, null] as const)
      seed.call('incidents.create', { title: `Feed empty ${severity ?? ''}`, severity, modelId, cause: 'drift' });
    await expect(shell.headline).toHaveText('4 incidents');
    await expectNone(host, 'register');
    await page.getByRole('button', { name: 'Severity', exact: true }).click();
    await expect(page.getByRole('checkbox', { name: /SEV 1/ })).toBeVisible();
    await expectNone(host, 'filter');
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'For the meeting' }).click();
    await expect(shell.headline).toContainText('4 incidents opened in the last 12 months');
    await expectNone(host, 'meeting');
    await page.getByRole('link', { name: 'Feed empty 1' }).click();
    await expect(shell.headline).toHaveText('Feed empty 1');
    await expectNone(host, 'an incident');
    await page.getByRole('button', { name: 'Acknowledge', exact: true }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.waitForFunction(() => document.getAnimations().every((animation) => animation.playState === 'finished'));
    await expectNone(host, 'a move');
  });
}

test('the welcome screen has no violation', async ({ start }) => {
  const host = await start();
  const { page } = host;
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectNone(host, 'the page');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`an inventory that comes again has no violation (${colorScheme})`, async ({ start, folder }) => {
    test.setTimeout(120_000);
    const { file, call } = seedPortfolio(folder);
    const table = join(folder, 'inventory.csv');
    const head = 'Model name;Business unit;Stage;Deployed on;Purpose\n';
    writeFileSync(
      table,
      `${head}Fraud;Cards;Production;2024-03-01;Finds payments that the holder did not make\nFlock plate reader;Retail;Production;2023-05-01;Reads number plates of cars at the gates of the branch and keeps them for thirty days\n`,
    );
    call('imports.apply', { file: table });
    writeFileSync(
      table,
      `${head}Fraud;Cards;Production;2022-03-01;Finds payments that nobody made\nVendor plate reader;Retail;Production;2023-05-01;Reads number plates of cars at the gates of the branch and keeps them for thirty days\n`,
    );
    const host = await start({ portfolio: file, colorScheme });
    const { page, choose } = host;
    await new ShellPage(page).goTo('Imports');
    await choose(table, () => page.getByRole('button', { name: 'Import a file' }).click());
    await page.getByRole('button', { name: 'Fraud', exact: true }).click();
    await expectNone(host, 'changes');
    await page.getByRole('button', { name: 'Look at the pairs' }).click();
    await expectNone(host, 'pairs');
    await page.getByRole('button', { name: 'Back to the preview' }).click();
    await page.getByRole('button', { name: 'Look at the units' }).click();
    await expectNone(host, 'units');
  });
}
