import type { Browser, CDPSession, Page } from '@playwright/test';

/** What one run of one page gave; times in ms, heap in MB. */
export interface Figures {
  readonly paint: number;
  readonly heap: number;
  readonly firstNameSort: number;
  readonly sort: number;
  readonly typingFirst: number;
  readonly typing: number;
  readonly frameP95: number;
  readonly frameMax: number;
  readonly longTasks: number;
}

/** Time for idle work to end before an interaction is measured; the same for both pages. */
const SETTLE_MS = 1_500;
/** From one turn of the wheel to the next, as a hand turns it. */
const TURN_MS = 40;
const HEADERS = ['Unit', 'Annual value', 'Stage', 'Name'];
const TYPED = 'risk score z';

declare global {
  interface Window {
    interactions?: number[];
    frameTimes?: number[];
    longTasks?: number;
  }
}

/** Collects Event Timing (in steps of 8 ms; under 16 ms nothing is reported), long tasks and frames inside the page. */
function observe(): void {
  window.interactions = [];
  window.longTasks = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const id: unknown = Reflect.get(entry, 'interactionId');
      if (typeof id === 'number' && id > 0) window.interactions?.push(entry.duration);
    }
  }).observe({ type: 'event', buffered: false, ...{ durationThreshold: 16 } });
  new PerformanceObserver((list) => {
    window.longTasks = (window.longTasks ?? 0) + list.getEntries().length;
  }).observe({ type: 'longtask' });
}

/** The slowest event of an interaction, as Interaction to Next Paint counts it. */
async function interaction(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    window.interactions = [];
  });
  await act();
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 150))));
  return page.evaluate(() => Math.max(8, ...(window.interactions ?? [])));
}

async function heapMegabytes(cdp: CDPSession): Promise<number> {
  for (let i = 0; i < 3; i++) await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  return usedSize / 2 ** 20;
}

async function scroll(page: Page): Promise<Pick<Figures, 'frameP95' | 'frameMax' | 'longTasks'>> {
  await page.mouse.move(640, 500);
  await page.evaluate(() => {
    window.longTasks = 0;
    const frames: number[] = [];
    window.frameTimes = frames;
    let before = performance.now();
    const frame = (now: number): void => {
      frames.push(now - before);
      before = now;
      if (window.frameTimes === frames) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  for (let i = 0; i < 75; i++) {
    await page.mouse.wheel(0, 1_200);
    await page.waitForTimeout(TURN_MS);
  }
  const { frames, longTasks } = await page.evaluate(() => {
    const seen = window.frameTimes ?? [];
    delete window.frameTimes;
    return { frames: seen.slice(1), longTasks: window.longTasks ?? 0 };
  });
  const sorted = frames.toSorted((a, b) => a - b);
  return { frameP95: sorted[Math.floor(sorted.length * 0.95)] ?? 0, frameMax: sorted.at(-1) ?? 0, longTasks };
}

async function sortBy(page: Page, header: string): Promise<number> {
  return interaction(page, () => page.locator('[role=columnheader]', { hasText: new RegExp(`^${header}`) }).click());
}

async function typeSlowly(page: Page): Promise<number[]> {
  const times: number[] = [];
  await page.getByRole('searchbox').click();
  for (const key of TYPED) times.push(await interaction(page, () => page.keyboard.press(key === ' ' ? 'Space' : key)));
  return times;
}

/** Opens a page and measures it from the first paint to the end of a long scroll. */
export async function measure(browser: Browser, url: string): Promise<Figures> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-US' });
  try {
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await page.goto(url);
    await page.waitForFunction(() => window.startBench !== undefined);
    await page.evaluate(observe);
    const empty = await heapMegabytes(cdp);
    const paint = await page.evaluate(() => window.startBench?.() ?? 0);
    await page.waitForTimeout(SETTLE_MS);
    const firstNameSort = await sortBy(page, 'Name');
    const sorts: number[] = [];
    for (const header of HEADERS) sorts.push(await sortBy(page, header));
    const scrolled = await scroll(page);
    const typed = await typeSlowly(page);
    await page.getByRole('searchbox').fill('');
    await page.waitForTimeout(SETTLE_MS);
    return {
      paint,
      // After sorting, scrolling and searching, so that every cache that stays is in it.
      heap: (await heapMegabytes(cdp)) - empty,
      firstNameSort,
      sort: Math.max(...sorts),
      typingFirst: typed[0] ?? 0,
      typing: Math.max(...typed.slice(1)),
      ...scrolled,
    };
  } finally {
    await context.close();
  }
}
