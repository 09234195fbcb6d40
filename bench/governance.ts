import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchBackend } from './bench-backend';
import { NOW } from './drift-store';
import { machineWords } from './grid/report';
import { LIVES, writeInventory } from './inventory/write-inventory';

const RUNS = 5;
/** Of so many models in a hundred there is evidence and an answer. */
const GOVERNED = 10;

/** Holds a large inventory against a text: `node bench/run.mjs governance`, with another number of models `-- 10000`. */
export async function run([models = '100000']: readonly string[]): Promise<void> {
  console.log(`${machineWords()}\n`);
  const folder = await mkdtemp(join(tmpdir(), 'modelfolio-bench-'));
  const { call, close } = await benchBackend(folder, NOW);
  try {
    await call('workspace.create', { name: 'Bench', currency: 'EUR', file: join(folder, 'bench.modelfolio') });
    const file = join(folder, 'inventory.csv');
    await writeInventory(file, LIVES, { rows: Number(models) });
    await call('imports.apply', { file });
    await govern(call, Number(models));
    for (const pack of ['eu-ai-act', 'osfi-e-23', 'us-omb-m-25-21'])
      for (const at of [NOW.slice(0, 10), '2027-12-02', '2025-06-30']) await measure(call, pack, at);
  } finally {
    await close();
    await rm(folder, { recursive: true, force: true });
  }
}

type Call = (channel: string, input: unknown) => Promise<unknown>;

async function govern(call: Call, models: number): Promise<void> {
  const { units } = (await call('governance.units', {})) as { readonly units: readonly { readonly unit: string }[] };
  for (const { unit } of units)
    await call('governance.setUnit', {
      unit,
      jurisdictions: ['EU', 'CA', 'US'],
      bodies: ['ca_frfi', 'us_bank', 'us_federal_agency'],
      frameworks: [],
    });
  const limit = Math.floor((models * GOVERNED) / 100);
  const { rows } = (await call('models.list', { limit: Math.min(limit, 5000) })) as {
    readonly rows: readonly { readonly id: string }[];
  };
  const ids = rows.map(({ id }) => id);
  await call('evidence.add', { ids, kind: 'validation', on: '2026-06-01', by: 'Validation', outcome: 'passed' });
  await call('governance.answer', { ids, pack: 'eu-ai-act', answers: { annexIii: ['5b'], profiling: 'yes' } });
}

async function measure(call: Call, pack: string, at: string): Promise<void> {
  const seconds: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const start = process.cpuUsage();
    await call('governance.completeness', { pack, at });
    const { user, system } = process.cpuUsage(start);
    seconds.push((user + system) / 1e6);
  }
  const sorted = seconds.toSorted((a, b) => a - b);
  const memory = Math.round(process.memoryUsage().rss / 1e6);
  console.log(
    `${pack} on ${at}: first ${seconds[0]?.toFixed(2)} s, median ${sorted[RUNS >> 1]?.toFixed(2)} s of processor; ${memory} MB in memory`,
  );
}
