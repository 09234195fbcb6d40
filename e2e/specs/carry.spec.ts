import { expect, test } from '../fixtures';
import { InvestmentPage } from '../pages/investment-page';
import { ShellPage } from '../pages/shell-page';
import { seedBank } from '../seed';

test('a model that costs more than it is worth is retired in the plan, and comes back with an undo', async ({
  start,
  folder,
}) => {
  const seed = seedBank(folder);
  const idOf = (name: string): string => seed.call('models.list', { search: name }).rows[0]?.id ?? '';
  const churn = idOf('Churn');
  seed.call('models.update', { id: churn, patch: { annualRunCostMinor: 9_000_000, annualValueMinor: 2_000_000 } });
  seed.call('incidents.create', {
    ...{ title: 'Wrong scores', modelId: churn, openedAt: '2026-11-01T08:00:00Z', costMinor: 500_000 },
  });
  const { id, name } = seed.call('scenarios.create', { from: { kind: 'preset', preset: 'expected' } });
  const retired = () => seed.call('scenarios.get', { id }).inputs.retired?.[0] ?? 0;
  expect(retired()).toBe(0);
  const { page } = await start({ portfolio: seed.file });
  const shell = new ShellPage(page);
  await shell.goTo('Cost to carry');
  await expect(shell.headline).toHaveText(
    '1 of 2 models in production is a candidate for retirement; noted of it: €90K a year',
  );
  const table = page.getByRole('table', { name: /^What each model costs to carry a year/ });
  const row = table.getByRole('row').filter({ hasText: 'Churn' });
  await expect(row).toContainText('Costs €75K a year more than the value noted');
  await expect(table.getByRole('row').filter({ hasText: 'Next best offer' })).toContainText('?');

  // What nobody has noted is one click from being filled in.
  await expect(page.getByRole('link', { name: '1 without a run cost' })).toHaveAttribute(
    'href',
    /fill=annualRunCostMinor/,
  );

  // The amount opens to its rows.
  await row.getByRole('button', { name: 'What Churn costs to carry, how it comes about' }).click();
  const dialog = page.getByRole('dialog', { name: 'Churn: cost to carry' });
  await expect(dialog.getByRole('listitem')).toHaveText([/Annual run cost, as noted.*€90,000/, /Wrong scores.*€5,000/]);
  await expect(dialog.getByRole('row', { name: /Value less cost/ })).toContainText('−€75,000');
  await page.keyboard.press('Escape');

  const plan = page.getByRole('region', { name: 'Retire in the plan' });
  await expect(plan.getByRole('button', { name: 'In the plan as it is' })).toBeDisabled();
  await row.getByRole('checkbox', { name: 'Retire Churn' }).check();
  await expect(plan).toContainText('1 model: run costs €90K a year; incidents €5,000 in 365 days');
  await expect(plan).toContainText(`“${name}” retires 0 in year 1; with this choice 1.`);
  await expect(plan.getByRole('row', { name: /^Level 1 €/ })).toBeVisible();
  // Looking changes nothing.
  expect(retired()).toBe(0);
  await plan.getByRole('button', { name: 'Put into the plan' }).click();
  await expect(plan.getByRole('button', { name: 'In the plan as it is' })).toBeVisible();
  expect(retired()).toBe(1);
  await shell.undoButton.click();
  await expect(row.getByRole('checkbox', { name: 'Retire Churn' })).not.toBeChecked();
  expect(retired()).toBe(0);

  // Or as a scenario of its own, beside the plan.
  await row.getByRole('checkbox', { name: 'Retire Churn' }).check();
  await plan.getByRole('button', { name: 'As a scenario of its own' }).click();
  const investment = new InvestmentPage(page);
  await investment.arrived();
  const [own] = seed.call('scenarios.list', {}).scenarios.filter((one) => one.id !== id);
  expect(own?.name).toBe(`${name}, 1 model retired`);
  expect(seed.call('scenarios.get', { id: own?.id ?? '' }).inputs.retired?.[0]).toBe(1);
  expect(retired()).toBe(0);
});
