import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from '../e2e/browser';
import { type EngineFigures, measureEngine } from './all/engine';
import { measureWindow, type WindowFigures } from './all/window';
import { benchBackend } from './bench-backend';
import { NOW } from './drift-store';
import { machineWords } from './grid/report';
import { LIVES, writeInventory } from './inventory/write-inventory';
import { run as runShared } from './shared';

const SIZES = [1_000, 10_000, 100_000];
const MILLION = 1_000_000;

interface Measured extends EngineFigures, WindowFigures {
  readonly models: number;
  readonly import: number;
  /** Bytes of the file for each model. */
  readonly bytes: number;
  /** The hot statements by SQLite's own shell; `null`: it is not on this machine. */
  readonly shell: number | null;
}

const ROWS: readonly (readonly [what: string, of: (one: Measured) => number | null, unit: string, bar: string])[] = [
  ['import of a CSV file', (one) => one.import / 1_000, 's', '180 s at a million'],
  ['file, for each model', (one) => one.bytes / 1_000, 'KB', '2.5 KB'],
  ['opening', (one) => one.opening, 'ms', '50 ms'],
  ['Overview’s numbers, first', (one) => one.overviewFirst, 'ms', ''],
  ['Overview’s numbers, again', (one) => one.overview, 'ms', '100 ms at 100,000'],
  ['after another opening, first', (one) => one.overviewReopened, 'ms', '300 ms'],
  ['the same counts by SQLite’s shell', (one) => one.shell, 'ms', ''],
  ['grid, again', (one) => one.grid, 'ms', '150 ms at 100,000'],
  ['an edit, 95 % of them', (one) => one.edit, 'ms', '50 ms'],
  ['memory of the engine, most', (one) => one.megabytes, 'MB', '400 MB at a million'],
  ['window to first page', (one) => one.interactive, 'ms', '1.5 times a blank page'],
  ['a blank page of the same host', (one) => one.blank, 'ms', ''],
  ['click to Overview’s numbers, kept', (one) => one.overviewPainted, 'ms', '300 ms at 100,000'],
  ['click to painted grid', (one) => one.gridPainted, 'ms', '300 ms at 100,000'],
  ['first key in the search', (one) => one.firstKey, 'ms', '50 ms at 100,000'],
];

/**
 * One table of what grows with a portfolio, in one run: `npm run bench`, with a million `npm run bench -- million`, with other
 * sizes `-- 1000 10000`. The slope is the last size's figure over that of the size before it; 10 is linear.
 */
export async function run(args: readonly string[]): Promise<void> {
  const own = args.map(Number).filter((size) => Number.isInteger(size) && size > 0);
  const sizes = own.length > 0 ? own : args.includes('million') ? [...SIZES, MILLION] : SIZES;
  const measured: Measured[] = [];
  for (const models of sizes) {
    process.stderr.write(`${models.toLocaleString('en-US')} models\n`);
    measured.push(await measure(models));
  }
  console.log(`${machineWords()}\n`);
  console.log(table(measured));
  console.log('\nA portfolio that a team shares:\n');
  await runShared([]);
  console.log('\nPeers in their own runs of the same machine: a plain TanStack grid by `npm run bench:grid`.');
  for (const [name, module] of [
    ['Evidently', 'evidently'],
    ['MLflow', 'mlflow'],
  ] as const)
    console.log(
      `${name}: ${hasPython(module) ? 'is on this machine and was not measured by this run' : 'not on this machine'}.`,
    );
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
      return { models, import: imported, bytes, shell: byShell(portfolio), ...engine, ...window };
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

/** What Overview counted in the file before its models were kept in memory, by the C program itself; ms. */
function byShell(portfolio: string): number | null {
  const sql = [
    'SELECT stage, tier, unit, update_frequency, health, monitoring_known, count(*) FROM models GROUP BY 1, 2, 3, 4, 5, 6;',
    "SELECT tier, count(*), min(stage_since) FROM models WHERE stage = 'deployed' AND monitoring_known = 1 GROUP BY tier;",
    "SELECT count(*), min(review_due) FROM models WHERE review_due < '2026-11-23' AND stage <> 'retired';",
  ].join(' ');
  const timed = (statements: string): number => {
    const started = performance.now();
    execFileSync('sqlite3', ['-readonly', portfolio, statements], { maxBuffer: 2 ** 26 });
    return performance.now() - started;
  };
  try {
    const start = timed('SELECT 1;');
    return Math.max(0, timed(sql) - start);
  } catch {
    return null;
  }
}

function hasPython(module: string): boolean {
  try {
    execFileSync('python3', ['-c', `import ${module}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function table(measured: readonly Measured[]): string {
  const figure = (value: number | null): string =>
    value === null ? 'not here' : value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en-US');
  const head = ['what', ...measured.map(({ models }) => models.toLocaleString('en-US')), 'slope', 'bar'];
  const rows = ROWS.map(([what, of, unit, bar]) => {
    const values = measured.map(of);
    const [before, last] = values.slice(-2);
    const slope = before && last ? (last / before).toFixed(1) : '';
    return [`${what}, ${unit}`, ...values.map(figure), slope, bar];
  });
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(head),
    line(head.map((_, at) => (at === 0 || at === head.length - 1 ? '---' : '---:'))),
    ...rows.map(line),
  ].join('\n');
}
