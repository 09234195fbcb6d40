import { expect, test } from '../fixtures';
import { PortfolioPage } from '../pages/portfolio-page';
import { ShellPage } from '../pages/shell-page';
import { seedBank } from '../seed';

test('models are found, sorted and filtered, and a reload keeps the view', async ({ start, folder }) => {
  const { page } = await start({ portfolio: seedBank(folder).file });
  const portfolio = new PortfolioPage(page);
  await new ShellPage(page).goTo('Portfolio');
  await expect
    .poll(() => portfolio.names())
    .toEqual(['Card fraud', 'Churn', 'Document OCR', 'Mortgage PD', 'Next best offer']);
  await portfolio.search.fill('retail');
  await expect.poll(() => portfolio.names()).toEqual(['Churn', 'Mortgage PD', 'Next best offer']);
  await portfolio.sortBy('Tier');
  await expect.poll(() => portfolio.names()).toEqual(['Mortgage PD', 'Churn', 'Next best offer']);
  await page.reload();
  await expect(portfolio.search).toHaveValue('retail');
  await expect.poll(() => portfolio.names()).toEqual(['Mortgage PD', 'Churn', 'Next best offer']);
  await portfolio.search.fill('nothing like this');
  await expect(page.getByText('No model fits')).toBeVisible();
  await page.getByRole('button', { name: 'Clear search and filters' }).click();
  await expect.poll(async () => (await portfolio.names()).length).toBe(5);
});

test('a cell is edited by keyboard, undone and redone by name', async ({ start, folder }) => {
  const { page } = await start({ portfolio: seedBank(folder).file });
  const shell = new ShellPage(page);
  const portfolio = new PortfolioPage(page);
  await shell.goTo('Portfolio');
  await portfolio.edit('Churn', 'Unit', 'Retail', 'Private banking');
  await expect(portfolio.row('Churn')).toContainText('Private banking');
  await expect(shell.undoButton).toHaveAccessibleName(/Change unit of “Churn”/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(portfolio.row('Churn')).not.toContainText('Private banking');
  await shell.redoButton.click();
  await expect(portfolio.row('Churn')).toContainText('Private banking');
});

test('the board shows the same models by stage', async ({ start, folder }) => {
  const { page } = await start({ portfolio: seedBank(folder).file });
  await new ShellPage(page).goTo('Portfolio');
  await page.getByText('Board', { exact: true }).click();
  await expect(
    page
      .getByRole('list', { name: 'Monitored, 1 model' })
      .or(page.getByRole('listbox', { name: 'Monitored, 1 model' }))
      .or(page.getByLabel('Monitored, 1 model')),
  ).toContainText('Churn');
});

test('a change by another process appears by itself', async ({ start, folder }) => {
  const seed = seedBank(folder);
  const { page } = await start({ portfolio: seed.file });
  const portfolio = new PortfolioPage(page);
  await new ShellPage(page).goTo('Portfolio');
  await expect.poll(async () => (await portfolio.names()).length).toBe(5);
  seed.call('models.create', { name: 'Added elsewhere' });
  await expect(portfolio.row('Added elsewhere')).toBeVisible();
});
