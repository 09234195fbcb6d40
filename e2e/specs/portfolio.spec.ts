import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { PortfolioPage } from '../pages/portfolio-page';
import { ShellPage } from '../pages/shell-page';
import { seedBank } from '../seed';
import { seedDrift } from '../seed-drift';

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

  await page.getByRole('button', { name: 'More filters', exact: true }).click();
  await page.getByRole('button', { name: 'In production', exact: true }).click();
  await page.getByRole('radio', { name: 'Not in production' }).check();
  await expect(page.getByRole('button', { name: 'More filters: 1', exact: true })).toBeVisible();
  await expect.poll(() => portfolio.names()).toEqual(['Card fraud', 'Mortgage PD', 'Document OCR']);
});

test('a cell is edited by keyboard, undone and redone by name', async ({ start, folder }) => {
  const { page } = await start({ portfolio: seedBank(folder).file });
  const shell = new ShellPage(page);
  const portfolio = new PortfolioPage(page);
  await shell.goTo('Portfolio');
  await portfolio.edit('Churn', 'Business unit', 'Retail', 'Private banking');
  await expect(portfolio.row('Churn')).toContainText('Private banking');
  await expect(shell.undoButton).toHaveAccessibleName(/Change business unit of “Churn”/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(portfolio.row('Churn')).not.toContainText('Private banking');
  await shell.redoButton.click();
  await expect(portfolio.row('Churn')).toContainText('Private banking');
});

/** The channels that the page calls from now on, in their order; on the loopback host each is a request. */
function callsOf(page: Page): string[] {
  const calls: string[] = [];
  page.on('request', (request) => {
    const [, channel] = /\/rpc\/(.+)$/.exec(request.url()) ?? [];
    if (channel !== undefined) calls.push(channel);
  });
  return calls;
}

test('an edit is one call, and what another window changes is fetched', async ({ start, folder }) => {
  const { page, kind } = await start({ portfolio: seedBank(folder).file });
  test.skip(kind !== 'loopback', 'The calls of the desktop cross no network where they could be seen.');
  const shell = new ShellPage(page);
  const portfolio = new PortfolioPage(page);
  await shell.goTo('Portfolio');
  await expect.poll(async () => (await portfolio.names()).length).toBe(5);
  // What the page asks for when it opens is behind it once it has shown a change.
  await portfolio.edit('Churn', 'Business owner', 'Grace', 'Ada');
  await expect(shell.undoButton).toHaveAccessibleName(/Change business owner of “Churn”/);
  const calls = callsOf(page);
  await portfolio.edit('Churn', 'Business unit', 'Retail', 'Private banking');
  await expect(page.getByText('Change business unit of “Churn”')).toBeVisible();
  await expect(shell.undoButton).toHaveAccessibleName(/Change business unit of “Churn”/);
  await portfolio.edit('Mortgage PD', 'Business owner', 'Grace', 'Barbara');
  await expect(shell.undoButton).toHaveAccessibleName(/Change business owner of “Mortgage PD”/);
  await portfolio.row('Churn').getByRole('gridcell', { name: 'Private banking' }).click();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await shell.run('Set the business owner of the marked models');
  const dialog = page.getByRole('dialog', { name: 'Set the business owner of 2 models' });
  await expect(dialog.getByLabel('Business owner')).toBeFocused();
  await page.keyboard.type('Katherine');
  await page.keyboard.press('Enter');
  await expect(portfolio.row('Document OCR')).toContainText('Katherine');
  await expect(shell.undoButton).toHaveAccessibleName(/Change business owner of 2 models/);
  // The next call is one that a click asks for: nothing was still on its way.
  await shell.goTo('Journal');
  await expect.poll(() => calls).toContain('journal.list');
  const palette = ['search.find'];
  expect(calls.slice(0, calls.indexOf('journal.list')).filter((channel) => !palette.includes(channel))).toEqual([
    'models.update',
    'models.update',
    'models.updateMany',
  ]);

  await shell.goTo('Portfolio');
  await expect(portfolio.row('Churn')).toContainText('Katherine');
  const known = calls.length;
  await page.evaluate(async () => {
    const headers = {
      'content-type': 'application/json',
      authorization: `Bearer ${sessionStorage.getItem('modelfolio.token')}`,
    };
    const ask = async (channel: string, input: unknown) =>
      (await fetch(`/rpc/${channel}`, { method: 'POST', headers, body: JSON.stringify(input) })).json();
    const { value } = await ask('models.list', { search: 'Document OCR' });
    await ask('models.update', { id: value.rows[0].id, patch: { unit: 'Changed elsewhere' } });
  });
  await expect(portfolio.row('Document OCR')).toContainText('Changed elsewhere');
  expect(calls.slice(known)).toEqual(['models.list', 'models.update', 'models.grid']);
});

test('an amount with two readings is refused with both, in the grid and on the page', async ({ start, folder }) => {
  const seed = seedBank(folder);
  const { page } = await start({ portfolio: seed.file });
  await new ShellPage(page).goTo('Portfolio');
  const portfolio = new PortfolioPage(page);
  await portfolio.row('Churn').getByRole('gridcell').last().dblclick();
  const editor = portfolio.grid.getByLabel('Annual value of Churn');
  const sentence = '“1.250” can be read as 1250 or as 1.25. Write 1250 or 1.25.';
  await editor.fill('1.250');
  await editor.press('Enter');
  await expect(portfolio.grid.getByRole('alert')).toHaveText(sentence);
  await editor.fill('1,250');
  await editor.press('Enter');
  await expect(portfolio.row('Churn').getByRole('gridcell').last()).toHaveText('1,250');

  await portfolio.row('Churn').getByRole('link').click();
  await page.getByRole('button', { name: 'Annual run cost: Not given. Edit' }).click();
  const field = page.getByRole('textbox', { name: 'Annual run cost' });
  await field.fill('1.250');
  await field.press('Enter');
  await expect(page.getByText(sentence)).toBeVisible();
  const [model] = seed.call('models.list', { search: 'Churn' }).rows;
  expect([model?.annualValueMinor, model?.annualRunCostMinor]).toEqual([125_000, null]);
});

test('marked models are changed together from the palette, and undone together', async ({ start, folder }) => {
  const { page } = await start({ portfolio: seedBank(folder).file });
  const shell = new ShellPage(page);
  const portfolio = new PortfolioPage(page);
  await shell.goTo('Portfolio');
  await portfolio.row('Churn').getByRole('gridcell', { name: 'Retail' }).click();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByRole('toolbar', { name: 'Marked models' })).toContainText('2 models marked');
  await shell.run('Set the business owner of the marked models');
  const dialog = page.getByRole('dialog', { name: 'Set the business owner of 2 models' });
  await expect(dialog.getByLabel('Business owner')).toBeFocused();
  await page.keyboard.type('Katherine');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  for (const name of ['Churn', 'Document OCR']) await expect(portfolio.row(name)).toContainText('Katherine');
  await expect(portfolio.row('Mortgage PD')).toContainText('Grace');
  await page.keyboard.press('ControlOrMeta+z');
  for (const name of ['Churn', 'Document OCR']) await expect(portfolio.row(name)).toContainText('Grace');
  await expect(shell.redoButton).toHaveAccessibleName(/^Redo: Change business owner of 2 models/);
  await page.keyboard.press('ControlOrMeta+Shift+Z');
  await expect(portfolio.row('Churn')).toContainText('Katherine');
});

