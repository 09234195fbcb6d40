import { expect, test } from '../fixtures';
import { ShellPage } from '../pages/shell-page';
import { seedBank } from '../seed';

const SIX_MINUTES = '06:00';

test('who asks for it is told what came, once, and a click leads there', async ({ start, folder }) => {
  const host = await start({ portfolio: seedBank(folder).file });
  const { page } = host;
  const shell = new ShellPage(page);
  await shell.headline.waitFor();
  const notices = await host.keepNotices();
  await page.clock.install();

  await shell.goTo('Settings');
  const incidents = page.getByRole('checkbox', { name: 'A new incident' });
  await expect(incidents).not.toBeChecked();
  await incidents.check();
  await expect(incidents).toBeChecked();
  await page.clock.fastForward(SIX_MINUTES);

  const report = async (title: string): Promise<void> => {
    await shell.run('Report an incident');
    const dialog = page.getByRole('dialog', { name: 'Report an incident' });
    await dialog.getByLabel('What went wrong').fill(title);
    await dialog.getByRole('button', { name: 'Report the incident' }).click();
    await dialog.waitFor({ state: 'detached' });
  };
  // Who is here sees it in the window.
  await page.evaluate(() => Object.assign(document, { hasFocus: () => true }));
  await report('Scores are stale');
  await page.clock.fastForward(SIX_MINUTES);
  await expect(page.getByText(/No known model has a new incident/)).toBeVisible();
  await expect(page).toHaveTitle(/^\(1\) /);
  expect(await notices.titles()).toEqual([]);

  // Who is not is told by the system: of the new one alone.
  await page.evaluate(() => Object.assign(document, { hasFocus: () => false }));
  await report('Scores are doubled');
  await page.clock.fastForward(SIX_MINUTES);
  await expect.poll(() => notices.titles()).toEqual(['No known model has a new incident']);
  await page.clock.fastForward(SIX_MINUTES);
  await page.clock.fastForward(SIX_MINUTES);
  expect(await notices.titles()).toHaveLength(1);
  await notices.clickLast();
  await expect(shell.headline).toHaveText('Scores are doubled');

  await shell.goTo('Settings');
  await incidents.uncheck();
  await expect(page).toHaveTitle(/^Settings/);
});
