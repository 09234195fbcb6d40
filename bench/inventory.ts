import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPortfolio } from '../src-main/store/files';
import { insertPortfolio } from '../src-main/store/portfolio/portfolio';
import { NOW } from './drift-store';
import { type Figure, figure } from './figure';
import { machineWords } from './grid/report';
import { LATER, LIVES, writeInventory } from './inventory/write-inventory';
import { type MeasuredCommand, measuredWatching } from './measured-command';

const SIZES = [10_000, 100_000];
const LARGEST = 1_000_000;

/**
 * An inventory is shown, imported, imported once more unchanged, and once more with something else in every row, which is taken
 * back: `npm run build && npm run bench:inventory`, with a
 * million rows `npm run bench:inventory -- million`, with another number `-- 250000`.
 */
export async function run(args: readonly string[]): Promise<readonly Figure[]> {
  const own = Number(args.find((text) => /^\d+$/.test(text)) ?? 0);
  const sizes = own > 0 ? [own] : args.includes('million') ? [...SIZES, LARGEST] : SIZES;
  console.log(`${machineWords()}\n`);
  console.log(
    '| rows | what | time, s | of the processor, s | peak memory, MB | portfolio, MB | KB a model | most in its logs, MB |',
  );
  console.log('|---:|---|---:|---:|---:|---:|---:|---:|');
  const told: Figure[] = [];
  for (const rows of sizes) told.push(...(await measure(rows)));
  return told;
}

/** Seconds and megabytes at 100,000 models. */
const BARS: Readonly<Record<string, readonly [number, number]>> = {
  import: [15, 400],
  'import of the same': [15, 400],
};

async function measure(rows: number): Promise<readonly Figure[]> {
  const told: Figure[] = [];
  const folder = await mkdtemp(join(tmpdir(), 'modelfolio-bench-'));
  try {
    const file = join(folder, 'inventory.csv');
    await writeInventory(file, LIVES, { rows });
    const portfolio = join(folder, 'bench.modelfolio');
    const store = createPortfolio(portfolio, NOW);
    await insertPortfolio(store, { name: 'Bench', currency: 'EUR', actor: 'bench', at: NOW });
    await store.close();
    const later = join(folder, 'later.csv');
    await writeInventory(later, LATER, { rows });
    const step = async (what: string, channel: string, input: object = { file }): Promise<void> => {
      const logs = [`${portfolio}-wal`, `${portfolio}-journal`];
      const figures = await measuredWatching(logs, channel, input, '--portfolio', portfolio);
      console.log(lineOf(rows, what, figures, (await stat(portfolio)).size));
      const [seconds, megabytes] = (rows === 100_000 && BARS[what]) || [];
      const of = `${rows.toLocaleString('en-US')} models, 13 columns`;
      told.push(
        figure(`inventory: ${what}, s`, of, figures.seconds, seconds === undefined ? {} : { most: seconds }),
        figure('the same, peak memory, MB', of, figures.megabytes, megabytes === undefined ? {} : { most: megabytes }),
      );
    };
    await step('preview, nothing there', 'imports.preview');
    await step('import', 'imports.apply');
    await step('preview of the same', 'imports.preview');
    await step('import of the same', 'imports.apply');
    await step('import with another value in each row', 'imports.apply', { file: later });
    await step('undo of it', 'history.undo', {});
    return told;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function lineOf(rows: number, what: string, figures: MeasuredCommand, bytes: number): string {
  const { seconds, processor, megabytes, watchedMegabytes } = figures;
  const cells = [
    ...[rows.toLocaleString('en-US'), what, seconds.toFixed(1), processor?.toFixed(1) ?? 'unknown here'],
    ...[megabytes ?? 'unknown here', Math.round(bytes / 1e6), (bytes / rows / 1000).toFixed(2), watchedMegabytes],
  ];
  return `| ${cells.join(' | ')} |`;
}
