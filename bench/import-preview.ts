import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPortfolio } from '../src-main/store/files';
import { insertPortfolio } from '../src-main/store/portfolio/portfolio';
import { NOW } from './drift-store';
import { type Figure, figure } from './figure';
import { machineWords } from './grid/report';
import { PLAIN, writeInventory } from './inventory/write-inventory';
import { measuredCommand } from './measured-command';

/** A large inventory is read and shown before anything is stored: `npm run build && npm run bench:preview -- [megabytes]`. */
export async function run(args: readonly string[]): Promise<readonly Figure[]> {
  const size = Number(args[0] ?? 200) * 1e6;
  const folder = await mkdtemp(join(tmpdir(), 'modelfolio-bench-'));
  try {
    const file = join(folder, 'inventory.csv');
    const rows = await writeInventory(file, PLAIN, { bytes: size });
    const portfolio = join(folder, 'bench.modelfolio');
    const store = createPortfolio(portfolio, NOW);
    await insertPortfolio(store, { name: 'Bench', currency: 'EUR', actor: 'bench', at: NOW });
    await store.close();
    const written = Math.round((await stat(file)).size / 1e6);
    console.log(`${rows.toLocaleString('en-US')} models in a CSV file of ${written} MB; ${machineWords()}\n`);
    const before = await measuredCommand('portfolio.info', {}, '--portfolio', portfolio);
    const preview = await measuredCommand('imports.preview', { file }, '--portfolio', portfolio);
    const told: Figure[] = [];
    console.log('| command | time, s | of the processor, s | peak memory, MB |\n|---|---:|---:|---:|');
    for (const [name, { seconds, processor, megabytes }] of Object.entries({
      'portfolio.info': before,
      'imports.preview': preview,
    })) {
      const of = `${rows.toLocaleString('en-US')} models, ${written} MB`;
      told.push(figure(`${name}, s`, of, seconds), figure('the same, peak memory, MB', of, megabytes));
      console.log(
        `| ${name} | ${seconds.toFixed(1)} | ${processor?.toFixed(1) ?? 'unknown here'} | ${megabytes ?? 'unknown here'} |`,
      );
    }
    return told;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
