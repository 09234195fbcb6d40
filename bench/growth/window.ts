import type { Browser, Page } from '@playwright/test';
import { startServer, stopServer } from '../../e2e/hosts/loopback';
import { paintAfter } from '../paint';

/** Of a real browser on the loopback host; ms. */
export interface WindowFigures {
  readonly blank: number;
  readonly interactive: number;
  readonly overviewPainted: number;
  readonly gridPainted: number;
  readonly firstKey: number;
}

export async function measureWindow(browser: Browser, folder: string, portfolio: string): Promise<WindowFigures> {
  const { server, url } = await startServer({ folder, portfolio });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    // Both once before they are measured: what the browser keeps of its own is there for both.
    const blankUrl = new URL('/third-party-notices.txt', url).href;
    const timed = async (address: string, ready: () => Promise<unknown>): Promise<number> => {
      const started = performance.now();
      await page.goto(address);
      await ready();
      return performance.now() - started;
    };
    const shown = (): Promise<unknown> => page.getByRole('heading', { level: 1 }).waitFor();
    await timed(url, shown);
    await timed(blankUrl, async () => undefined);
    const blank = await timed(blankUrl, async () => undefined);
    const interactive = await timed(url, shown);
    await paintAfter(page, '/journal', 'main h1');
    const { total: overviewPainted } = await paintAfter(page, '/', 'main section');
    await paintAfter(page, '/journal', 'main h1');
    const { total: gridPainted } = await paintAfter(page, '/portfolio', '[role="grid"] [role="gridcell"]');
    return { blank, interactive, overviewPainted, gridPainted, firstKey: await keyTime(page) };
  } finally {
    await stopServer(server);
  }
}

/** From the key to the frame that shows what it found, by the browser's own clock. */
async function keyTime(page: Page): Promise<number> {
  const search = page.getByRole('searchbox', { name: 'Search models' }).or(page.getByLabel('Search models')).first();
  await search.focus();
  await page.evaluate(() => {
    const seen: number[] = [];
    Object.assign(window, { benchKeys: seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.name === 'keydown') seen.push(entry.duration);
    }).observe({ type: 'event', ...{ durationThreshold: 16 } });
  });
  await page.keyboard.press('f');
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 300))));
  const keys: unknown = await page.evaluate(() => Reflect.get(window, 'benchKeys'));
  // Under 16 ms the browser reports nothing.
  return Array.isArray(keys) && typeof keys[0] === 'number' ? keys[0] : 16;
}
