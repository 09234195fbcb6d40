import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer, stopServer } from '../e2e/hosts/loopback';
import { seedPortfolio } from '../e2e/seed';
import { type Figure, figure } from './figure';
import { launchChromium } from './grid/browser';
import { machineWords } from './grid/report';
import { measureScenario } from './investment/measure';
import { percentileOf, row } from './investment/report';

/** Measures a dragged slider and the simulation on the built page: `npm run bench:investment -- [steps]`, after a build. */
export async function run(args: readonly string[]): Promise<readonly Figure[]> {
  const steps = Number(args[0] ?? 60);
  if (!Number.isInteger(steps) || steps < 1) {
    throw new Error('Give the number of steps as a whole number: npm run bench:investment -- 60');
  }
  const folder = await mkdtemp(join(tmpdir(), 'modelfolio-bench-'));
  try {
    const seed = seedPortfolio(folder);
    const { id } = seed.call('scenarios.create', { from: { kind: 'preset', preset: 'expected' } });
    const { server, url } = await startServer({ folder, portfolio: seed.file });
    const browser = await launchChromium();
    try {
      const figures = await measureScenario(browser, url, id, steps);
      console.log(`Expected scenario, 5 years, three levels, 1280×800, ${steps} steps of a slider`);
      console.log(`${machineWords()}, Chromium ${browser.version()}\n`);
      console.log('| | median | p95 |\n|---|---:|---:|');
      console.log(row('Slider step to drawn charts, work in the page, ms', figures.work));
      console.log(row('its longest frame, ms', figures.frames));
      console.log(`| the same, processor time of the page, ms | ${figures.processor.toFixed(1)} (mean) | |`);
      console.log(row(`${figures.runs.toLocaleString('en-US')} runs in the worker, ms`, figures.simulations));
      console.log(`| tasks over 50 ms in the page | ${figures.longTasks} of ${steps} steps | |`);
      const held = percentileOf(figures.work, 0.5) <= 16 && percentileOf(figures.simulations, 0.5) <= 100;
      console.log(`\nThe bars are 16 ms and 100 ms: ${held ? 'held' : 'not held on this machine now'}.`);
      const simulation = percentileOf(figures.simulations, 0.5);
      return [
        figure('slider step to drawn charts, median, ms', '5 years, 3 levels', percentileOf(figures.work, 0.5), {
          most: 16,
        }),
        figure('simulation, median, ms', `${figures.runs.toLocaleString('en-US')} runs`, simulation, { most: 100 }),
      ];
    } finally {
      await browser.close();
      await stopServer(server);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
