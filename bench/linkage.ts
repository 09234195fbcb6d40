import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { decideIdentities, type IdentityDecision } from '../src-shared/domain/identity/decide-identities';
import { type Figure, figure } from './figure';
import { machineWords } from './grid/report';
import { type Invented, renamedFile, sameFile } from './linkage/invented';

const ROUNDS = 3;
const SECONDS = 3;
const MEGABYTES = 410;

const CASES = {
  renamed: (models: number, rows: number) => renamedFile(models, rows),
  ids: (models: number) => sameFile(models, true),
  names: (models: number) => sameFile(models, false),
} as const;
type Case = keyof typeof CASES;

interface Figures {
  readonly seconds: number;
  /** Processor time of the same round: on a machine that is shared it is what the wall clock would say alone. */
  readonly processor: number;
  readonly megabytes: number | null;
  readonly result: string;
}

/**
 * Measures how long it takes to tell whose row is whose, each case in a process of its own:
 * `npm run bench:linkage -- [models] [rows]`.
 */
export async function run(args: readonly string[]): Promise<readonly Figure[]> {
  const [first = '100000', second = '3610', only] = args;
  const [models, rows] = [Number(first), Number(second)];
  if (![models, rows].every((count) => Number.isInteger(count) && count > 0)) {
    throw new Error('Give models and rows as whole numbers: npm run bench:linkage -- 100000 3610');
  }
  if (only !== undefined) {
    console.log(JSON.stringify(await measure(CASES[only as Case](models, rows)))); // given by this file alone
    return [];
  }
  const told: Figure[] = [];
  const words = (count: number): string => count.toLocaleString('en-US');
  console.log(`${words(models)} models; ${machineWords()}; medians of ${ROUNDS} rounds\n`);
  console.log('| file | time, s | of the processor, s | peak memory, MB | result |\n|---|---:|---:|---:|---|');
  const labels: Readonly<Record<Case, string>> = {
    renamed: `${words(rows)} rows, renamed or new: likeness`,
    ids: `${words(models)} rows in another order, by id`,
    names: `${words(models)} rows in another order, by name and unit`,
  };
  for (const name of ['renamed', 'ids', 'names'] as const) {
    const figures = await inProcess(models, rows, name);
    const memory = figures.megabytes ?? 'unknown here';
    console.log(
      `| ${labels[name]} | ${figures.seconds.toFixed(1)} | ${figures.processor.toFixed(1)} | ${memory} | ${figures.result} |`,
    );
    const of = `against ${words(models)} models`;
    told.push(
      figure(
        `whose row is whose, ${labels[name]}, s`,
        of,
        figures.seconds,
        name === 'renamed' ? { most: SECONDS } : {},
      ),
    );
    if (name !== 'renamed') continue;
    told.push(figure('the same, peak memory, MB', of, figures.megabytes, { most: MEGABYTES }));
    const held = figures.seconds <= SECONDS && (figures.megabytes ?? 0) <= MEGABYTES;
    console.error(`Bars: ${SECONDS} s, ${MEGABYTES} MB: ${held ? 'held' : 'not held on this machine now'}.`);
  }
  return told;
}

async function inProcess(models: number, rows: number, name: Case): Promise<Figures> {
  // Without what bundles it, which holds more memory than all that is measured.
  const built = pathToFileURL(join(import.meta.dirname, '../node_modules/.cache/bench/linkage.mjs')).href;
  const call = `import(${JSON.stringify(built)}).then(({ run }) => run(${JSON.stringify([String(models), String(rows), name])}))`;
  const child = spawn(process.execPath, ['--expose-gc', '--eval', call], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [printed, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  if (code !== 0) throw new Error(`The case ${name} ended with ${code}.`);
  return JSON.parse(printed) as Figures; // printed by this file
}

async function measure({ models, rows }: Invented): Promise<Figures> {
  const times: number[] = [];
  const processor: number[] = [];
  let decision: IdentityDecision | null = null;
  let megabytes: number | null = null;
  for (let round = 0; round < ROUNDS; round += 1) {
    // What made the data, and the rounds before, have left behind is none of what is measured.
    globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
    if (round === 0) await writeFile('/proc/self/clear_refs', '5').catch(() => undefined);
    const begun = performance.now();
    const used = process.cpuUsage();
    decision = decideIdentities({
      portfolioModels: models,
      rows,
      source: { name: 'Inventory', system: 'Inventory', rowsLastTime: null },
      key: ['name', 'unit'],
      aliases: [],
      answers: [],
    });
    times.push((performance.now() - begun) / 1000);
    const { user, system } = process.cpuUsage(used);
    processor.push((user + system) / 1e6);
    megabytes ??= await peakMegabytes();
  }
  const middle = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
  return {
    seconds: middle(times),
    processor: middle(processor),
    megabytes,
    result: resultOf(decision),
  };
}

/** The kernel's own high-water mark; `null` where there is none. */
async function peakMegabytes(): Promise<number | null> {
  const status = await readFile('/proc/self/status', 'utf8').catch(() => '');
  const kilobytes = /VmHWM:\s+(\d+)/.exec(status)?.[1];
  return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024);
}

function resultOf(decision: IdentityDecision | null): string {
  const rows = decision?.rows ?? [];
  const count = (outcome: string): number => rows.filter((row) => row.outcome === outcome).length;
  const offered = rows.filter(({ offers }) => offers.length > 0).length;
  return `${count('matched')} matched, ${count('ambiguous')} ambiguous, ${count('created')} new, ${offered} of them offered a model`;
}
