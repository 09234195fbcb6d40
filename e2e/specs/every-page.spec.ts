import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { everyRoute, goToRoute } from '../routes';
import { seedSample } from '../sample';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** 640×400 is what is left of 1280×800 at 200 %. */
const SIZES = [
  { width: 1280, height: 800 },
  { width: 1024, height: 768 },
  { width: 640, height: 400 },
];

async function violations(page: Page, rules: (axe: AxeBuilder) => AxeBuilder): Promise<string[]> {
  // There are no frames to merge, which the other mode opens a second page for.
  const { violations: found } = await rules(new AxeBuilder({ page }).setLegacyMode(true)).analyze();
  return found.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map(({ target }) => target.join(' '))
        .slice(0, 3)
        .join(' | ')}`,
  );
}

const soft = expect.configure({ soft: true });

test('no page has a violation, light and dark, wide, narrow and at 200 %', async ({ start, folder }) => {
  test.setTimeout(600_000);
  const { file, ids, searches } = seedSample(folder);
  const { page } = await start({ portfolio: file });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const routes = await everyRoute(page, ids, searches);
  // A page that is still arriving is looked at again; a violation that stays is one.
  const settled = { timeout: 20_000, intervals: [300, 600] };
  for (const path of routes) {
    await goToRoute(page, path);
    for (const { width, height } of SIZES) {
      await page.setViewportSize({ width, height });
      const what = `${path} at ${width} × ${height}`;
      await soft.poll(() => violations(page, (axe) => axe.withTags(TAGS)), { ...settled, message: what }).toEqual([]);
      // The dark scheme has other colours and nothing else.
      await page.emulateMedia({ colorScheme: 'dark' });
      await soft
        .poll(() => violations(page, (axe) => axe.withRules(['color-contrast'])), {
          ...settled,
          message: `${what}, dark`,
        })
        .toEqual([]);
      await page.emulateMedia({ colorScheme: 'light' });
    }
  }
});