test('a view is kept under a name and brought back from the palette', async ({ start, folder }) => {
  const { page } = await start({ portfolio: seedBank(folder).file });
  const shell = new ShellPage(page);
  const portfolio = new PortfolioPage(page);
  await shell.goTo('Portfolio');
  await portfolio.search.fill('retail');
  await portfolio.sortBy('Tier');
  await expect.poll(() => portfolio.names()).toEqual(['Mortgage PD', 'Churn', 'Next best offer']);
  await shell.run('Save this as a new view');
  await page.getByRole('dialog').getByLabel('Name').fill('Retail by tier');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'View: Retail by tier' })).toBeVisible();
  await shell.run('Clear search and filters');
  await expect.poll(async () => (await portfolio.names()).length).toBe(5);
  await shell.run('Show the view “Retail by tier”');
  await expect(portfolio.search).toHaveValue('retail');
  await expect.poll(() => portfolio.names()).toEqual(['Mortgage PD', 'Churn', 'Next best offer']);
});

test('overdue reviews are a preset of the filter', async ({ start, folder }) => {
  const seed = seedBank(folder);
  const { id = '' } = seed.call('models.list', { search: 'Churn' }).rows[0] ?? {};
  seed.call('models.update', { id, patch: { nextReview: '2020-01-31' } });
  const { page } = await start({ portfolio: seed.file });
  const portfolio = new PortfolioPage(page);
  await new ShellPage(page).goTo('Portfolio');
  await expect.poll(async () => (await portfolio.names()).length).toBe(5);
  await page.getByRole('button', { name: /More filters/ }).click();
  const filters = page.getByRole('dialog', { name: 'More filters' });
  await filters.getByRole('button', { name: 'Review due', exact: true }).click();
  const overdue = filters.getByRole('button', { name: 'Overdue', exact: true });
  await overdue.click();
  await expect.poll(() => portfolio.names()).toContain('Churn');
  const today = new Date().toISOString().slice(0, 10);
  const due = seed.call('models.list', {}).rows.filter(({ reviewDue }) => reviewDue !== null && reviewDue < today);
  await expect.poll(async () => (await portfolio.names()).length).toBe(due.length);
  await overdue.click();
  await expect.poll(async () => (await portfolio.names()).length).toBe(5);
});

test('the board shows the same models by stage, each with its health', async ({ start, folder }) => {
  const seed = seedBank(folder);
  seedDrift(seed);
  const { page } = await start({ portfolio: seed.file });
  await new ShellPage(page).goTo('Portfolio');
  await page.getByText('Board', { exact: true }).click();
  const lane = page.getByLabel('Monitored, 2 models');
  await expect(lane.getByRole('listitem').filter({ hasText: 'Churn' })).toContainText('Silent');
  await expect(lane.getByRole('listitem').filter({ hasText: 'Payments fraud' })).toContainText('Act');
  await expect(page.getByLabel('Deployed, 1 model')).toContainText('No verdict');
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
