import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { launchBrowser } from '../e2e/browser';
import { startServer, stopServer } from '../e2e/hosts/loopback';
import { everyRoute, goToRoute } from '../e2e/routes';
import { type SampleSeed, seedSample } from '../e2e/sample';
import { benchBackend } from './bench-backend';
import { type Figure, figure } from './figure';
import { machineWords } from './grid/report';
import { LIVES, writeInventory } from './inventory/write-inventory';

const MODELS = 100_000;
/** In which finalizers run: a collection frees what they let go of only the next time, and there is no event to wait for. */
const FINALIZERS_MS = 200;

/**
 * Every screen is looked at once, and what the page still holds at the end is measured: `node bench/run.mjs tour`, after a build;
 * `-- steps`: also after each screen.
 */
export async function run(args: readonly string[]): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'modelfolio-bench-'));
  try {
    console.log(`${machineWords()}\n`);
    const seed = seedSample(folder);
    const steps = args.includes('steps');
    const sample = await heapAfterTour(folder, seed, steps);
    const file = join(folder, 'inventory.csv');
    await writeInventory(file, LIVES, { rows: MODELS });
    const engine = await benchBackend(folder, new Date().toISOString());
    await engine.call('workspace.open', { file: seed.file });
    await engine.call('imports.apply', { file });
    await engine.close();
    const large = await heapAfterTour(folder, seed, steps);
    const of = `with ${MODELS.toLocaleString('en-US')} models more`;
    console.log(`after a tour of all screens: ${sample.toFixed(1)} MB; ${of}: ${large.toFixed(1)} MB`);
    return [
      figure('heap and buffers after a tour of all screens, MB', 'the sample', sample, { most: 60 }),
      figure('the same, MB', of, large, { most: 120 }),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function heapAfterTour(folder: string, seed: SampleSeed, steps: boolean): Promise<number> {
  const { server, url } = await startServer({ folder, portfolio: seed.file });
  // One of its own: a packed Chromium is a single process, which ends with its first context.
  const browser = await launchBrowser();
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-US' });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    await page.goto(url);
    for (const route of await everyRoute(page, seed.ids, seed.searches)) {
      await goToRoute(page, route);
      if (steps) console.log(`${route.slice(0, 60).padEnd(60)} ${(await held(page)).toFixed(1)} MB`);
    }
    await goToRoute(page, '/');
    return await held(page);
  } finally {
    await browser.close();
    await stopServer(server);
  }
}

/** Megabytes that are still held when garbage is collected, what typed arrays lie in among them. */
async function held(page: Page): Promise<number> {
  const cdp = await page.context().newCDPSession(page);
  for (let turn = 0; turn < 3; turn += 1) {
    await cdp.send('HeapProfiler.collectGarbage');
    await page.waitForTimeout(FINALIZERS_MS);
  }
  const usage = await cdp.send('Runtime.getHeapUsage');
  await cdp.detach();
  const { backingStorageSize = 0 }: { backingStorageSize?: number } = usage;
  return (usage.usedSize + backingStorageSize) / 2 ** 20;
}
