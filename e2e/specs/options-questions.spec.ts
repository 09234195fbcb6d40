import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../fixtures';
import { InvestmentPage } from '../pages/investment-page';
import { seedBank } from '../seed';

test('a CFO answers in people, sees the budget by quarter and what the team can carry', async ({ start, folder }) => {
  test.setTimeout(120_000);
  const seed = seedBank(folder);
  const { id, name, inputs } = seed.call('scenarios.create', { from: { kind: 'preset', preset: 'expected' } });
  seed.call('scenarios.update', { id, patch: { inputs: { ...inputs, modelsAtStart: 30 } } });
  const host = await start({ portfolio: seed.file });
  const { page } = host;
  const investment = new InvestmentPage(page);
  await investment.open();
  await investment.openScenario(name);
  await page
    .getByRole('button', { name: 'Options' })
    .or(page.getByRole('link', { name: 'Options' }))
    .first()
    .click();
  await expect(page).toHaveURL(/\/options/);

  // Nothing is said of today's way in the runs while its people are an assumption.
  const share = page.getByRole('row', { name: /^Costs least/ });
  await expect(share.getByRole('cell').first()).toContainText('–');
  await page.getByRole('button', { name: 'Answer…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Most likely, full-time people').fill('10');
  await dialog.getByLabel('Least, full-time people').fill('8');
  await dialog.getByLabel('Most, full-time people', { exact: true }).fill('14');
  await dialog.getByLabel('Who says so').fill('Ada');
  await expect(dialog.getByRole('radio')).toHaveCount(2);
  await dialog.getByRole('button', { name: 'Take it into the plan' }).click();
  await expect(page.getByText(/^Ada said on .*: 10 people \(8 to 14\) keep 30 models running/)).toBeVisible();
  await expect(share.getByRole('cell').first()).not.toContainText('–');
  const kept = seed.call('scenarios.people', { id });
  expect(kept.implied).toBeCloseTo(10, 6);

  // The house's years have names only once the plan begins in a month.
  await page.getByLabel('Begins in').fill('2027-01');
  await expect(page.getByRole('columnheader', { name: 'FY 2027' }).first()).toBeVisible();
  if (host.kind === 'loopback') {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as CSV…' }).click();
    const lines = readFileSync(await (await download).path(), 'utf8')
      .trim()
      .split('\r\n');
    const options = seed.call('investment.options', { inputs: seed.call('scenarios.get', { id }).inputs });
    const total = lines
      .filter((line) => line.startsWith('Level 3,'))
      .reduce((sum, line) => sum + Number(line.split(',').at(-1)), 0);
    expect(total).toBeCloseTo(options.levels.L3?.totalCost ?? Number.NaN, 1);
  }

  await page.getByLabel('People today').fill('4');
  await page.getByLabel('People today').press('Enter');
  await expect(page.getByRole('row', { name: /^Level 1, stay: \d+ models are not deployed by the end/ })).toBeVisible();
  await expect(page).toHaveURL(/team=4/);

  // Hiring is in the costs only when somebody says so, and stays a view until it is kept.
  const hiring = page.getByRole('switch', { name: 'Count hiring in the costs' });
  await expect(hiring).toBeDisabled();
  await page.getByLabel('At most').fill('40');
  await page.getByLabel('At most').press('Enter');
  await page.getByRole('textbox', { name: 'A hire costs' }).fill('30000');
  await page.getByRole('textbox', { name: 'A hire costs' }).press('Enter');
  await expect(hiring).toBeEnabled();
  await hiring.click();
  const headline = page.getByRole('heading', { level: 1 });
  await expect(headline).toContainText('hiring included');
  expect(seed.call('scenarios.get', { id }).asked).toBeNull();
  await page.getByRole('button', { name: 'Keep with the plan' }).click();
  await expect(page).not.toHaveURL(/team=4/);
  await expect(headline).toContainText('hiring included');
  expect(seed.call('scenarios.get', { id }).asked).toMatchObject({ startDate: '2027-01', team: { inCosts: true } });
  expect(seed.call('overview.summary', {}).investment?.decision.headline).toContain('hiring included');
  // While figures are worked out the old ones are dimmed: a violation that stays is one.
  const violations = async (): Promise<string[]> => {
    const found = await new AxeBuilder({ page }).setLegacyMode(host.kind === 'electron').analyze();
    return found.violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.target.join(' ')}`);
  };
  await expect.poll(violations, { timeout: 20_000, intervals: [500] }).toEqual([]);
});
