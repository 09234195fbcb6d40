import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { launchBrowser } from '../e2e/browser';
import { startServer, stopServer } from '../e2e/hosts/loopback';
import { fillWithLongSeries } from './drift-store';
import { type Figure, figure } from './figure';
import { machineWords } from './grid/report';
import { type Paint, paintAfter } from './paint';

const DRAG_STEPS = 120;
/** Until the zoomed range has come to rest and its finer points are fetched and drawn: only the drag is measured. */
const REST_MS = 1_500;

/**
 * The monitoring screens in a real browser over millions of results, one series of them with a million points:
 * `npm run build && npm run bench:monitoring -- [models]`.
 */
export async function run(args: readonly string[]): Promise<readonly Figure[]> {
  const models = Number(args[0] ?? 1000);
  const folder = await mkdtemp(join(tmpdir(), 'modelfolio-bench-'));
  try {
    const path = join(folder, 'bench.modelfolio');
    const long = await fillWithLongSeries(path, models);
    const { server, url } = await startServer({ folder, portfolio: path });
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage({
        viewport: { width: 1280, height: 800 },
      });
      await page.goto(url);
      await page.getByRole('heading', { level: 1 }).waitFor();
      console.log(`${models} models with 5 series of 1,000 days each, and one series of ${long.points} points`);
      console.log(`${machineWords()}\n`);
      const map = await mapPaint(page);
      const again = await mapPaint(page);
      const series = await openSeries(page, long.modelId);
      printPaint('heat map', map);
      printPaint('heat map again, answers kept', again);
      printPaint('one million points', series);
      const frames = await zoomFrames(page);
      print('zoom and drag: median frame', quantile(frames, 0.5));
      print('zoom and drag: 95 of 100 frames within', quantile(frames, 0.95));
      console.log(`${frames.length} frames; each is what the screen shows, 16.7 ms at 60 a second`);
      const of = `${models.toLocaleString('en-US')} models, ${(models * 5_000 + long.points).toLocaleString('en-US')} points`;
      return [
        figure('heat map, from the click to the paint, ms', of, map.total),
        figure('heat map, from the last answer to the paint, ms', of, map.afterAnswers, { most: 100 }),
        figure('heat map again, from the click, ms', of, again.total),
        figure('a series of a million points, from the click, ms', of, series.total),
        figure('zoom and drag in it, 95 of 100 frames, ms', of, quantile(frames, 0.95), { most: 16.8 }),
      ];
    } finally {
      await browser.close();
      await stopServer(server);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const print = (what: string, ms: number): void => console.log(`${what.padEnd(56)} ${ms.toFixed(1).padStart(9)} ms`);

function printPaint(what: string, { total, afterAnswers }: Paint): void {
  print(`${what}: from the click to the paint`, total);
  print(`${what}: from the last answer to the paint`, afterAnswers);
}

const quantile = (values: readonly number[], p: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * p))] ?? Number.NaN;

async function mapPaint(page: Page): Promise<Paint> {
  await paintAfter(page, '/journal', 'main h1');
  return paintAfter(page, '/monitoring', '[role="gridcell"]');
}

async function openSeries(page: Page, modelId: string): Promise<Paint> {
  await paintAfter(page, '/journal', 'main h1');
  return paintAfter(page, `/monitoring/${modelId}`, 'main [role="img"][data-drawn="true"]');
}

/** Turns the wheel with Ctrl and drags; the time between one frame and the next all the while. */
async function zoomFrames(page: Page): Promise<readonly number[]> {
  const box = await page.locator('main [role="img"][data-drawn="true"]').first().boundingBox();
  if (!box) throw new Error('The series was not drawn.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.keyboard.down('Control');
  for (let turn = 0; turn < 6; turn += 1) await page.mouse.wheel(0, -240);
  await page.keyboard.up('Control');
  await page.waitForTimeout(REST_MS);
  await page.evaluate(() => {
    const seen: number[] = [];
    let before = performance.now();
    // The time of the frame itself: what a person sees of it.
    const tick = (now: number): void => {
      seen.push(now - before);
      before = now;
      Object.assign(window, { benchFrames: seen });
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  await page.mouse.down();
  for (let step = 0; step < DRAG_STEPS; step += 1)
    await page.mouse.move(x + Math.sin(step / 12) * box.width * 0.3, y, {
      steps: 1,
    });
  await page.mouse.up();
  const frames: unknown = await page.evaluate(() => Reflect.get(window, 'benchFrames'));
  return Array.isArray(frames) ? frames.filter((frame) => typeof frame === 'number').slice(2) : [];
}
