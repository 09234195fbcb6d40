import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPortfolio } from '../src-main/store/files';
import { insertPortfolio } from '../src-main/store/portfolio/portfolio';
import { benchBackend } from './bench-backend';
import { insertModels, NOW, timed } from './drift-store';
import { type Figure, figure } from './figure';
import { machineWords } from './grid/report';

const SERIES = 5;
const DAYS = 1000;

/** A plain table of millions of results is tried, mapped and imported, then again: `npm run bench:import -- [models]`. */
export async function run(args: readonly string[]): Promise<readonly Figure[]> {
  const models = Number(args[0] ?? 1000);
  const folder = await mkdtemp(join(tmpdir(), 'modelfolio-bench-'));
  try {
    const path = join(folder, 'bench.modelfolio');
    const file = join(folder, 'results.csv');
    await writeResults(file, models);
    const store = createPortfolio(path, NOW);
    await insertPortfolio(store, { name: 'Bench', currency: 'EUR', actor: 'bench', at: NOW });
    await insertModels(store, models);
    await store.close();
    const { call, close } = await benchBackend(folder, NOW);
    await call('workspace.open', { file: path });
    const mapping = { kind: 'drift', models: [{ name: 'Model 0', modelId: null }] };
    const steps: readonly (readonly [what: string, channel: string, input: object])[] = [
      ['dry run', 'imports.preview', { file }],
      ['dry run after another choice of a model', 'imports.preview', { file, mapping }],
      ['import', 'imports.apply', { file }],
      ['dry run of the same again', 'imports.preview', { file }],
      ['import of the same again', 'imports.apply', { file }],
    ];
    const size = Math.round((await stat(file)).size / 1e6);
    const results = (models * SERIES * DAYS).toLocaleString('en-US');
    console.log(`${results} results in a CSV file of ${size} MB, day by day; ${machineWords()}\n`);
    const told: Figure[] = [];
    for (const [what, channel, input] of steps) {
      const ms = await timed(() => call(channel, input));
      told.push(figure(`drift results from CSV: ${what}, s`, `${results} results, ${size} MB`, ms / 1000));
      console.log(`${what.padEnd(48)} ${(ms / 1000).toFixed(1).padStart(9)} s`);
    }
    await close();
    console.log(`\nportfolio: ${Math.round((await stat(path)).size / 1e6)} MB`);
    return told;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeResults(path: string, models: number): Promise<void> {
  const out = createWriteStream(path);
  out.write('model,time,column,metric,value,n_ref,n_cur,threshold\n');
  const first = Date.parse(NOW) - (DAYS - 1) * 86_400_000;
  for (let day = 0; day < DAYS; day += 1) {
    const date = new Date(first + day * 86_400_000).toISOString().slice(0, 10);
    const lines: string[] = [];
    for (let model = 0; model < models; model += 1)
      for (let series = 0; series < SERIES; series += 1) {
        const value = 0.05 + ((day * 2654435761 + model * 40503 + series) % 1000) / 20_000;
        const rows = 4000 + ((day * 97 + model) % 2000);
        lines.push(`Model ${model},${date},feature ${series},psi,${value},50000,${rows},0.25\n`);
      }
    if (!out.write(lines.join(''))) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}
