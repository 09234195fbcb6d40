import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Figure, figuresTable, missedOf } from './figure';
import { machineWords } from './grid/report';

const RUNNER = fileURLToPath(new URL('./run.mjs', import.meta.url));
/** So much one part may take; what hangs must not keep the others from being told. */
const MOST_MINUTES = 10;

interface Part {
  readonly name: string;
  readonly args?: readonly string[];
  /** Instead, where a million is asked for: 100 million results of drift with it. */
  readonly million?: readonly string[];
}

const PARTS: readonly Part[] = [
  { name: 'growth', million: ['million'] },
  { name: 'grid', args: ['100000', '3'] },
  { name: 'tour' },
  { name: 'inventory', args: ['100000'], million: ['million'] },
  { name: 'mixed', args: ['100000', '30'] },
  { name: 'incidents' },
  { name: 'drift-store', args: ['200', '2000'], million: ['200', '2000', '20000'] },
  { name: 'drift-import' },
  { name: 'drift-measure' },
  { name: 'monitoring' },
  { name: 'investment' },
  { name: 'decision' },
  { name: 'linkage' },
  { name: 'journal' },
  { name: 'palette' },
  { name: 'governance' },
  { name: 'import-preview' },
  { name: 'encrypted' },
  { name: 'registry' },
  { name: 'shared', args: ['--seconds', '30'] },
];

/**
 * All measurements, each in a process of its own, in one table: `npm run bench`, with a million models `npm run bench -- million`,
 * some of them `npm run bench -- grid registry`.
 */
export async function run(args: readonly string[]): Promise<void> {
  const names = args.filter((text) => text !== 'million');
  const unknown = names.find((name) => !PARTS.some((part) => part.name === name));
  if (unknown !== undefined)
    throw new Error(`There is no ${unknown}; there are ${PARTS.map(({ name }) => name).join(', ')}.`);
  const begun = performance.now();
  const loadBefore = loadavg()[0]?.toFixed(1);
  const figures: Figure[] = [];
  for (const part of PARTS) {
    if (names.length > 0 && !names.includes(part.name)) continue;
    figures.push(...(await measured(part, args.includes('million'))));
  }
  const minutes = ((performance.now() - begun) / 60_000).toFixed(0);
  console.log(`${machineWords()}; ${minutes} min, load ${loadBefore} before\n`);
  console.log(figuresTable(figures));
  const missed = missedOf(figures).length;
  console.log(`\n${missed === 0 ? 'No bar is missed.' : `${missed} bars are missed.`}`);
}

async function measured({ name, args = [], million = args }: Part, large: boolean): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'modelfolio-bench-'));
  const begun = performance.now();
  try {
    const file = join(folder, 'figures.json');
    const own = large ? million : args;
    // What it prints of its own goes where progress goes: the table is all that is on standard output.
    const child = spawn(process.execPath, [RUNNER, name, ...own, '--figures', file], {
      stdio: ['ignore', process.stderr, process.stderr],
      ...(large ? {} : { timeout: MOST_MINUTES * 60_000 }),
    });
    process.stderr.write(`\n— ${name} ${own.join(' ')}\n`);
    const [code, signal] = await once(child, 'exit');
    if (signal !== null) return [{ what: name, leftOut: `not done after ${MOST_MINUTES} minutes` }];
    if (code !== 0) return [{ what: name, leftOut: 'it failed, and said why above' }];
    return JSON.parse(await readFile(file, 'utf8')) as readonly Figure[]; // written by run.mjs
  } finally {
    process.stderr.write(`— ${name}: ${((performance.now() - begun) / 1000).toFixed(0)} s\n`);
    await rm(folder, { recursive: true, force: true });
  }
}
