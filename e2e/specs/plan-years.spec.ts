import { expect, test } from '../fixtures';
import { InvestmentPage } from '../pages/investment-page';
import { seedBank } from '../seed';

test('a plan with a start tells its years as the house does, and each opens to its months', async ({
  start,
  folder,
}) => {
  const seed = seedBank(folder);
  const { id, name } = seed.call('scenarios.create', { from: { kind: 'preset', preset: 'expected' } });
  const asked = { startDate: '2026-11', fiscalYearStart: 4 };
  seed.call('scenarios.update', { id, patch: { asked } });
  const { page } = await start({ portfolio: seed.file });
  const investment = new InvestmentPage(page);
  await investment.open();
  await investment.openScenario(name);
  const table = page.getByRole('table', { name: 'Cost by level and year; each amount opens' });
  const { levels } = seed.call('investment.options', { inputs: seed.call('scenarios.get', { id }).inputs, ...asked });
  const cost = Math.round(levels.L2?.onAxis.cost[0] ?? Number.NaN).toLocaleString('en-GB');
  const row = table.getByRole('row', { name: /^FY 2026\/27 \(Nov 2026 to Mar 2027\)/ });
  await expect(row).toContainText(cost);
  await expect(investment.figure('Payback')).toContainText(/[A-Z][a-z]{2} 20\d\d/);
  await row.getByRole('button', { name: /^Level 2/ }).click();
  const dialog = page.getByRole('dialog', { name: /^Level 2 in FY 2026\/27/ });
  await expect(dialog.getByRole('list').first().getByRole('listitem')).toHaveCount(5);
  await dialog.getByRole('listitem').filter({ hasText: 'year 1 (Nov 2026–Oct 2027)' }).getByRole('button').click();
  await expect(page.getByRole('dialog', { name: 'Level 2 in year 1 (Nov 2026–Oct 2027)' })).toBeVisible();
});
