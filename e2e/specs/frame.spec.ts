import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { everyRoute, goToRoute } from '../routes';
import { seedSample } from '../sample';

/** 640×400 is what is left of 1280×800 at 200 %. */
const SIZES = [
  { width: 1280, height: 800 },
  { width: 1024, height: 768 },
  { width: 640, height: 400 },
];

/** How high the document is beyond the window, how far it was moved, and what hidden words hang on a frame too far out. */
const frameOf = (page: Page): Promise<{ beyond: number; moved: number; loose: string[] }> =>
  page.evaluate(() => {
    const document_ = document.scrollingElement ?? document.documentElement;
    const loose = [...document.querySelectorAll<HTMLElement>('#root .mf-hidden')].filter((hidden) => {
      let scroller: HTMLElement | null = hidden.parentElement;
      while (scroller && !/auto|scroll/.test(getComputedStyle(scroller).overflow)) scroller = scroller.parentElement;
      return scroller !== null && hidden.offsetParent !== null && !scroller.contains(hidden.offsetParent);
    });
    return {
      beyond: Math.max(
        document_.scrollHeight - innerHeight,
        document.body.scrollHeight - innerHeight,
        (document.getElementById('root')?.scrollHeight ?? 0) - innerHeight,
      ),
      moved: document_.scrollTop + document.body.scrollTop + (document.getElementById('root')?.scrollTop ?? 0),
      loose: loose.map((hidden) => hidden.textContent ?? ''),
    };
  });

const STILL = { beyond: 0, moved: 0, loose: [] };

async function expectStill(page: Page, path: string): Promise<void> {
  expect.soft(await frameOf(page), `${path}, as it comes`).toEqual(STILL);
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  for (const key of ['PageDown', 'End', 'Space', 'PageDown']) await page.keyboard.press(key);
  await page.mouse.move((page.viewportSize()?.width ?? 0) - 40, (page.viewportSize()?.height ?? 0) - 40);
  for (let turn = 0; turn < 3; turn += 1) await page.mouse.wheel(0, 4_000);
  // Scrolling happens with the next frames; two of them have passed when this answers.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  expect.soft(await frameOf(page), `${path}, after wheel and keys`).toEqual(STILL);
}

test('no page scrolls out of its window, however large it is', async ({ start, folder }) => {
  test.setTimeout(300_000);
  const { file, ids, searches } = seedSample(folder);
  const { page } = await start({ portfolio: file });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const routes = await everyRoute(page, ids, searches);
  expect(routes.length).toBeGreaterThan(20);
  for (const path of routes) {
    await goToRoute(page, path);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await expectStill(page, `${path} at ${size.width} × ${size.height}`);
    }
  }
});

test('the first screen stays in its window, however large it is', async ({ start }) => {
  const { page } = await start();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await expectStill(page, `/welcome at ${size.width} × ${size.height}`);
  }
});

test('keys that scroll move the page, also while nothing has the focus', async ({ start, folder }) => {
  const { file, ids } = seedSample(folder);
  const { page } = await start({ portfolio: file, viewport: { width: 640, height: 400 } });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await goToRoute(page, `/investment/${ids.scenarioId}`);
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  const scrolled = () => page.evaluate(() => document.getElementById('main')?.scrollTop ?? 0);
  await page.keyboard.press('PageDown');
  await expect.poll(scrolled).toBeGreaterThan(100);
  // What is drawn late pushes the page down again: then one presses again.
  await expect
    .poll(async () => {
      await page.keyboard.press('Home');
      return scrolled();
    })
    .toBe(0);
});

test('a narrow window has its pages in one bar, and what has no room there under More', async ({ start, folder }) => {
  const { file } = seedSample(folder);
  const { page } = await start({ portfolio: file, viewport: { width: 640, height: 400 } });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const pages = page.getByRole('navigation', { name: 'Pages' });
  await expect(pages.getByRole('link', { name: /^Portfolio/ })).toBeVisible();
  await expect(pages.getByRole('link', { name: 'Settings', exact: true })).toBeHidden();
  expect((await page.getByRole('main').boundingBox())?.y).toBeLessThan(85);
  await pages.getByRole('button', { name: 'More' }).press('Enter');
  await expect(page.getByRole('menuitem', { name: /^Tier 1 in production/ })).toBeVisible();
  await page.getByRole('menuitem', { name: 'Settings' }).press('Enter');
  await page.waitForURL(/\/settings$/);
  await expect(pages.getByRole('button', { name: /^Settings/ })).toBeVisible();
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(pages.getByRole('link', { name: 'Settings', exact: true })).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Saved views' })).toBeVisible();
});

test('high contrast keeps what is chosen and what is drawn, and no motion means none', async ({ start, folder }) => {
  const { file } = seedSample(folder);
  const { page } = await start({ portfolio: file });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await goToRoute(page, '/monitoring');
  const style = (selector: string, name: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element, property) => getComputedStyle(element).getPropertyValue(property), name);
  const ground = await style('main .mf-panel', 'background-color');
  for (const word of ['ok', 'act', 'watch'])
    expect(await style(`[role="gridcell"][data-word="${word}"]`, 'background-color')).not.toBe(ground);
  expect(await style('.mf-rail-item[data-status="active"]', 'outline-style')).toBe('solid');
  expect(await style('main button', 'transition-duration')).toMatch(/^(0s|0\.001s)/);
});
