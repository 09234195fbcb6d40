import { expect, test } from '../fixtures';
import { InvestmentPage } from '../pages/investment-page';
import { seedBank } from '../seed';

test('a sceptic sees why one level and not another, when that changes, and leaves no trace by looking', async ({
  start,
  folder,
}) => {
  test.setTimeout(120_000);
  const seed = seedBank(folder);
  const { id, name } = seed.call('scenarios.create', { from: { kind: 'preset', preset: 'expected' } });
  const { page } = await start({ portfolio: seed.file });
  const investment = new InvestmentPage(page);
  await investment.open();
  await investment.openScenario(name);
  const { total } = seed.call('journal.list', {});

  // The plan says it, and opens to the options.
  const said = page.getByRole('link', { name: /^(The rule of thumb|Level \d costs least)/ });
  const finding = (await said.textContent()) ?? '';
  await said.click();
  await expect(investment.shell.headline).toHaveText(finding.replace(/\.$/, ''));
  await expect(page.getByRole('row', { name: /^Present value at/ })).toBeVisible();
  const turns = page.getByRole('region', { name: 'Where the answer turns' });
  await expect(turns.getByRole('listitem').first()).toBeVisible();

  // What the page shows is what the channel answers.
  const { uncertain, ...rest } = seed.call('scenarios.get', { id });
  const { inputs, correlations, runs, seed: start_ } = rest;
  const answer = seed.call('investment.options', { inputs, uncertain, correlations, runs, seed: start_ });
  const best = answer.cheapest.slice(1);
  await expect(page.getByRole('columnheader', { name: `Level ${best}` }).first()).toContainText('costs least');

  // A figure opens to its formula, and that to the years which it is made of.
  const rival = page.getByRole('button', { name: /^Present value at .*, Level 3: .* How it comes about$/ });
  await rival.click();
  const dialog = page.getByRole('dialog', { name: /^Level 3: Present value at/ });
  await expect(dialog).toContainText(' / 1.1^5 = ');
  await dialog.getByRole('list', { name: 'The cost of each year opens' }).getByRole('button').nth(1).click();
  await expect(page.getByRole('dialog', { name: 'Level 3: year 2' })).toContainText(
    'share of the work done at level 1',
  );
  await page.keyboard.press('Escape');

  // Another horizon is a view: in the address, and nothing in the journal.
  await page.getByRole('combobox', { name: 'Judged over' }).click();
  await page.getByRole('option', { name: '10 years' }).click();
  await expect(page.getByRole('row', { name: /^Cost over 10 years/ })).toBeVisible();
  await expect.poll(() => page.url()).toContain('years=10');
  await page.reload();
  await expect(page.getByRole('row', { name: /^Cost over 10 years/ })).toBeVisible();
  expect(seed.call('journal.list', {}).total).toBe(total);
});
