import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchBackend } from './bench-backend';
import { NOW } from './drift-store';
import { type Figure, figure } from './figure';
import { machineWords } from './grid/report';
import { LIVES, writeInventory } from './inventory/write-inventory';

const RUNS = 5;
/** Of so many models in a hundred there is evidence and an answer. */
const GOVERNED = 10;
const FINDINGS = 2_000;

/** Holds a large inventory against a text: `node bench/run.mjs governance`, with another number of models `-- 10000`. */
export async function run([models = '100000']: readonly string[]): Promise<readonly Figure[]> {
  const told: Figure[] = [];
  console.log(`${machineWords()}\n`);
  const folder = await mkdtemp(join(tmpdir(), 'modelfolio-bench-'));
  const { call, close } = await benchBackend(folder, NOW);
  try {
    await call('workspace.create', { name: 'Bench', currency: 'EUR', file: join(folder, 'bench.modelfolio') });
    const file = join(folder, 'inventory.csv');
    await writeInventory(file, LIVES, { rows: Number(models) });
    await call('imports.apply', { file });
    await govern(call, Number(models));
    told.push(await measure(call, Number(models), 'reviews.calendar', () => ({})));
    told.push(await measure(call, Number(models), 'findings.register', () => ({})));
    for (const pack of ['eu-ai-act', 'osfi-e-23', 'us-omb-m-25-21'])
      for (const at of [NOW.slice(0, 10), '2027-12-02', '2025-06-30'])
        told.push(await measure(call, Number(models), 'governance.completeness', () => ({ pack, at })));
    // Nothing of an answer before is of use to one of another day.
    told.push(
      await measure(call, Number(models), 'governance.completeness', (run) => ({
        pack: 'eu-ai-act',
        at: `2026-0${run + 1}-15`,
      })),
    );
    return told;
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
  for (let number = 0; number < FINDINGS; number += 1)
    await call('findings.create', {
      modelId: ids[number % ids.length],
      title: `Finding ${number}`,
      severity: 'medium',
      source: 'validation',
      topic: 'data',
      openedOn: `2026-0${1 + (number % 9)}-11`,
      due: `2026-12-0${1 + (number % 9)}`,
      owner: `Owner ${number % 40}`,
      remediation: '',
      note: '',
    });
  await call('evidence.add', { ids, kind: 'validation', on: '2026-06-01', by: 'Validation', outcome: 'passed' });
  await call('governance.answer', { ids, pack: 'eu-ai-act', answers: { annexIii: ['5b'], profiling: 'yes' } });
}

async function measure(call: Call, models: number, channel: string, inputOf: (run: number) => object): Promise<Figure> {
  const seconds: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const start = process.cpuUsage();
    await call(channel, inputOf(run));
    const { user, system } = process.cpuUsage(start);
    seconds.push((user + system) / 1e6);
  }
  const sorted = seconds.toSorted((a, b) => a - b);
  const memory = Math.round(process.memoryUsage().rss / 1e6);
  const asked = [...new Set([inputOf(0), inputOf(1)].map((input) => JSON.stringify(input)))].join(', ');
  console.log(
    `${channel} ${asked}: first ${seconds[0]?.toFixed(2)} s, median ${sorted[RUNS >> 1]?.toFixed(2)} s of processor; ${memory} MB in memory`,
  );
  return figure(
    `${channel} ${asked}, processor, first, ms`,
    `${models.toLocaleString('en-US')} models`,
    1_000 * (seconds[0] ?? Number.NaN),
  );
}
