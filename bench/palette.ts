import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchBackend } from './bench-backend';
import { type Figure, figure } from './figure';

const MODELS = 100_000;
const RUNS = 9;
const WORDS = ['m', 'mo', 'model 99', 'model 12345', 'claims', 'unit 7', 'no such thing', 'owner 3 claims'] as const;

/** Measures what the palette asks with each pause of the keys: `node bench/run.mjs palette`. */
export async function run(): Promise<readonly Figure[]> {
  const told: Figure[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'modelfolio-bench-'));
  const { call, close } = await benchBackend(folder, '2026-11-29T12:00:00.000Z');
  try {
    await call('workspace.create', { name: 'Palette', currency: 'EUR', file: join(folder, 'palette.modelfolio') });
    const kinds = ['claims', 'pricing', 'churn', 'fraud', 'forecast'];
    const rows = Array.from(
      { length: MODELS },
      (_, n) => `${n},Model ${n} of ${kinds[n % kinds.length]},Unit ${n % 40},Owner ${n % 300}`,
    );
    const file = join(folder, 'models.csv');
    writeFileSync(file, `id,name,unit,owner\n${rows.join('\n')}\n`);
    await call('imports.apply', { file });
    for (const text of WORDS) {
      const times: number[] = [];
      for (let at = 0; at < RUNS; at += 1) {
        const start = performance.now();
        await call('search.find', { text });
        times.push(performance.now() - start);
      }
      const median = times.toSorted((a, b) => a - b)[RUNS >> 1] ?? Number.NaN;
      told.push(figure(`palette: “${text}”, ms`, `${MODELS.toLocaleString('en-US')} models`, median));
      process.stdout.write(
        `${text.padEnd(18)} median ${median.toFixed(0)} ms, slowest ${Math.max(...times).toFixed(0)} ms\n`,
      );
    }
    return told;
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
}
