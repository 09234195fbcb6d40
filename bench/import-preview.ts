import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPortfolio } from '../src-main/store/files';
import { insertPortfolio } from '../src-main/store/portfolio/portfolio';
import { NOW } from './drift-store';
import { machineWords } from './grid/report';
import { measuredCommand } from './measured-command';

const UNITS = ['Retail Banking', 'Cards', 'Markets', 'Insurance', 'Operations', 'Risk', 'Finance', 'People'];
const STAGES = ['Production', 'Development', 'Retired', 'Validation'];

/** A large inventory is read and shown before anything is stored: `npm run build && npm run bench:preview -- [megabytes]`. */
export async function run(args: readonly string[]): Promise<void> {
  const size = Number(args[0] ?? 200) * 1e6;
  const folder = await mkdtemp(join(tmpdir(), 'modelfolio-bench-'));
  try {
    const file = join(folder, 'inventory.csv');
    const rows = await writeInventory(file, size);
    const portfolio = join(folder, 'bench.modelfolio');
    const store = createPortfolio(portfolio, NOW);
    await insertPortfolio(store, { name: 'Bench', currency: 'EUR', actor: 'bench', at: NOW });
    await store.close();
    const written = Math.round((await stat(file)).size / 1e6);
    console.log(`${rows.toLocaleString('en-US')} models in a CSV file of ${written} MB; ${machineWords()}\n`);
    const before = await measuredCommand('portfolio.info', {}, '--portfolio', portfolio);
    const { seconds, megabytes } = await measuredCommand('imports.preview', { file }, '--portfolio', portfolio);
    console.log('| command | time, s | peak memory, MB |\n|---|---:|---:|');
    console.log(`| portfolio.info | ${before.seconds.toFixed(1)} | ${before.megabytes ?? 'unknown here'} |`);
    console.log(`| imports.preview | ${seconds.toFixed(1)} | ${megabytes ?? 'unknown here'} |`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeInventory(path: string, bytes: number): Promise<number> {
  const out = createWriteStream(path);
  out.write('ID,Model name,Business unit,Stage,Tier,Deployed on,Business owner,Annual value,Purpose\n');
  let written = 0;
  let row = 0;
  while (written < bytes) {
    const lines: string[] = [];
    for (let step = 0; step < 5_000; step += 1, row += 1) lines.push(inventoryLine(row));
    const text = lines.join('');
    written += text.length;
    if (!out.write(text)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
  return row;
}

function inventoryLine(row: number): string {
  const date = new Date(Date.UTC(2020, 0, 1 + (row % 2000))).toISOString().slice(0, 10);
  const unit = UNITS[row % UNITS.length] ?? '';
  const stage = STAGES[row % STAGES.length] ?? '';
  const purpose = `"Predicts what customers of segment ${row % 977} are likely to do, so that ${unit} can act before they do; reviewed by the committee in round ${row % 31}."`;
  const cells = [
    ...[`M-${row}`, `Model ${row} of ${unit}`, `${unit} / Team ${row % 40}`, stage, String(1 + (row % 3))],
    ...[stage === 'Development' ? '' : date, `Owner ${row % 500}`, String((row * 37) % 900_000), purpose],
  ];
  return `${cells.join(',')}\n`;
}
