import { expect, test } from '../fixtures';
import { PortfolioPage } from '../pages/portfolio-page';
import { ShellPage } from '../pages/shell-page';
import { seedBank } from '../seed';

test('a tier 1 model goes live only with an approval, and its history tells', async ({ start, folder }) => {
  const { page } = await start({ portfolio: seedBank(folder).file });
  await new ShellPage(page).goTo('Portfolio');
  await new PortfolioPage(page).row('Card fraud').getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Card fraud');
  await page.getByRole('button', { name: /Move to/ }).click();
  await page.getByRole('menuitem', { name: /Deployed/ }).click();
  await expect(page.getByText(/approval/i).first()).toBeVisible();
  await page.keyboard.press('Escape');

  await page
    .getByRole('button', { name: 'Record approval' })
    .or(page.getByRole('button', { name: 'Record an approval' }))
    .first()
    .click();
  const approval = page.getByRole('dialog', { name: 'Record an approval' });
  await approval.getByLabel('Approved by').fill('Validation board');
  await approval.getByRole('button', { name: /Record/ }).click();
  await expect(approval).toBeHidden();

  await page.getByRole('button', { name: /Move to/ }).click();
  await page.getByRole('menuitem', { name: /Deployed/ }).click();
  const move = page.getByRole('dialog', { name: 'Validation → Deployed' });
  await move.getByLabel('Version that goes live').fill('2.0');
  await move.getByRole('button', { name: /Move/ }).click();
  await expect(move).toBeHidden();
  await expect(page.getByRole('main')).toContainText('2.0');
});

test('a field is edited in place and the journal keeps what it was', async ({ start, folder }) => {
  const { page } = await start({ portfolio: seedBank(folder).file });
  await new ShellPage(page).goTo('Portfolio');
  await new PortfolioPage(page).row('Document OCR').getByRole('link').click();
  await page.getByRole('button', { name: /^Business owner: Grace/ }).click();
  await page
    .getByRole('combobox', { name: 'Business owner' })
    .or(page.getByRole('textbox', { name: 'Business owner' }))
    .fill('Edsger');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Business owner: Edsger/ })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('Grace');
});

test('all that happened is in one list that is filtered in the address', async ({ start, folder }) => {
  const { page } = await start({ portfolio: seedBank(folder).file });
  await new ShellPage(page).goTo('Portfolio');
  await new PortfolioPage(page).row('Document OCR').getByRole('link').click();
  const kinds = page.getByRole('group', { name: 'Kinds of events' });
  const rows = page.getByRole('row').filter({ has: page.getByRole('cell', { name: /^(Edit|Move|Version)$/ }) });
  await expect(rows.first()).toBeVisible();
  const all = await rows.count();
  await kinds.getByRole('button', { name: /^Edits \d/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/kind=edits/);
  await expect(page.getByRole('cell', { name: 'Move', exact: true })).toHaveCount(0);
  expect(await rows.count()).toBeLessThan(all);
  await page.getByText('12 months', { exact: true }).click();
  await expect(page).toHaveURL(/back=1y/);
  await page.reload();
  await expect(kinds.getByRole('button', { name: /^Edits/ })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('radio', { name: '12 months' })).toBeChecked();
});

test('a model that is not there leads back to the portfolio', async ({ start, folder }) => {
  const { page } = await start({ portfolio: seedBank(folder).file });
  await expect(page.getByRole('heading', { level: 1 })).toContainText('in production');
  await page.evaluate(() => {
    history.pushState({}, '', '/models/nobody');
    dispatchEvent(new PopStateEvent('popstate'));
  });
  await expect(page.getByText(/not in the portfolio/)).toBeVisible();
});
