import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EngineClient } from '../src-main/rpc/engine-client';
import { forkEngine } from '../src-main/rpc/engine-process';
import type { Reply } from '../src-shared/contract/define';
import { benchBackend } from './bench-backend';
import { NOW } from './drift-store';
import { type Figure, figure } from './figure';
import { machineWords } from './grid/report';
import { LIVES, writeInventory } from './inventory/write-inventory';

const SECONDS = 60;
/** A person who edits without a pause. */
const EDIT_EVERY_MS = 250;

/**
 * One edits while the grid is asked for in a loop and workbooks are made: `npm run build && npm run bench:mixed`, with
 * another number of models and of seconds `-- 10000 20`.
 */
export async function run(args: readonly string[]): Promise<readonly Figure[]> {
  const [models = 100_000, seconds = SECONDS] = args.map(Number);
  console.log(`${machineWords()}\n`);
  const folder = await mkdtemp(join(tmpdir(), 'modelfolio-bench-'));
  try {
    await makePortfolio(folder, models);
    return await measure(folder, models, seconds);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const FILE = 'bench.modelfolio';

async function makePortfolio(folder: string, models: number): Promise<void> {
  const backend = await benchBackend(folder, NOW);
  const file = join(folder, 'inventory.csv');
  await writeInventory(file, LIVES, { rows: models });
  await backend.call('workspace.create', { name: 'Bench', currency: 'EUR', file: join(folder, FILE) });
  await backend.call('imports.apply', { file });
  await backend.close();
}

async function measure(folder: string, models: number, seconds: number): Promise<readonly Figure[]> {
  const places = { configFolder: join(folder, 'engine'), portfolioFolder: folder };
  const script = fileURLToPath(new URL('../out/main/engine.js', import.meta.url));
  let child: number | undefined;
  const engine = new EngineClient({
    start: () => {
      const started = forkEngine(script, { ...places, defaultActor: 'bench', appVersion: '0' });
      child = started.pid;
      return started;
    },
    log: () => undefined,
  });
  const call = async (channel: string, input: unknown): Promise<unknown> =>
    unwrapped(channel, await engine.call(channel, input));
  await call('workspace.open', { file: await engine.grant(join(folder, FILE)) });
  const { rows } = (await call('models.list', { limit: 50 })) as { readonly rows: readonly { readonly id: string }[] };
  const end = performance.now() + 1000 * seconds;
  const times = { edit: [] as number[], grid: [] as number[], workbook: [] as number[] };
  const memory: number[] = [];
  const loop = async (into: number[], pause: number, work: (turn: number) => Promise<unknown>): Promise<void> => {
    for (let turn = 0; performance.now() < end; turn += 1) {
      const started = performance.now();
      await work(turn);
      into.push(performance.now() - started);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  };
  const watch = setInterval(() => memory.push(residentMb(child)), 500);
  await Promise.all([
    // Bytes, as a host hands them on: reading them is the window's work.
    loop(times.grid, 0, () => engine.answer('models.columns', {})),
    loop(times.workbook, 0, async () =>
      call('reports.workbook', { out: await engine.grant(join(folder, 'bench.xlsx')) }),
    ),
    loop(times.edit, EDIT_EVERY_MS, (turn) =>
      call('models.update', { id: rows[turn % rows.length]?.id, patch: { notes: `note ${turn}` } }),
    ),
  ]);
  clearInterval(watch);
  await engine.close();
  print(models, times, memory);
  const of = `${models.toLocaleString('en-US')} models, grid and workbooks in a loop`;
  const edits = times.edit.toSorted((a, b) => a - b);
  return [
    figure('edits beside it, 95 of 100, ms', of, edits[Math.floor(edits.length * 0.95)] ?? null, { most: 50 }),
    figure('the longest of them, ms', of, edits.at(-1) ?? null, { most: 500 }),
    figure('the engine’s memory, most, MB', of, memory.length === 0 ? null : Math.max(...memory), { most: 400 }),
  ];
}

function print(models: number, times: Readonly<Record<string, readonly number[]>>, memory: readonly number[]): void {
  console.log(
    `${models.toLocaleString('en-US')} models; the engine's memory: ${memory.length === 0 ? 'unknown here' : `${Math.max(...memory)} MB at most, ${memory.at(-1)} MB at the end`}\n`,
  );
  console.log('| what | times | median, ms | 95 %, ms | longest, ms |');
  console.log('|---|---:|---:|---:|---:|');
  for (const [what, all] of Object.entries(times)) {
    const sorted = all.toSorted((a, b) => a - b);
    const at = (share: number): string =>
      (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(0);
    console.log(`| ${what} | ${all.length} | ${at(0.5)} | ${at(0.95)} | ${at(1)} |`);
  }
}

function unwrapped(channel: string, reply: Reply): unknown {
  if (!reply.ok) throw new Error(`${channel}: ${reply.failure.message}`);
  return reply.value;
}

/** Of the engine's process, its threads included; 0 where the system does not say. */
function residentMb(pid: number | undefined): number {
  try {
    const found = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return Math.round(Number(found?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}
