import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Figure } from './figure';
import { launchChromium } from './grid/browser';
import { buildPages } from './grid/build-pages';
import { type Figures, measure } from './grid/measure';
import { makeGrid } from './grid/payload';
import { gridFigures, machineWords, reportTable } from './grid/report';
import { servePages } from './grid/serve';

const VARIANTS = ['columnar', 'plain-tanstack'] as const;

/** Measures our grid and a plain TanStack Table 9 by turns: `npm run bench:grid -- [models] [runs]`. */
export async function run(args: readonly string[]): Promise<readonly Figure[]> {
  const models = Number(args[0] ?? 100_000);
  const runs = Number(args[1] ?? 5);
  if (!Number.isInteger(models) || models < 1 || !Number.isInteger(runs) || runs < 1) {
    throw new Error('Give the number of models and of runs as whole numbers: npm run bench:grid -- 100000 5');
  }
  const folder = await mkdtemp(join(tmpdir(), 'modelfolio-bench-'));
  const figures: Record<(typeof VARIANTS)[number], Figures[]> = { columnar: [], 'plain-tanstack': [] };
  try {
    await buildPages(folder);
    const server = await servePages(folder, JSON.stringify(makeGrid(models)));
    const browser = await launchChromium();
    try {
      for (let turn = 0; turn < runs; turn++) {
        for (const variant of VARIANTS) {
          process.stderr.write(`run ${turn + 1} of ${runs}: ${variant}\n`);
          figures[variant].push(await measure(browser, `${server.origin}/${variant}.html`));
        }
      }
      console.log(`${models.toLocaleString('en-US')} models, 11 columns, 1280×800, medians of ${runs} runs by turns`);
      console.log(`${machineWords()}, Chromium ${browser.version()}, TanStack Table ${await tableVersion()}\n`);
      console.log(reportTable(figures.columnar, figures['plain-tanstack']));
      return gridFigures(models, figures.columnar, figures['plain-tanstack'], `TanStack Table ${await tableVersion()}`);
    } finally {
      await browser.close();
      await server.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function tableVersion(): Promise<string> {
  const text = await readFile(new URL('../node_modules/@tanstack/react-table/package.json', import.meta.url), 'utf8');
  const { version }: { version?: unknown } = JSON.parse(text);
  return String(version);
}
