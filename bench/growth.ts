import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from '../e2e/browser';
import { benchBackend } from './bench-backend';
import { NOW } from './drift-store';
import { type Figure, figuresTable } from './figure';
import { type EngineFigures, measureEngine, WORD } from './growth/engine';
import { byShell, type ShellFigures } from './growth/shell';
import { measureWindow, type WindowFigures } from './growth/window';
import { LIVES, writeInventory } from './inventory/write-inventory';

const SIZES = [1_000, 10_000, 100_000];
const MILLION = 1_000_000;

interface Measured extends EngineFigures, WindowFigures {
  readonly models: number;
  readonly import: number;
  /** Bytes of the file for each model. */
  readonly bytes: number;
  /** The hot statements by SQLite's own shell; `null`: it is not on this machine. */
  readonly shell: ShellFigures | null;
}

type Of = (one: Measured) => number | null;

interface Row {
  readonly what: string;
  readonly ours: Of;
  readonly peer?: readonly [name: string, of: Of];
  /** By the number of models that they are of. */
  readonly bars?: Readonly<Record<number, number>>;
  /** The bar is so many times the peer. */
  readonly timesPeer?: number;
}

const SHELL = 'sqlite3’s shell';
const ROWS: readonly Row[] = [
  { what: 'import of a CSV file, s', ours: (one) => one.import / 1_000, bars: { 100000: 15, [MILLION]: 180 } },
  {
    what: 'file, for each model, KB',
    ours: (one) => one.bytes / 1_000,
    bars: { 10000: 2.5, 100000: 2.5, [MILLION]: 2.5 },
  },
  { what: 'opening, ms', ours: (one) => one.opening, bars: { 100000: 50 } },
  { what: 'Overview’s numbers after another opening, ms', ours: (one) => one.overviewReopened, bars: { 100000: 300 } },
  {
    what: 'Overview’s numbers again, ms',
    ours: (one) => one.overview,
    peer: [SHELL, (one) => one.shell?.counts ?? null],
    bars: { 100000: 100, [MILLION]: 1_000 },
  },
  { what: 'fifty models by name, ms', ours: (one) => one.page, peer: [SHELL, (one) => one.shell?.page ?? null] },
  { what: 'fifty models by a word, ms', ours: (one) => one.search, peer: [SHELL, (one) => one.shell?.search ?? null] },
  { what: 'grid again, ms', ours: (one) => one.grid, bars: { 100000: 150 } },
  { what: 'an edit, 95 % of them, ms', ours: (one) => one.edit, bars: { 100000: 50 } },
  { what: 'memory of the engine, most, MB', ours: (one) => one.megabytes, bars: { [MILLION]: 400 } },
  {
    what: 'window to first page, ms',
    ours: (one) => one.interactive,
    peer: ['a blank page', (one) => one.blank],
    timesPeer: 1.5,
  },
  { what: 'click to Overview’s numbers, ms', ours: (one) => one.overviewPainted, bars: { 100000: 300 } },
  { what: 'click to painted grid, ms', ours: (one) => one.gridPainted, bars: { 100000: 300, [MILLION]: 1_000 } },
  { what: 'first key in the search, ms', ours: (one) => one.firstKey, bars: { 100000: 50, [MILLION]: 150 } },
];

/**
 * What grows with a portfolio, at 1,000, 10,000 and 100,000 models: `node bench/run.mjs growth`, with a million
 * `-- million`, with other sizes `-- 1000 10000`.
 */
export async function run(args: readonly string[]): Promise<readonly Figure[]> {
  const own = args.map(Number).filter((size) => Number.isInteger(size) && size > 0);
  const sizes = own.length > 0 ? own : args.includes('million') ? [...SIZES, MILLION] : SIZES;
  const measured: Measured[] = [];
  for (const models of sizes) {
    process.stderr.write(`${models.toLocaleString('en-US')} models\n`);
    measured.push(await measure(models));
  }
  const figures = ROWS.map((row) => figureOf(row, measured));
  console.log(figuresTable(figures));
  return figures;
}

function figureOf({ what, ours, peer, bars = {}, timesPeer }: Row, measured: readonly Measured[]): Figure {
  const last = measured.at(-1);
  const theirs = (last && peer?.[1](last)) ?? null;
  const barred = measured.findLast(({ models }) => bars[models] !== undefined);
  const most = timesPeer !== undefined && theirs !== null ? timesPeer * theirs : barred && bars[barred.models];
  const of = barred && barred !== last ? `at ${barred.models.toLocaleString('en-US')}` : undefined;
  return {
    what,
    of: measured.map(
      ({ models }, at) => models.toLocaleString('en-US') + (at === measured.length - 1 ? ' models' : ''),
    ),
    ours: measured.map(ours),
    ...(peer && theirs !== null && { peer: { name: peer[0], value: theirs } }),
    ...(most !== undefined && {
      bar: { most, ...(barred && { value: ours(barred) }), ...(of !== undefined && { of }) },
    }),
  };
}

async function measure(models: number): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'modelfolio-bench-'));
  try {
    const portfolio = join(folder, 'bench.modelfolio');
    const started = performance.now();
    await fill(folder, portfolio, models);
    const imported = performance.now() - started;
    const engine = await measureEngine(folder, portfolio);
    const browser = await launchBrowser();
    try {
      const window = await measureWindow(browser, folder, portfolio);
      const bytes = (await stat(portfolio)).size / models;
      return { models, import: imported, bytes, shell: byShell(portfolio, WORD), ...engine, ...window };
    } finally {
      await browser.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function fill(folder: string, portfolio: string, models: number): Promise<void> {
  const backend = await benchBackend(folder, NOW);
  const file = join(folder, 'inventory.csv');
  await writeInventory(file, LIVES, { rows: models });
  await backend.call('workspace.create', { name: 'Bench', currency: 'EUR', file: portfolio });
  await backend.call('imports.apply', { file });
  await backend.close();
}
