import type { Browser, CDPSession, Page } from '@playwright/test';

export interface ScenarioFigures {
  /** Work in the page from the key to drawn charts, each step, ms: the script and the frame's own callbacks. */
  readonly work: readonly number[];
  /** The longest frame of each step, ms: what a hand on the slider feels. */
  readonly frames: readonly number[];
  /** Mean processor time of the page's main thread for a step, ms: what a busy machine does not blur. */
  readonly processor: number;
  /** Each simulation in the worker, ms. */
  readonly simulations: readonly number[];
  readonly runs: number;
  readonly longTasks: number;
}

declare global {
  interface Window {
    benchLongTasks?: number;
  }
}

/** Until the worker has answered and the page rests. */
const REST_MS = 400;

async function mainThreadSeconds(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
}

interface Step {
  readonly work: number;
  readonly longestFrame: number;
}

/** One step of the slider by key, until every chart in view is drawn; a chart may take its turn a frame later. */
function step(page: Page, key: string): Promise<Step> {
  return page.evaluate(async (pressed) => {
    const thumb = document.querySelector('[role="slider"]');
    if (!thumb) throw new Error('There is no slider.');
    // Asked for before the charts ask for theirs, so it runs first in the frame: drawing is what follows it there.
    let drawsFrom = 0;
    requestAnimationFrame(() => {
      drawsFrom = performance.now();
    });
    const began = performance.now();
    thumb.dispatchEvent(new KeyboardEvent('keydown', { key: pressed, code: pressed, bubbles: true }));
    await Promise.resolve();
    const script = performance.now() - began;
    const frames: number[] = [];
    do {
      // Asked for after the charts asked for theirs, so it runs when they have drawn.
      frames.push(
        await new Promise<number>((resolve) => {
          requestAnimationFrame((frame) => resolve(performance.now() - Math.max(frame, drawsFrom)));
        }),
      );
      drawsFrom = 0;
    } while (document.querySelector('[data-drawn="soon"]') !== null);
    const [first = 0, ...later] = frames;
    const whole = [script + first, ...later];
    return { work: whole.reduce((sum, one) => sum + one, 0), longestFrame: Math.max(...whole) };
  }, key);
}

/** `10,000 runs in 84 ms`, as the figure's title says it. */
async function simulated(page: Page): Promise<{ readonly runs: number; readonly milliseconds: number }> {
  const title = await page.locator('button[title*=" runs in "]').getAttribute('title');
  const [runs = 0, milliseconds = 0] = (title ?? '').replaceAll(',', '').match(/\d+/g)?.map(Number) ?? [];
  return { runs, milliseconds };
}

export async function measureScenario(
  browser: Browser,
  url: string,
  id: string,
  steps: number,
): Promise<ScenarioFigures> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-US' });
  await page.goto(url);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.evaluate((path) => {
    history.pushState({}, '', path);
    dispatchEvent(new PopStateEvent('popstate'));
  }, `/investment/${id}`);
  await page.getByRole('button', { name: /^Level 1: people per model: / }).click();
  await page.locator('button[title*=" runs in "]').waitFor({ state: 'attached' });
  await page.evaluate(() => {
    window.benchLongTasks = 0;
    new PerformanceObserver((list) => {
      window.benchLongTasks = (window.benchLongTasks ?? 0) + list.getEntries().length;
    }).observe({ type: 'longtask' });
  });
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.setTimeDomain', { timeDomain: 'threadTicks' }).catch(() => undefined);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const key = (at: number): string => (Math.floor(at / 10) % 2 === 0 ? 'ArrowRight' : 'ArrowLeft');
  // The first steps run code that is not compiled yet.
  for (let at = 0; at < 10; at++) await step(page, key(at));
  const before = await mainThreadSeconds(cdp);
  const taken: Step[] = [];
  for (let at = 0; at < steps; at++) taken.push(await step(page, key(at)));
  const processor = ((await mainThreadSeconds(cdp)) - before) * (1000 / steps);
  const longTasks = await page.evaluate(() => window.benchLongTasks ?? 0);
  const simulations: number[] = [];
  let runs = 0;
  for (let at = 0; at < 12; at++) {
    await step(page, key(at));
    await page.waitForTimeout(REST_MS);
    const told = await simulated(page);
    simulations.push(told.milliseconds);
    runs = told.runs;
  }
  await page.close();
  const work = taken.map((one) => one.work);
  const frames = taken.map((one) => one.longestFrame);
  return { work, frames, processor, simulations, runs, longTasks };
}
