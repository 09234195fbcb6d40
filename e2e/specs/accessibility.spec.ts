import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../fixtures';
import type { RunningHost } from '../hosts/running-host';
import { PortfolioPage } from '../pages/portfolio-page';
import { ShellPage } from '../pages/shell-page';
import { seedBank } from '../seed';

async function violations({ page, kind }: RunningHost): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    // Electron gives no second page for axe to merge its frames in; there are no frames here.
    .setLegacyMode(kind === 'electron')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return found.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map((node) => node.target.join(' '))
        .slice(0, 3)
        .join(' | ')}`,
  );
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no screen has a violation (${colorScheme})`, async ({ start, folder }) => {
    test.setTimeout(240_000);
    const host = await start({ portfolio: seedBank(folder).file, colorScheme });
    const { page } = host;
    const shell = new ShellPage(page);
    await expect(shell.headline).toContainText('in production');
    expect(await violations(host)).toEqual([]);
    for (const name of ['Portfolio', 'Imports', 'Journal', 'Settings'] as const) {
      await shell.goTo(name);
      await expect(shell.headline).toBeVisible();
      expect(await violations(host), name).toEqual([]);
    }
    await shell.goTo('Portfolio');
    await page.getByText('Board', { exact: true }).click();
    expect(await violations(host), 'board').toEqual([]);
    await page.getByText('Grid', { exact: true }).click();
    await new PortfolioPage(page).row('Churn').getByRole('link').click();
    await expect(shell.headline).toContainText('Churn');
    expect(await violations(host), 'model').toEqual([]);
    await page.keyboard.press('ControlOrMeta+k');
    await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
    // Colours are judged when the palette has come to rest.
    await page.waitForFunction(() => document.getAnimations().every((animation) => animation.playState === 'finished'));
    expect(await violations(host), 'palette').toEqual([]);
  });
}

test('the welcome screen has no violation', async ({ start }) => {
  const host = await start();
  const { page } = host;
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await violations(host)).toEqual([]);
});
