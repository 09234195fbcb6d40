import { largeOldFile } from '../../src-main/testing/large-old-file';
import { expect, test } from '../fixtures';

test('a large portfolio of an older program says how far it is, and opens', async ({ start, folder }) => {
  test.slow();
  const file = largeOldFile(folder);
  const host = await start();
  const { page } = host;
  await page.getByRole('heading', { level: 1 }).waitFor();
  // Each word that the window says about it: the last ones may go before a look from outside.
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    new MutationObserver(() => {
      const text = document.querySelector('.mf-banner')?.textContent ?? '';
      if (text !== '' && said.at(-1) !== text) said.push(text);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  await host.choose(file, () => page.keyboard.press('ControlOrMeta+o'));
  await expect(page.getByText('120,000').first()).toBeVisible({ timeout: 60_000 });
  const said = await page.evaluate(() => Reflect.get(window, 'said') as string[]); // put there above
  expect(said.join('\n')).toMatch(/structure 1\d of \d+ \(\d+ of \d+\)/);
  expect(said.join('\n')).toContain('the file then stays as it was');
  await expect(page.locator('.mf-banner')).toBeHidden();
});
