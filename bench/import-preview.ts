import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPortfolio } from '../src-main/store/files';
import { insertPortfolio } from '../src-main/store/portfolio/portfolio';

import { benchBackend } from './bench-backend';
import { NOW, timed } from './drift-store';
import { machineWords } from './grid/report';

const UNITS = ['Retail Banking', 'Cards', 'Markets', 'Insurance', 'Operations', 'Risk', 'Finance', 'People'];
const STAGES = ['Production', 'Development', 'Retired', 'Validation'];

/** A large inventory is read and shown before anything is stored: `npm run bench:preview -- [megabytes]`. */
export async function run(args: readonly string[]): Promise<void> {
  const megabytes = Number(args[0] ?? 200);
  const folder = await mkdtemp(join(tmpdir(), 'modelfolio-bench-'));
  try {
    const path = join(folder, 'bench.modelfolio');
    const file = join(folder, 'inventory.csv');
    const rows = await writeInventory(file, megabytes * 1e6);
    const store = createPortfolio(path, NOW);
    await insertPortfolio(store, { name: 'Bench', currency: 'EUR', actor: 'bench', at: NOW });
    await store.close();
    const { call, close } = await benchBackend(folder, NOW);
    await call('workspace.open', { file: path });
    const before = process.resourceUsage().maxRSS;
    const size = Math.round((await stat(file)).size / 1e6);
    console.log(`${rows.toLocaleString('en-US')} models in a CSV file of ${size} MB; ${machineWords()}\n`);
    const ms = await timed(() => call('imports.preview', { file }));
    const peak = process.resourceUsage().maxRSS / 1024;
    console.log(
      `preview ${(ms / 1000).toFixed(1)} s, peak memory ${Math.round(peak)} MB (${Math.round(before / 1024)} before)`,
    );
    await close();
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
    for (let step = 0; step < 5_000; step += 1, row += 1) {
      const date = new Date(Date.UTC(2020, 0, 1 + (row % 2000))).toISOString().slice(0, 10);
      const purpose = `"Predicts what customers of segment ${row % 977} are likely to do, so that ${UNITS[row % 8]} can act before they do; reviewed by the committee in round ${row % 31}."`;
      lines.push(
        `M-${row},Model ${row} of ${UNITS[row % 8]},${UNITS[row % 8]} / Team ${row % 40},${STAGES[row % 4]},${1 + (row % 3)},${row % 4 === 1 ? '' : date},Owner ${row % 500},${(row * 37) % 900_000},${purpose}\n`,
      );
    }
    const text = lines.join('');
    written += text.length;
    if (!out.write(text)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
  return row;
}
